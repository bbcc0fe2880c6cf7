// More than a password: demanded by an administrator, who is led to set up an app, gets on with it, and takes the demand back.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { emailOf, nextCode, password, start, within } from "./hub.mjs";

let browser;
before(async () => void (browser = await start()));
after(() => browser.close());

const owner = "alfie-quillfeather";
const press = (page, name) => page.getByRole("button", { name, exact: true }).click();
const heading = (page) => page.locator("h1").innerText();

test("what is demanded is asked of whoever demands it first, and opens everything again", () =>
  within(browser, undefined, {}, async (page) => {
    await page.goto("/sign-in");
    await page.locator("#email").fill(emailOf[owner]);
    await page.locator("#password").fill(password);
    await page.locator('form[action="/sign-in"].sign-in .btn--primary').click();
    await page.waitForURL("**/");

    await page.goto("/settings/sign-on");
    await page.getByText("One person, one of whom has neither an app nor a passkey yet.").waitFor();
    await page.getByLabel("Demand it of our people").check();
    await press(page, "Save what is demanded");
    await page.waitForURL("**/account/second-factor");
    assert.equal(await heading(page), "Code from an app");
    await page.getByRole("status").getByText("demands more than a password").waitFor();
    await page.goto("/my-offers");
    assert.match(page.url(), /\/account\/second-factor$/, "nothing else opens");
    assert.equal((await page.request.get("/api/v1/topics")).status(), 403);
    await page.getByRole("link", { name: "Make a passkey instead" }).click();
    assert.equal(await heading(page), "Passkeys");
    await page.getByRole("link", { name: "Set up an app for codes instead" }).click();

    const key = await page.locator("code.key").innerText();
    await page.locator("#code").fill(await nextCode(page, key));
    await press(page, "Turn it on");
    await page.getByRole("link", { name: "I have kept them" }).click();
    assert.equal(await heading(page), "My account");
    assert.equal((await page.request.get("/api/v1/topics")).status(), 200);

    await page.goto("/settings/sign-on");
    await page.getByText("One person, all of whom have an app or a passkey.").waitFor();
    await page.getByLabel("Demand it of our people").uncheck();
    await press(page, "Save what is demanded");
    await page.getByRole("status").getByText("Saved. It holds from the next step").waitFor();
    await page.goto("/account/second-factor");
    await press(page, "Remove the second factor");
    await page.getByRole("status").getByText("Your password alone lets you in again.").waitFor();
  }));
