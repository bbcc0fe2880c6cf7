// One's own account, looked after as people do it: the app and its codes, a passkey on a device, another password.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { address, codeOf, emailOf, nextCode, password, start, stepNow, within } from "./hub.mjs";

let browser;
before(async () => void (browser = await start()));
after(() => browser.close());

const stranger = (story) => within(browser, undefined, {}, story);

const heading = (page) => page.locator("h1").innerText();

const signIn = async (page, persona, secret = password) => {
  await page.goto("/sign-in");
  await page.locator("#email").fill(emailOf[persona]);
  await page.locator("#password").fill(secret);
  await page.locator('form[action="/sign-in"].sign-in .btn--primary').click();
};

const signOut = (page) => page.request.post("/sign-out");

const press = (page, name) => page.getByRole("button", { name, exact: true }).click();

/** The row of my account that says this. */
const row = (page, name) => page.locator(".ways > li", { has: page.getByText(name, { exact: true }) });

test("a second factor: added by a picture or a key, asked for at the next sign-in, recovered without the phone, taken away", () =>
  stranger(async (page) => {
    await signIn(page, "minjun-ha");
    await page.waitForURL("**/");
    await page.goto("/account");
    assert.equal(await heading(page), "My account");
    await row(page, "Code from an app").getByRole("link", { name: "Add" }).click();
    assert.equal(await page.getByRole("img", { name: "QR code with the key for your app" }).count(), 1);
    const key = await page.locator("code.key").innerText();
    await page.locator("#code").fill("000000");
    await press(page, "Turn it on");
    await page.getByRole("alert").getByText("This code is wrong").waitFor();
    await page.locator("#code").fill(await nextCode(page, key));
    await press(page, "Turn it on");
    const codes = await page.locator(".codes code").allInnerTexts();
    assert.equal(codes.length, 10);
    await page.getByRole("link", { name: "I have kept them" }).click();
    await row(page, "Code from an app").getByText("10 recovery codes are left.").waitFor();

    await signOut(page);
    await signIn(page, "minjun-ha");
    assert.equal(await heading(page), "Enter your code");
    await page.goto("/account");
    assert.match(page.url(), /\/sign-in\?/, "the password alone opens nothing");
    await signIn(page, "minjun-ha");
    await page.locator("#code").fill(codeOf(key, stepNow() - 1));
    await press(page, "Sign in");
    await page.getByRole("alert").waitFor();
    await page.locator("#code").fill(await nextCode(page, key));
    await press(page, "Sign in");
    await page.waitForURL("**/");

    await signOut(page);
    await signIn(page, "minjun-ha");
    await page.locator("#code").fill(codes[2].toUpperCase());
    await press(page, "Sign in");
    await page.waitForURL("**/");
    await signOut(page);
    await signIn(page, "minjun-ha");
    await page.locator("#code").fill(codes[2]);
    await press(page, "Sign in");
    await page.getByRole("alert").getByText("was used before").waitFor();
    await page.locator("#code").fill(codes[3]);
    await press(page, "Sign in");
    await page.waitForURL("**/");

    await page.goto("/account");
    await row(page, "Code from an app").getByText("8 recovery codes are left.").waitFor();
    await row(page, "Code from an app").getByRole("link", { name: "Change" }).click();
    await press(page, "Remove the second factor");
    await page.getByRole("status").getByText("Your password alone lets you in again.").waitFor();
    await signOut(page);
    await signIn(page, "minjun-ha");
    await page.waitForURL("**/");
  }));

test("a passkey: made on a device, enough to sign in by, shown anew before a change, and removed", () =>
  stranger(async (page, { context }) => {
    // Browsers bind passkeys to a name, and the machine itself is called localhost.
    const local = address.replace("127.0.0.1", "localhost");
    const at = (path) => page.goto(local + path);
    await context.addCookies([{ name: "firstline_language", value: "en", url: local }]);
    const wire = await context.newCDPSession(page);
    await wire.send("WebAuthn.enable");
    const { authenticatorId } = await wire.send("WebAuthn.addVirtualAuthenticator", {
      options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
    });

    await signIn(page, "renata-ochoa");
    await page.waitForURL("**/");
    await page.goto("/account/passkeys");
    await page.getByRole("button", { name: "Add a passkey" }).click();
    await page.locator("[data-passkey-elsewhere]").waitFor();
    assert.equal(await page.locator("[data-passkey-elsewhere] a").getAttribute("href"), `${local}/account/passkeys`);

    const entered = async () => {
      await page.locator("#email").fill(emailOf["renata-ochoa"]);
      await page.locator("#password").fill(password);
      await page.locator('form[action="/sign-in"].sign-in .btn--primary').click();
      await page.waitForURL(`${local}/`);
    };
    await at("/sign-in");
    await entered();
    await at("/account");
    await row(page, "Passkeys").getByRole("link", { name: "Add" }).click();
    await press(page, "Add a passkey");
    await page.getByRole("alert").getByText("Give it a name").first().waitFor();
    await page.locator("#name").fill("Laptop of Renata");
    await press(page, "Add a passkey");
    await page.getByRole("status").getByText("The passkey is added.").waitFor();
    const { credentials } = await wire.send("WebAuthn.getCredentials", { authenticatorId });
    assert.equal(credentials.length, 1, "nothing was made for a form that could not be accepted");
    await row(page, "Passkeys").getByRole("link", { name: "Change" }).click();
    await page.getByText("never used").waitFor();
    await page.locator("#name").fill("Laptop once more");
    await press(page, "Add a passkey");
    await page.getByRole("alert").getByText("This device has a passkey for your account already.").waitFor();

    await page.request.post(`${local}/sign-out`);
    await at("/sign-in?to=/discover");
    await press(page, "Sign in with a passkey");
    await page.waitForURL(`${local}/discover`);
    await at("/account/prove?to=/account/passkeys");
    await press(page, "Use a passkey");
    await page.waitForURL(`${local}/account/passkeys`);
    await page.getByText("last used").waitFor();

    await wire.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
    await page.request.post(`${local}/sign-out`);
    await at("/sign-in");
    await press(page, "Sign in with a passkey");
    await page.getByRole("alert").getByText("Nothing was done").waitFor();
    await wire.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: true });
    await press(page, "Sign in with a passkey");
    await page.waitForURL(`${local}/`);

    await at("/account/passkeys");
    await page.getByRole("button", { name: /^Remove/ }).click();
    await page.getByRole("status").getByText("The passkey no longer opens this account.").waitFor();
    await page.request.post(`${local}/sign-out`);
    await at("/sign-in");
    await press(page, "Sign in with a passkey");
    await page.getByRole("alert").getByText("This passkey opens no account here.").waitFor();
  }));

test("another password: the one before is asked for, every other browser is signed out, this one stays", async () => {
  const other = "seven loud lighthouses";
  await stranger(async (phone) => {
    await signIn(phone, "inigo-vela");
    await phone.waitForURL("**/");
    await phone.goto("/account");
    const before = await phone.locator("#sessions .ways > li").count();
    await stranger(async (page) => {
      await signIn(page, "inigo-vela");
      await page.waitForURL("**/");
      await page.goto("/account");
      assert.equal(await page.locator("#sessions .ways > li").count(), before + 1);
      await page.getByText("this browser").waitFor();
      await row(page, "Password").getByRole("link", { name: "Change" }).click();
      await page.locator("#present").fill("not this one");
      await page.locator("#password").fill(other);
      await press(page, "Set the password");
      await page.locator("#present-error").getByText("This is not your present password.").waitFor();
      await page.locator("#present").fill(password);
      await page.locator("#password").fill(other);
      await press(page, "Set the password");
      await page.getByRole("status").getByText("All your other sessions have ended.").waitFor();
      assert.equal(await page.locator("#sessions .ways > li").count(), 1);
      await phone.goto("/account");
      assert.match(phone.url(), /\/sign-in/, "signed out");
      await signIn(phone, "inigo-vela");
      await phone.getByRole("alert").getByText("do not belong together").waitFor();
      await signIn(phone, "inigo-vela", other);
      await phone.waitForURL("**/");
      await page.goto("/account");
      await press(page, "End all others");
      await page.getByRole("status").getByText("Whoever sat there must sign in again.").waitFor();
      await page.goto("/account/password");
      await page.locator("#present").fill(other);
      await page.locator("#password").fill(password);
      await press(page, "Set the password");
      await page.getByRole("status").getByText("Your password is changed.").waitFor();
    });
  });
});

test("without script: name and language are changed, a new password is asked for, and what needs script is not shown", () =>
  within(browser, undefined, { script: false }, async (page) => {
    await page.goto("/account/reset");
    await page.locator("#email").fill("nobody@people.example");
    await press(page, "Send the link");
    await page.getByText("If this address has an account").waitFor();
    assert.ok(await page.getByRole("button", { name: "Sign in with a passkey" }).isHidden());
    await signIn(page, "oscar-linde");
    await page.waitForURL("**/");
    await page.goto("/account");
    const before = await page.locator("#name").inputValue();
    await page.locator("#name").fill("Óscar L.");
    await page.locator("#language").selectOption("es");
    await page.locator('form[action="/account"] .btn--primary').click();
    assert.equal(await heading(page), "Mi cuenta");
    await page.locator("#name").fill(before);
    await page.locator("#language").selectOption("en");
    await page.locator('form[action="/account"] .btn--primary').click();
    await page.getByRole("status").getByText("Saved.").waitFor();
    await page.goto("/account/passkeys");
    // Not by text: such a look passes over what stands in <noscript>.
    assert.match(await page.locator("main").innerText(), /Adding a passkey needs JavaScript/);
  }));
