// Who is on the hub, who may buy what is exclusive, and what waits for an answer.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { narrow, start, within } from "./hub.mjs";

let browser;
before(async () => void (browser = await start()));
after(() => browser.close());

const as = (persona, story, options = {}) => within(browser, persona, options, story);

const press = (page, name) => page.getByRole("button", { name, exact: true }).click();
const note = (page) => page.getByRole("status").innerText();
const main = (page) => page.locator("main").innerText();
const rail = (page, name) => page.getByRole("navigation", { name: "Main" }).getByRole("link", { name });

test("a publisher authorises a partner for an exclusive offer, which can buy it until that is withdrawn", () =>
  as("nuria-salcedo", async (publisher) => {
    await publisher.goto("/my-offers");
    await publisher.goto("/my-offers/soc");
    await publisher.getByRole("link", { name: "Partners", exact: true }).click();
    const partners = publisher.locator("#partners");
    assert.match(await partners.innerText(), /Estelar Distribution/, "it sells other offers of theirs");
    const stranger = partners.getByRole("row", { name: /cumbre-nube/ });
    assert.match(await stranger.innerText(), /You see its name once it sells an offer of yours/);

    await as("jiwoo-seo", async (partner) => {
      await partner.goto("/offers/penaclara/soc");
      assert.match(await main(partner), /Selected partners only/);

      await publisher.getByLabel("Its handle, or the name of a partner that sells your offers").fill("byeolbit");
      await press(publisher, "Authorise");
      assert.match(await note(publisher), /Authorised\. Whoever has this handle/);
      const row = partners.getByRole("row", { name: /byeolbit/ });
      assert.doesNotMatch(await row.innerText(), /별빛클라우드/, "who that is, it is not told");
      await partner.reload();
      assert.doesNotMatch(await main(partner), /Selected partners only/);

      await row.locator("summary").click();
      assert.match(await row.innerText(), /What it has sold stays as it is/);
      await row.getByRole("button", { name: /^Withdraw it now/ }).click();
      assert.match(await note(publisher), /Withdrawn/);
      await partner.reload();
      assert.match(await main(partner), /Selected partners only/);
    }, { size: narrow, script: false });
  }));

test("the operator adds an organisation, invites its first administrator, and changes what it is", () =>
  as("niamh-keane", async (page) => {
    const handle = `kiefern-${Date.now()}`;
    await page.goto("/settings");
    await page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: "Organisations" }).click();
    await page.getByLabel(/^Name(?! or)/).fill("Kiefern Cloud");
    await page.locator("#handle").fill(handle);
    await page.locator("#kinds-partner").check();
    await page.locator("#kinds-publisher").check();
    await page.locator("form#add button").click();
    assert.match(await note(page), /Added\. Now invite its first administrator/);
    assert.match(await page.locator("form#first").innerText(), /Global admin and Owner/);
    await page.locator("#email").fill(`first@${handle}.example`);
    await press(page, "Make the invitation");
    await page.waitForURL(/\/settings\/invitations/);
    const invitation = page.locator("article", { hasText: `first@${handle}.example` });
    assert.match(await invitation.innerText(), /Kiefern Cloud/);

    await page.goto(`/settings/organisations?q=${handle}`);
    await page.getByRole("link", { name: "Kiefern Cloud" }).click();
    await page.locator("#kinds-publisher").uncheck();
    await page.locator("#kinds-customer").check();
    await press(page, "Save");
    assert.match(await main(page), /people, programs or open invitations with roles of this part: 1/);
    await page.locator("#kinds-publisher").check();
    await press(page, "Save");
    assert.match(await note(page), /Saved/);
    await page.goto(`/settings/organisations?q=${handle}`);
    assert.match(await page.getByRole("row", { name: /Kiefern Cloud/ }).innerText(), /Customer, Partner,? and Publisher/);
  }));

test("an administrator changes the name of its own organisation and sees what it is", () =>
  as("alfie-quillfeather", async (page) => {
    await page.goto("/settings/organisation");
    assert.match(await main(page), /What it is on this marketplace the operator says/);
    await page.locator("#name").fill("");
    await press(page, "Save");
    assert.match(await page.getByRole("alert").innerText(), /Give a name/);
    await page.locator("#name").fill("Quillmere Forms");
    await press(page, "Save");
    assert.match(await note(page), /Saved/);
  }, { size: narrow, script: false }));

test("what waits for an answer is counted where it is answered", async () => {
  await as("inigo-vela", async (page) => {
    await page.goto("/");
    await rail(page, /Settings/).click();
    assert.match(await rail(page, /Settings/).innerText(), /1\s*1 waits for your answer/);
    const tab = page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: /Relationships 1 waits/ });
    assert.ok(await tab.isVisible());
  });
  await as("lucia-ferrer", async (page) => {
    await page.goto("/");
    await rail(page, /Support 1 waits for your answer/).click();
    assert.match(await page.getByRole("row", { name: /별빛클라우드/ }).first().innerText(), /Waits for your answer/);
    await page.goto("/support/resellers/byeolbit");
    assert.match(await main(page), /which is past. If you accept it now, it holds from today on/);
  });
  await as("hugo-salas", async (page) => {
    await page.goto("/");
    assert.equal(await page.getByRole("navigation", { name: "Main" }).locator(".count").count(), 0, "he may not answer");
  });
});
