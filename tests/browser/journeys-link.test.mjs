// Links that work once, as their readers come by them: followed, or pasted where no script runs; and what a browser shows of them.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { address, follow, followInVain, narrow, pathOf, start, within } from "./hub.mjs";

let browser;
before(async () => void (browser = await start()));
after(() => browser.close());

const heading = (page) => page.locator("h1").innerText();
const press = (page, name) => page.getByRole("button", { name, exact: true }).click();
const headers = { authorization: "Bearer firstline_demo_olivia-marsh" };
let guests = 0;

/** Invites somebody whom nobody has invited yet, and gives what they are handed. */
const invited = async (page) => {
  const email = `guest.${Date.now()}.${(guests += 1)}@larkmoor.example`;
  const made = await page.request.post("/api/v1/invitations", { headers, data: { email, roles: ["helpdesk-agent"] } });
  assert.equal(made.status(), 201);
  const { link } = await made.json();
  return { link, secret: link.split("#")[1], path: pathOf(link), email };
};

/** Notes every address that the browser asks for, and every one that it says it came from. */
const overheard = (page) => {
  const heard = [];
  page.on("request", async (request) => {
    heard.push(request.url());
    const { referer = "" } = await request.allHeaders().catch(() => ({}));
    heard.push(referer);
  });
  return heard;
};

const join = async (page, name) => {
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Password").fill("nine quiet lighthouses");
  await press(page, "Join");
  await page.waitForURL((url) => !url.pathname.startsWith("/link"));
};

test("a link that is followed opens by itself, and no address shows it", () =>
  within(browser, undefined, {}, async (page, { context }) => {
    const { path, secret, email } = await invited(page);
    const heard = overheard(page);
    await page.goto("/sign-in");
    await follow(page, path);
    assert.equal(await heading(page), "Join Larkmoor Cloud");
    assert.equal(page.url(), `${address}/link/open`);
    assert.ok((await context.cookies()).some(({ value, httpOnly }) => value === secret && httpOnly), "the browser keeps it from scripts");
    await page.reload();
    assert.equal(await heading(page), "Join Larkmoor Cloud");
    await page.locator(".bare-top summary").click();
    await press(page, "Español");
    assert.equal(await heading(page), "Unirse a Larkmoor Cloud");
    await page.locator(".bare-top summary").click();
    await press(page, "English");

    for (const back of [1, 2, 3]) {
      await page.goBack();
      const shown = await page.evaluate(() => [location.href, ...[...document.querySelectorAll("input")].map(({ value }) => value)]);
      assert.ok(shown.every((text) => !text.includes(secret)), `${back} back: ${shown}`);
    }
    await page.goto("/link/open");
    await join(page, "Gül Guest");
    assert.match(await page.locator(".topbar-org").innerText(), /Larkmoor Cloud/);
    assert.ok((await context.cookies()).every(({ value }) => value !== secret), "used up, it is kept no longer");
    assert.ok(heard.length > 20 && heard.every((said) => !said.includes(secret)), `${heard}`);
    await page.goto("/account");
    assert.match(await page.locator("main").innerText(), new RegExp(email));
    assert.equal(await followInVain(page, path), 404);
    assert.equal(await heading(page), "This link opens nothing");
    assert.equal(page.url(), `${address}/link`);
  }));

test("on the page for a link another one opens from the address bar, and the later one counts", () =>
  within(browser, undefined, {}, async (page) => {
    const [first, second] = [await invited(page), await invited(page)];
    await follow(page, first.path);
    assert.match(await page.locator("main").innerText(), new RegExp(first.email));
    await page.goto("/link");
    // The page is there already: such a change of the address loads nothing.
    await Promise.all([page.waitForURL("**/link/open"), page.evaluate((path) => void (location.href = path), second.path)]);
    assert.match(await page.locator("main").innerText(), new RegExp(second.email));

    // What was typed on the page of the first is not taken for the second.
    await follow(page, first.path);
    const other = await page.context().newPage();
    await follow(other, second.path);
    await page.getByLabel("Your name").fill("Gül Guest");
    await page.getByLabel("Password").fill("nine quiet lighthouses");
    await press(page, "Join");
    await page.getByRole("heading", { name: "Another link was opened in this browser" }).waitFor();
    await page.getByLabel("Your link").fill(first.link);
    await press(page, "Open");
    assert.match(await page.locator("main").innerText(), new RegExp(first.email));
    await join(page, "Gül Guest");
  }));

test("on a telephone and without script a link is pasted, whole or in part", () =>
  within(browser, undefined, { size: narrow, script: false }, async (page) => {
    const { link, secret, path, email } = await invited(page);
    await page.goto(path);
    assert.match(await page.locator("main").innerText(), /because your browser runs no scripts here, paste it below/);
    await press(page, "Open");
    assert.match(await page.locator("#link-error").innerText(), /Paste your link here/);
    await page.getByLabel("Your link").fill(link.slice(0, -3));
    await press(page, "Open");
    assert.equal(await heading(page), "This link opens nothing");
    for (const pasted of [` <${link}> `, secret]) {
      await page.getByLabel("Your link").fill(pasted);
      await press(page, "Open");
      assert.equal(page.url(), `${address}/link/open`);
      assert.match(await page.locator("main").innerText(), new RegExp(email));
      if (pasted !== secret) await page.goto("/link");
    }
    await join(page, "Gül Guest");
    await page.goto("/account");
    assert.match(await page.locator("main").innerText(), new RegExp(email));
  }));
