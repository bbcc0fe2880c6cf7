// Single sign-on with a real identity provider: set by an administrator, used by somebody new, demanded, and removed again.
// The hub has to be allowed to fetch from it: --allow-fetch altan.localhost:PORT.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import Provider from "oidc-provider";
import { address, start, within } from "./hub.mjs";

const port = Number(process.env.FIRSTLINE_PROVIDER_PORT ?? 7471);
const domain = "altan.localhost";
const issuer = `http://${domain}:${port}`;
const admin = "olivia-marsh";
const secret = "what the hub shows at the provider";
const redirect = `${address}/sign-in/organisation/larkmoor`;

/** Whom the provider knows, by what they type into its form. */
const people = {
  nora: { email: `nora@${domain}`, email_verified: true, name: "Nora Lindqvist", groups: ["support"] },
  rex: { email: `rex@${domain}`, email_verified: false, name: "Rex Unproven", groups: ["support"] },
};

let browser, server;
let line = "";
before(async () => {
  const provider = new Provider(issuer, {
    clients: [{ client_id: "firstline", client_secret: secret, redirect_uris: [redirect] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "groups"] },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
  });
  const answers = provider.callback();
  server = createServer((request, response) => {
    if (request.url === "/.well-known/firstline-domain") return response.end(`${line}\n`);
    return answers(request, response);
  });
  await new Promise((done) => server.listen(port, "127.0.0.1", done));
  browser = await start();
});
after(async () => {
  await browser?.close();
  server?.closeAllConnections();
  await new Promise((done) => server.close(done));
});

const press = (page, name) => page.getByRole("button", { name, exact: true }).click();

/** Types an address on the hub's page, and signs in at the provider as somebody of its own. */
const signInThere = async (page, email, who) => {
  await page.goto("/sign-in/organisation?to=/discover");
  await page.locator("#email").fill(email);
  await press(page, "Go on");
  await page.waitForURL(`${issuer}/interaction/**`);
  await page.locator('input[name="login"]').fill(who);
  await page.locator('input[name="password"]').fill("anything");
  await page.locator("button[type=submit]").click();
  await page.getByRole("button", { name: "Continue" }).click();
};

test("an administrator verifies a domain, sets the provider, and whoever is new signs in with the role of their group", async () => {
  await within(browser, admin, {}, async (page, { trouble }) => {
    await page.goto("/settings/sign-on");
    line = await page.locator(".copy-link code").first().innerText();
    await page.locator("#domain").fill("other.localhost");
    await press(page, "Verify the domain");
    await page.getByText("other.localhost answers no such file over https").first().waitFor();
    await page.locator("#domain").fill(domain);
    await press(page, "Verify the domain");
    await page.getByRole("status").getByText("The domain is yours.").waitFor();

    assert.equal(await page.locator(".copy-link code").nth(1).innerText(), redirect);
    await page.locator("#issuer").fill(`${issuer}/`);
    await page.locator("#client").fill("firstline");
    await page.locator("#secret").fill(secret);
    await page.locator("#claim").fill("groups");
    await page.locator("#rules-0-group").fill("support");
    await page.locator("#rules-0-role").selectOption("helpdesk-agent");
    await press(page, "Save");
    await page.getByText(`The provider calls itself ${issuer}.`).first().waitFor();
    await page.locator("#issuer").fill(issuer);
    await page.locator("#secret").fill(secret);
    await press(page, "Save");
    await page.getByRole("status").getByText("Saved.").waitFor();
    assert.deepEqual(trouble.filter((line) => !line.includes("422")), []);
  });

  await within(browser, undefined, {}, async (page) => {
    await signInThere(page, `anybody@${domain}`, "nora");
    await page.waitForURL("**/discover");
    await page.goto("/account");
    assert.equal(await page.locator("#name").inputValue(), "Nora Lindqvist");
    // What is her own needs what is her own: the provider's word is no proof.
    await page.goto("/account/password");
    await page.waitForURL("**/account/prove**");
  });

  await within(browser, undefined, {}, async (page) => {
    await signInThere(page, `rex@${domain}`, "rex");
    await page.getByRole("alert").getByText("vouches for no e-mail address").waitFor();
  });

  await within(browser, admin, {}, async (page) => {
    await page.goto("/settings/people/nora");
    assert.equal(await page.locator('input[name="roles"][value="helpdesk-agent"]').isChecked(), true);
    assert.equal(await page.locator('input[name="roles"]:checked').count(), 1);
  });
});

test("an answer that was carried into another browser signs nobody in", () =>
  within(browser, undefined, {}, async (page) => {
    await page.goto("/sign-in/organisation/larkmoor?state=forged&code=stolen");
    await page.getByRole("alert").getByText("was not begun in this browser").waitFor();
  }));

test("where it is demanded, a password leads to the provider; removed, everything is as before", async () => {
  await within(browser, admin, {}, async (page) => {
    await page.goto("/settings/sign-on");
    await page.locator('input[name="demanded"]').check();
    await press(page, "Save");
    await page.getByRole("status").getByText("Saved.").waitFor();
  });
  await within(browser, undefined, {}, async (page) => {
    await page.goto("/sign-in");
    await page.locator("#email").fill(`nobody@${domain}`);
    await page.locator("#password").fill("a guess at a password");
    await page.locator('form[action="/sign-in"].sign-in .btn--primary').click();
    await page.waitForURL(`${issuer}/interaction/**`);
    await page.goto("/account/reset");
    await page.locator("#email").fill(`nobody@${domain}`);
    await page.locator("main form .btn--primary").click();
    await page.getByRole("alert").getByText("sign in through their organisation").waitFor();
  });
  await within(browser, admin, {}, async (page) => {
    await page.goto("/settings/sign-on");
    await press(page, "Remove the provider");
    await page.getByRole("status").getByText("The provider was removed.").waitFor();
    await page.locator('form[action$="/domains/release"] button').click();
    await page.getByRole("status").getByText("The domain was given up.").waitFor();
    await page.goto("/settings/people/nora");
    await press(page, "Remove from the organisation");
  });
});
