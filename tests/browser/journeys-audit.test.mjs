// Who did what and who looked at what: read, searched, taken out; and what becomes of it when somebody is erased.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { follow, narrow, pathOf, start, within } from "./hub.mjs";

let browser;
before(async () => void (browser = await start()));
after(() => browser.close());

const as = (persona, story, options = {}) => within(browser, persona, options, story);

const heading = (page) => page.locator("h1").innerText();
const press = (page, name) => page.getByRole("button", { name, exact: true }).click();
const lines = (page) => page.locator(".record-said").allInnerTexts();

/** The record once it holds a line: looks at contacts are written a moment after they happen. */
const recordWith = async (page, line, query = "") => {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    await page.goto(`/settings/audit${query}`);
    if ((await lines(page)).includes(line)) return;
    await page.waitForTimeout(250);
  }
  assert.fail(`no line “${line}” in: ${(await lines(page)).join(" | ")}`);
};

const downloaded = async (page, click) => {
  const [file] = await Promise.all([page.waitForEvent("download"), click()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
};

test("a look at contacts is on record for both sides, by name only for the own one", async () => {
  await as("tom-ashdown", async (page) => {
    await page.goto("/offers/pinar/insight");
    await page.goto("/offers/pinar/insight");
    assert.equal((await page.goto("/settings/audit")).status(), 403, "an agent does not see the record");
  });
  await as("olivia-marsh", async (page) => {
    const line = "Tom Ashdown saw the contacts of the offer pinar/insight";
    await recordWith(page, line);
    assert.equal((await lines(page)).filter((one) => one === line).length, 1, "one line a day");
  });
  await as("selin-uzunoglu", async (page) => {
    await recordWith(page, "Somebody of Larkmoor Cloud saw the contacts of the offer pinar/insight");
    assert.ok(!(await page.content()).includes("Tom Ashdown"), "who it was is not told");
  });
});

test("a change is found, read with what was before and after, and taken out", () =>
  as("olivia-marsh", async (page) => {
    const price = `${Date.now() % 100_000} pounds an hour`;
    await page.goto("/desk");
    await page.locator("#price").fill(price);
    await press(page, "Save");
    await page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: "Record of changes" }).click();
    assert.equal(await heading(page), "Record of changes");
    await page.getByLabel("What was done").selectOption("edit-desk");
    await page.getByLabel("Text", { exact: true }).fill(price);
    await press(page, "Search");
    assert.deepEqual(await lines(page), ["Olivia Marsh changed the support desk"]);
    await page.locator(".record-line summary").click();
    const row = page.getByRole("row", { name: "Price" });
    assert.ok((await row.innerText()).includes(price), await row.innerText());
    assert.match(await page.locator(".record-more").innerText(), /from (127\.0\.0\.1|::1)/);

    await page.getByLabel("Who", { exact: true }).fill("nobody of this name");
    await press(page, "Search");
    assert.ok(await page.getByRole("heading", { name: "Nothing fits" }).isVisible());
    await page.getByRole("link", { name: "Clear" }).click();
    assert.ok((await lines(page)).length > 0);

    const record = await downloaded(page, () => page.getByRole("link", { name: /^JSON Lines/ }).click());
    assert.equal(record.name, "larkmoor-record.jsonl");
    const all = record.text.trim().split("\n").map((line) => JSON.parse(line));
    assert.equal(all.at(-1).act, "export-audit");
    all.forEach(({ previous }, index) => index && assert.equal(previous, all[index - 1].hash, "each holds the one before"));
    const sheet = await downloaded(page, () => page.getByRole("link", { name: /^CSV/ }).click());
    assert.match(sheet.text, /^number,time,who,/);

    await page.goto("/settings/audit");
    const hash = await page.locator(".card .hash").innerText();
    assert.match(hash, /^[0-9a-f]{64}$/);
    assert.deepEqual((await lines(page)).slice(0, 2), Array(2).fill("Olivia Marsh took the whole record out"));
  }));

test("how long things are kept has its limits, and what follows is said before", () =>
  as("olivia-marsh", async (page) => {
    await page.goto("/settings/privacy");
    assert.match(await page.locator("main").innerText(), /removed for good within a day/);
    await page.getByLabel("The record of changes").fill("12");
    await press(page, "Save");
    assert.match(await page.getByRole("alert").innerText(), /from 365–3650/);
    await page.getByLabel("The record of changes").fill("3650");
    await press(page, "Save");
    assert.match(await page.getByRole("status").innerText(), /Saved/);
    assert.equal(await page.getByLabel("The record of changes").inputValue(), "3650");
    await page.getByLabel("The record of changes").fill("");
    await press(page, "Save");
    await recordWith(page, "Olivia Marsh changed how long data is kept");
  }));

test("somebody takes out what is held of them, is erased, and what they did stays by nobody", () =>
  as("olivia-marsh", async (admin) => {
    const name = `Ada Frost ${Date.now() % 100_000}`;
    const email = `ada.${Date.now()}@larkmoor.example`;
    await admin.goto("/settings/invitations");
    await admin.getByLabel("E-mail address").fill(email);
    await admin.getByRole("checkbox", { name: "Admin agent", exact: true }).check();
    await press(admin, "Make the invitation");
    const link = pathOf(await admin.locator("article", { hasText: email }).locator("code").innerText());

    await as(undefined, async (page) => {
      await follow(page, link);
      await page.getByLabel("Your name").fill(name);
      await page.getByLabel("Password").fill("nine quiet lighthouses");
      await press(page, "Join");
      await page.waitForURL((url) => !url.pathname.startsWith("/link"));
      await page.goto("/offers/pinar/insight");
      await page.goto("/account");
      const data = await downloaded(page, () => page.getByRole("link", { name: "Download your data" }).click());
      const held = JSON.parse(data.text);
      assert.equal(held.person.email, email);
      assert.deepEqual(held.memberships.map(({ organisation }) => organisation), ["larkmoor"]);
      assert.ok(!data.text.includes("argon2"));
      await recordWith(admin, `${name} saw the contacts of the offer pinar/insight`);

      await admin.goto("/settings/people");
      await admin.getByRole("link", { name }).click();
      await admin.getByRole("link", { name: "Erase …" }).click();
      assert.equal(await heading(admin), `Erase ${name}`);
      assert.match(await admin.locator("main").innerText(), /This cannot be undone/);
      await press(admin, "Erase for good");
      assert.match(await admin.getByRole("status").innerText(), /Erased/);
      await page.goto("/account");
      assert.match(page.url(), /\/sign-in/, "signed out at once");
    });
    await recordWith(admin, "Former person saw the contacts of the offer pinar/insight");
    for (const path of ["/settings/audit", "/settings/people", "/settings/invitations"]) {
      await admin.goto(path);
      const source = await admin.content();
      assert.ok(!source.includes(name) && !source.includes(email), path);
    }
  }));

test("the record reads on a phone, without script, in Turkish", () =>
  as("olivia-marsh", async (page) => {
    await page.goto("/settings/audit");
    assert.equal(await heading(page), "Değişiklik kaydı");
    await page.locator(".record-line summary").first().click();
    assert.ok(await page.locator(".record-more").first().isVisible());
  }, { lang: "tr", size: narrow, script: false }));
