// How people come into an organisation, what is done about them there, and how one goes from one organisation to another.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { follow, followInVain, narrow, password, pathOf, start, within } from "./hub.mjs";

let browser;
before(async () => void (browser = await start()));
after(() => browser.close());

const as = (persona, story, options = {}) => within(browser, persona, options, story);

const heading = (page) => page.locator("h1").innerText();
const press = (page, name) => page.getByRole("button", { name, exact: true }).click();
const note = (page) => page.getByRole("status").innerText();
const secret = "nine quiet lighthouses";

/** An address that nobody has been invited with yet, however often the journeys run. */
const fresh = (name) => `${name}.${Date.now()}@larkmoor.example`;

/** Invites somebody and gives the link that is to be handed over. */
const invite = async (page, email, role) => {
  await page.goto("/settings/invitations");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("checkbox", { name: role, exact: true }).check();
  await press(page, "Make the invitation");
  assert.match(await note(page), /The invitation is made/);
  return pathOf(await page.locator("article", { hasText: email }).locator("code").innerText());
};

const signIn = async (page, email, typed) => {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(typed);
  await page.locator('form.sign-in button.btn--primary, form[action="/sign-in"] button.btn--primary').first().click();
};

test("an administrator invites a colleague, who joins, gets other roles, is deactivated and removed", () =>
  as("olivia-marsh", async (admin) => {
    await admin.goto("/");
    await admin.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Settings" }).click();
    await admin.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: "People" }).click();
    assert.equal(await heading(admin), "People");
    await admin.getByRole("link", { name: "Invite somebody" }).click();
    assert.ok(await admin.getByRole("heading", { name: "noor.hadley@larkmoor.example" }).isVisible(), "an invitation is open");

    await admin.getByLabel("E-mail address").fill("nowhere");
    await press(admin, "Make the invitation");
    const summary = admin.getByRole("alert");
    assert.match(await summary.innerText(), /“nowhere” is not one e-mail address/);
    assert.match(await summary.innerText(), /Choose at least one of the roles/);
    const email = fresh("ada.frost");
    const link = await invite(admin, email, "Helpdesk agent");

    await as(undefined, async (page) => {
      await follow(page, link);
      assert.equal(await heading(page), "Join Larkmoor Cloud");
      assert.match(await page.locator("main").innerText(), /Your role: Helpdesk agent/);
      await page.getByLabel("Your name").fill("Ada Frost");
      await page.getByLabel("Password").fill("password123");
      await press(page, "Join");
      assert.match(await page.getByRole("alert").innerText(), /Many people use this password/);
      await page.getByLabel("Password").fill(secret);
      await press(page, "Join");
      await page.waitForURL((url) => !url.pathname.startsWith("/link"));
      assert.equal(await page.locator(".topbar-org").innerText(), "Larkmoor Cloud");
      assert.equal(await followInVain(page, link), 404, "a link works once");
      assert.equal((await page.goto("/settings/people")).status(), 403, "a helpdesk agent manages nobody");

      await admin.goto("/settings/people");
      await admin.getByRole("link", { name: "Ada Frost" }).click();
      const person = admin.url();
      assert.match(await admin.locator("aside").innerText(), /Ends 1 session; Ada Frost must sign in again/);
      await admin.getByRole("checkbox", { name: "User management admin" }).check();
      await press(admin, "Change the roles");
      assert.match(await note(admin), /The roles have been changed/);
      assert.equal((await page.goto("/settings/people")).status(), 200, "they hold at once");

      await admin.locator("summary", { hasText: "Show every line" }).click();
      const line = admin.getByRole("row", { name: /Change.*User management admin · R8/ }).first();
      assert.ok(await line.isVisible(), "why she may");

      await press(admin, "Deactivate");
      assert.match(await note(admin), /Deactivated and signed out/);
      await page.goto("/settings/people");
      assert.match(page.url(), /\/sign-in/, "her session ended at once");
      await admin.goto(person);
      await press(admin, "Activate");
      await press(admin, "Remove from the organisation");
      assert.match(await note(admin), /Removed from your organisation/);
      assert.equal((await admin.goto(person)).status(), 404);
    });
  }));

test("the last who can give roles keeps that role, and nobody shuts themselves out", () =>
  as("dana-whitlock", async (page) => {
    await page.goto("/settings/people/dana-whitlock");
    assert.equal(await page.getByRole("button", { name: "Deactivate" }).count(), 0);
    await page.getByRole("checkbox", { name: "Customer admin" }).uncheck();
    await page.getByRole("checkbox", { name: "Customer user" }).check();
    await press(page, "Change the roles");
    assert.match(await page.getByRole("alert").innerText(), /Nobody else here can give roles/);
    assert.equal(await page.locator("#roles-error").count(), 1);
  }));

test("an invitation that was taken back opens nothing", () =>
  as("olivia-marsh", async (page) => {
    const email = fresh("late");
    const link = await invite(page, email, "Sales agent");
    await page.locator("article", { hasText: email }).getByRole("button", { name: /^Take back/ }).click();
    assert.match(await note(page), /taken back/);
    assert.equal(await followInVain(page, link), 404);
    assert.equal(await heading(page), "This link opens nothing");
  }));

test("an invitation is accepted by whoever it is for and by nobody else, who then goes between both organisations", () =>
  as("olivia-marsh", async (admin) => {
    const link = await invite(admin, "hugo.salas@estelar.example", "Sales agent");
    await as("priya-nair", async (page) => {
      await follow(page, link);
      assert.match(await page.locator("main").innerText(), /This invitation is for hugo\.salas@estelar\.example, and you are signed in as Priya Nair/);
      assert.equal(await page.locator('form[action="/link/open"]').count(), 0, "nothing to accept");
    });
    await as(undefined, async (page) => {
      await follow(page, link);
      assert.match(await page.locator("main").innerText(), /has an account here/);
      await page.locator("main").getByRole("link", { name: "Sign in" }).click();
      await signIn(page, "hugo.salas@estelar.example", password);
      await page.waitForURL("**/link/open");
      await press(page, "Accept");
      await page.waitForURL((url) => !url.pathname.startsWith("/link"));
      assert.match(await page.locator(".topbar-org summary").innerText(), /Larkmoor Cloud/);

      const go = async (name) => {
        await page.locator(".topbar-org summary").click();
        await page.locator(".topbar-org").getByRole("button", { name }).click();
      };
      await page.goto("/offers/pinar/insight");
      await go("Estelar Distribution");
      assert.equal(new URL(page.url()).pathname, "/offers/pinar/insight", "the same page, where it exists there too");
      assert.match(await page.locator(".topbar-org summary").innerText(), /Estelar Distribution/);
      await page.goto("/support/resellers/byeolbit");
      assert.equal(await page.locator("h1").count(), 1);
      await go("Larkmoor Cloud");
      assert.notEqual(new URL(page.url()).pathname, "/support/resellers/byeolbit", "home, where it does not");
      assert.match(await page.locator(".topbar-org summary").innerText(), /Larkmoor Cloud/);
    });
    await admin.goto("/settings/people/hugo-salas");
    await press(admin, "Remove from the organisation");
  }));

test("on a telephone and without script one switches organisation and manages people", () =>
  as("ece-arman", async (page) => {
    await page.goto("/discover?q=insight");
    await page.locator(".topbar-org summary").click();
    await page.locator(".topbar-org").getByRole("button", { name: "Çınaraltı Yazılım" }).click();
    assert.equal(new URL(page.url()).search, "?q=insight");
    await page.goto("/settings/people/ece-arman");
    assert.equal(await heading(page), "Ece Arman");
    await page.getByRole("checkbox", { name: "Developer" }).check();
    await press(page, "Change the roles");
    assert.match(await note(page), /The roles have been changed/);
    await page.getByRole("checkbox", { name: "Developer" }).uncheck();
    await press(page, "Change the roles");
    await page.locator(".topbar-org summary").click();
    await page.locator(".topbar-org").getByRole("button", { name: "Pınar Analitik" }).click();
    assert.equal(await heading(page).then((title) => title !== "Ece Arman"), true, "no such page for a developer there");
  }, { size: narrow, script: false }));

test("what one organisation knows of its people is nobody else's", () =>
  as("niamh-keane", async (page) => {
    for (const path of ["/settings/people/olivia-marsh", "/settings/people/nobody", "/settings/people/..%2Folivia-marsh"])
      assert.equal((await page.goto(path)).status(), 404, path);
    const token = { authorization: "Bearer firstline_demo_niamh-keane" };
    const answers = [];
    for (const handle of ["olivia-marsh", "nobody"]) {
      const response = await page.request.get(`/api/v1/people/${handle}`, { headers: token });
      assert.equal(response.status(), 404);
      answers.push(await response.text());
    }
    assert.equal(answers[0], answers[1], "the same answer as for what does not exist");
  }));
