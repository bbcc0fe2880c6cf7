// Reading across languages: an operator connects a translation service, and readers get what it makes, marked as that, with the
// original one key away. The hub has to be allowed to fetch from the service: --allow-fetch translate.localhost:PORT.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { start, within } from "./hub.mjs";

const port = Number(process.env.FIRSTLINE_TRANSLATION_PORT ?? 7472);
const host = "translate.localhost";
const service = `http://${host}:${port}`;
const operator = "niamh-keane";
/** Described in Turkish and in nothing else. */
const turkish = "/offers/cinaralti/e-irsaliye";
/** Described in English and in nothing else. */
const english = "/offers/quillmere/sign";

let browser, server;
/** What was asked for, and whether the service waits before it answers or is broken. */
const asked = [];
let broken = false;
let held;

const answers = (path, body) => {
  if (path === "/languages") {
    const targets = ["en", "es", "ko", "tr"];
    return [200, ["en", "tr", "de"].map((code) => ({ code, name: code, targets }))];
  }
  if (path !== "/translate") return [404, { error: "Not found" }];
  asked.push(body);
  if (broken) return [500, { error: "out of memory" }];
  return [200, { translatedText: body.q.map((text) => `(${body.target}) ${text}`) }];
};

before(async () => {
  server = createServer(async (request, response) => {
    let text = "";
    for await (const piece of request) text += piece;
    if (request.url === "/translate") await held;
    const [status, body] = answers(request.url, text && JSON.parse(text));
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
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
const lede = (page) => page.locator(".lede").first();

test("an operator asks a service for its languages, connects it, and readers get translations with the original one key away", async () => {
  await within(browser, operator, {}, async (page, { trouble }) => {
    await page.goto("/settings/translation");
    assert.equal(await page.locator('input[name="on"]').isChecked(), false);
    await page.locator("#address").fill("https://127.0.0.1");
    await press(page, "Ask the service for its languages");
    await page.getByText("The hub asks only hosts of the public network").last().waitFor();
    await page.locator("#address").fill(service);
    await press(page, "Ask the service for its languages");
    await page.getByText("It translates from 3 languages.").waitFor();
    assert.match(await page.locator("tr", { hasText: "German" }).innerText(), /English, Turkish, Korean and Spanish/);
    await page.locator("#key").fill("a key");
    await page.locator('input[name="on"]').check();
    await press(page, "Save");
    await page.getByRole("status").getByText("Saved.").waitFor();
    assert.equal(await page.locator("#key").inputValue(), "");
    assert.deepEqual(trouble.filter((line) => !line.includes("422")), []);
  });

  let release;
  held = new Promise((done) => (release = done));
  await within(browser, "niamh-keane", {}, async (page, { trouble }) => {
    await page.goto(turkish);
    const written = await lede(page).innerText();
    assert.equal(await lede(page).getAttribute("lang"), "tr");
    await page.getByText("A translation is being made.").waitFor();
    release();
    // It is said when it is there, and what the person reads stays until they want the other.
    await page.locator("[data-await]").getByText("The translation is ready.").waitFor();
    await page.locator("#announce").getByText("The translation is ready.", { exact: true }).waitFor({ state: "attached" });
    assert.equal(await lede(page).innerText(), written);
    await page.keyboard.press("t");
    await page.getByText(`Machine-translated from Turkish by ${host}.`).waitFor();
    assert.equal(await lede(page).innerText(), `(en) ${written}`);
    assert.equal(await lede(page).getAttribute("lang"), null);
    assert.equal(await page.locator("h1").getAttribute("lang"), "tr");
    await page.keyboard.press("?");
    await page.locator("#keys").getByText("Show the original").waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("t");
    await page.getByText("This is the original, in Turkish.").waitFor();
    assert.equal(await lede(page).innerText(), written);
    assert.equal(await lede(page).getAttribute("lang"), "tr");
    await page.keyboard.press("t");
    await page.getByText("Machine-translated from").waitFor();
    assert.deepEqual(trouble, []);
  });
  assert.ok(asked.length > 0);
  for (const { api_key, source, target, format } of asked)
    assert.deepEqual({ api_key, source, target, format }, { api_key: "a key", source: "tr", target: "en", format: "text" });
});

test("without script the original and the translation are a link away from each other", () =>
  within(browser, "sora-yun", { lang: "en", script: false }, async (page) => {
    await page.goto(turkish);
    await page.getByRole("link", { name: "Show the original" }).click();
    await page.waitForURL(`**${turkish}?original`);
    await page.getByRole("link", { name: "Show the translation" }).click();
    await page.getByText("Machine-translated from").waitFor();
  }));

test("whoever reads the language it was written in is shown no translation", () =>
  within(browser, "defne-acar", { lang: "tr" }, async (page) => {
    await page.goto(turkish);
    assert.equal(await lede(page).getAttribute("lang"), null);
    assert.equal(await page.locator('[data-key="t"]').count(), 0);
  }));

test("a service that is broken costs readers nothing, and its operator sees why; turned off, everyone reads the originals", async () => {
  broken = true;
  await within(browser, "sora-yun", { lang: "ko" }, async (page, { trouble }) => {
    await page.goto(english);
    assert.equal(await lede(page).getAttribute("lang"), "en");
    await page.getByText("번역하는 중입니다.").waitFor();
    assert.deepEqual(trouble, []);
  });
  await within(browser, operator, {}, async (page) => {
    await page.goto("/settings/translation");
    for (let turn = 0; turn < 30 && !(await page.getByText("It says that something is wrong with it.").isVisible()); turn += 1)
      await page.reload();
    await page.getByText("It says that something is wrong with it.").waitFor();
    await page.locator('input[name="on"]').uncheck();
    await press(page, "Save");
    await page.getByText("It is turned off.").waitFor();
    await page.goto(turkish);
    assert.equal(await lede(page).getAttribute("lang"), "tr");
    assert.equal(await page.locator('[data-key="t"]').count(), 0);
    await page.goto("/settings/translation");
    await press(page, "Remove all translations");
    await page.getByRole("status").getByText("All translations were removed.").waitFor();
  });
});
