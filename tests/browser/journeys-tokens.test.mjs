// How programs are let in: a token and a client are made, used, seen to be used, and revoked.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { narrow, start, within } from "./hub.mjs";

let browser;
before(async () => void (browser = await start()));
after(() => browser.close());

const as = (persona, story, options = {}) => within(browser, persona, options, story);

const heading = (page) => page.locator("h1").innerText();
const press = (page, name) => page.getByRole("button", { name, exact: true }).click();
const row = (page, name) => page.getByRole("row", { name });
const bearer = (token) => ({ authorization: `Bearer ${token}` });

/** A name that no program has yet, however often the journeys run. */
const fresh = (name) => `${name} ${Date.now()}`;

/** Makes one and gives its secret, which stands on this one page. */
const make = async (page, name, role, kind) => {
  await page.goto("/settings/tokens");
  await page.getByLabel("Name", { exact: true }).fill(name);
  if (kind) await page.getByRole("radio", { name: kind }).check();
  await page.getByRole("checkbox", { name: role, exact: true }).check();
  await press(page, "Make it");
  assert.equal(await heading(page), `${name} is made`);
  return page.locator("#secret").innerText();
};

const revoke = async (page, name) => {
  await page.goto("/settings/tokens");
  await row(page, name).getByRole("link", { name: /^Revoke/ }).click();
  assert.equal(await heading(page), `Revoke ${name}`);
};

test("an administrator makes a token, sees when it was used, and revokes it", () =>
  as("olivia-marsh", async (page) => {
    await page.goto("/settings");
    await page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: "Tokens" }).click();
    await page.getByLabel("Days until it runs out").fill("9000");
    await press(page, "Make it");
    const summary = page.getByRole("alert");
    assert.match(await summary.innerText(), /at most 80 characters/);
    assert.match(await summary.innerText(), /9000 is not from 1 to 366 days/);
    assert.match(await summary.innerText(), /one or more of the roles/);

    const name = fresh("Nightly export");
    const secret = await make(page, name, "Sales agent");
    assert.match(secret, /^firstline_/);
    await page.getByRole("link", { name: "I have kept it" }).click();
    assert.match(await row(page, name).innerText(), /Sales agent[\s\S]*never/);
    assert.ok(!(await page.content()).includes(secret), "shown once");

    const topics = await page.request.get("/api/v1/topics", { headers: bearer(secret) });
    assert.equal(topics.status(), 200);
    assert.equal((await page.request.get("/api/v1/people", { headers: bearer(secret) })).status(), 403);
    await page.reload();
    assert.match(await row(page, name).innerText(), /(now|second|minute)/);

    await revoke(page, name);
    assert.match(await page.locator("main").innerText(), /refused from its next call on/);
    await press(page, "Revoke for good");
    assert.match(await page.getByRole("status").innerText(), /no longer works/);
    assert.equal(await row(page, name).count(), 0);
    assert.equal((await page.request.get("/api/v1/topics", { headers: bearer(secret) })).status(), 401);
    await page.goto("/settings/audit");
    assert.match(await page.locator("main").innerText(), new RegExp(`revoked the token ${name}`));
  }));

test("a client exchanges its secret for tokens of an hour, which end with it; on a telephone and without script", () =>
  as("olivia-marsh", async (page) => {
    const name = fresh("CRM");
    const secret = await make(page, name, "Helpdesk agent", /OAuth client/);
    const id = await page.locator("code").first().innerText();
    const form = { grant_type: "client_credentials", client_id: id, client_secret: secret };
    const given = await page.request.post("/oauth/token", { form });
    assert.equal(given.status(), 200);
    const { access_token, expires_in, scope } = await given.json();
    assert.deepEqual([expires_in, scope], [3600, "helpdesk-agent"]);
    const call = async () => (await page.request.get("/api/v1/topics", { headers: bearer(access_token) })).status();
    assert.equal(await call(), 200);
    await revoke(page, name);
    await press(page, "Revoke for good");
    assert.equal(await call(), 401);
    assert.equal((await (await page.request.post("/oauth/token", { form })).json()).error, "invalid_client");
  }, { size: narrow, script: false }));

test("whoever looks after no programs sees none of them, and another organisation's do not exist", () =>
  as("emre-tunali", async (page) => {
    assert.equal((await page.goto("/settings/tokens")).status(), 403);
    const headers = bearer("firstline_demo_olivia-marsh");
    const { items } = await (await page.request.get("/api/v1/tokens", { headers })).json();
    await as("defne-acar", async (other) => {
      const path = `/settings/tokens/${items[0].token}/revoke`;
      assert.equal((await other.goto(path)).status(), 404);
    });
  }));
