// Asking in one's own words, and saying that it was read wrongly: the words stay, and are kept where the organisation keeps such.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { start, within } from "./hub.mjs";

let browser;
before(async () => void (browser = await start()));
after(() => browser.close());

const as = (persona, story, options = {}) => within(browser, persona, options, story);

const sure = "The app has been crashing with error 500 since the update this morning.";
const unsure = "the price is not what we expected";

const words = (page) => page.getByRole("textbox", { name: "In your own words" });
const read = async (page, text) => {
  await page.goto("/ask");
  await words(page).fill(text);
  await page.getByRole("button", { name: "Read my question" }).click();
};

/** How many days the organisation keeps what was read wrongly; empty: not at all. */
const keep = (days) =>
  as("olivia-marsh", async (page) => {
    await page.goto("/settings/privacy");
    await page.getByLabel("Questions that were read wrongly").fill(days);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.waitForLoadState();
  });

/** Corrections that are on the organisation's record. */
const corrections = () =>
  as("olivia-marsh", async (page) => {
    await page.goto("/settings/audit");
    return page.locator(".record-said", { hasText: "Tom Ashdown" }).filter({ hasText: "what a question is about" }).count();
  });

test("an answer that was read wrongly is changed with the words still there, and the words stand in no address", async () => {
  await keep("90");
  const before = await corrections();
  await as("tom-ashdown", async (page) => {
    await read(page, sure);
    await page.waitForURL(/\/answers\/.*read=1/);
    await page.getByRole("link", { name: "Not it? Change" }).click();
    await page.waitForURL(/\/ask\?/);
    assert.ok(!decodeURIComponent(page.url()).includes("crashing"), "the words stand in no address");
    assert.equal(await words(page).inputValue(), sure);
    await page.locator('input[name="topic"][value="commercial.refund"]').check();
    await page.getByRole("button", { name: "Find who supports this" }).click();
    await page.waitForURL(/\/answers\//);
    assert.equal(await page.locator(".asked b").innerText(), "Money back");
  });
  assert.equal(await corrections(), before + 1);
});

test("what is chosen where it was not sure is kept with the words", async () => {
  await keep("90");
  const before = await corrections();
  await as("tom-ashdown", async (page) => {
    await read(page, unsure);
    const choices = page.locator('button[name="choice"]');
    assert.ok((await choices.count()) >= 2);
    await choices.first().click();
    await page.waitForURL(/\/answers\//);
  });
  assert.equal(await corrections(), before + 1);
});

test("a program says what words are about with text and topic together", async () => {
  await keep("90");
  const before = await corrections();
  await as(undefined, async (page) => {
    const headers = { authorization: "Bearer firstline_demo_tom-ashdown" };
    for (const [path, status] of [["ask", 200], ["decisions", 201]]) {
      const response = await page.request.post(`/api/v1/${path}`, { headers, data: { text: unsure, topic: "commercial.billing" } });
      assert.equal(response.status(), status);
    }
  });
  assert.equal(await corrections(), before + 2);
});

test("where the organisation keeps none, the words are gone with the page", async () => {
  await keep("");
  await as("tom-ashdown", async (page) => {
    await read(page, sure);
    await page.waitForURL(/\/answers\/.*read=1/);
    await page.getByRole("link", { name: "Not it? Change" }).click();
    await page.waitForURL(/\/ask\?/);
    assert.equal(await words(page).inputValue(), "");
  });
});
