// How organisations come to work with each other and what they agree, by request and consent, and how that ends.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { narrow, start, within } from "./hub.mjs";

let browser;
before(async () => void (browser = await start()));
after(() => browser.close());

const as = (persona, story, options = {}) => within(browser, persona, options, story);

const place = "/settings/relationships";
const press = (page, name) => page.getByRole("button", { name, exact: true }).click();
const note = (page) => page.getByRole("status").innerText();
const main = (page) => page.locator("main").innerText();

/** Asks for a relationship and gives what the page says then. */
const ask = async (page, to) => {
  await page.goto(place);
  await page.getByLabel("Their handle, or the e-mail address of an administrator there").fill(to);
  await press(page, "Send the request");
  return note(page);
};

const takeBack = async (page, to) => {
  await page.goto(place);
  await page.getByRole("row", { name: to }).getByRole("button", { name: /^Take back/ }).click();
  assert.match(await note(page), /taken back/);
};

test("a partner asks a customer, who consents; the customer is theirs until one of them ends it", () =>
  as("olivia-marsh", async (partner) => {
    await partner.goto("/");
    await partner.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Settings" }).click();
    await partner.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: "Relationships" }).click();
    assert.equal(await ask(partner, "copperline"), await ask(partner, "no-such-organisation"), "the same answer");
    assert.doesNotMatch(await main(partner), /Copperline Studios/, "who it is, they do not say yet");
    await takeBack(partner, "no-such-organisation");

    await as("dana-whitlock", async (customer) => {
      await customer.goto(place);
      const request = customer.locator("#waiting article", { hasText: "Larkmoor Cloud" });
      assert.match(await request.innerText(), /wants to sell to you and to ask on your behalf/);
      await request.getByRole("button", { name: /^Accept/ }).click();
      assert.match(await note(customer), /Accepted/);

      await partner.goto(place);
      assert.ok(await partner.getByRole("row", { name: /Copperline Studios/ }).first().isVisible());

      const row = customer.locator("tr", { hasText: "Larkmoor Cloud" }).first();
      await row.locator("summary").click();
      assert.match(await row.innerText(), /no longer sees you and can no longer ask or act for you/);
      await row.getByRole("button", { name: /^End it now/ }).click();
      assert.match(await note(customer), /Ended/);
      await partner.goto(place);
      await partner.getByText("Show what ended, was declined or taken back").click();
      assert.match(await partner.getByRole("row", { name: /Copperline Studios/ }).first().innerText(), /ended/);
    }, { size: narrow, script: false });
  }));

test("whoever declines is not named to whoever asked", () =>
  as("olivia-marsh", async (partner) => {
    assert.match(await ask(partner, "dana.whitlock@copperline.example"), /if there is such an organisation/);
    await as("dana-whitlock", async (customer) => {
      await customer.goto(place);
      await customer.locator("#waiting article").getByRole("button", { name: /^Decline/ }).click();
      assert.match(await note(customer), /Declined/);
    });
    await partner.goto(place);
    await partner.getByText("Show what ended, was declined or taken back").click();
    const row = partner.getByRole("row", { name: /dana\.whitlock@copperline\.example/ }).first();
    assert.match(await row.innerText(), /declined/);
    assert.doesNotMatch(await row.innerText(), /Copperline Studios/);
  }));

test("what is in vain is refused at the field", () =>
  as("olivia-marsh", async (page) => {
    await page.goto(place);
    await page.getByLabel("Their handle, or the e-mail address of an administrator there").fill("thistledown");
    await press(page, "Send the request");
    assert.match(await page.getByRole("alert").innerText(), /You already work with “thistledown”/);
  }));

test("a reseller proposes a split, the provider declines it, and nothing changes", () =>
  as("marta-ibarz", async (reseller) => {
    await reseller.goto("/support");
    await reseller.getByRole("link", { name: /^Propose another split/ }).click();
    await reseller.getByLabel(/^Provider first/).check();
    await press(reseller, "Use this profile");
    await reseller.waitForURL(/profile=provider-first/);
    await press(reseller, "Propose it");
    assert.match(await note(reseller), /It counts once it is accepted/);
    await as("lucia-ferrer", async (provider) => {
      await provider.goto("/support/resellers/nube-del-ebro");
      assert.match(await main(provider), /Nube del Ebro proposes another split/);
      await press(provider, "Decline the split");
      assert.match(await note(provider), /Everything stays as agreed so far/);
    });
    await reseller.reload();
    assert.doesNotMatch(await main(reseller), /who has not answered/);
  }));
