// What people come to the hub for, done as they do it: with mouse, keyboard and words, from the first page to the answer.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { answerTo, narrow, start, within } from "./hub.mjs";

let browser;
before(async () => void (browser = await start()));
after(() => browser.close());

const as = (persona, story, options = {}) => within(browser, persona, options, story);

const heading = (page) => page.locator("h1").innerText();

/** The stations of the line: whose, who it is to the reader, and whether the way on from it is agreed. */
const stations = (page) =>
  page.locator(".line > li").evaluateAll((stops) =>
    stops.map((stop) => {
      const way = getComputedStyle(stop, "::before");
      const dashed = [way.borderBlockStartStyle, way.borderInlineStartStyle].includes("dashed");
      return [stop.dataset.party, stop.querySelector(".stop-name").textContent, stop.querySelector(".stop-flag").textContent, dashed ? "not agreed" : ""]
        .filter(Boolean).join(": ");
    }));

const clauses = (page) => page.locator("article.clause").evaluateAll((all) => all.map(({ id }) => id));

/** Chooses a topic by its name and asks. */
const ask = async (page, topic) => {
  await page.locator(".pick", { has: page.getByText(topic, { exact: true }) }).click();
  await page.getByRole("button", { name: "Find who supports this" }).click();
  await page.waitForURL(/\/answers\//);
};

/** Goes where the rail leads. */
const rail = async (page, name) => {
  // What waits for an answer is counted behind the name.
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: new RegExp(`^${name}( \\d|$)`) }).click();
};

const seesNowhere = async (page, ...secrets) => {
  const source = await page.content();
  for (const secret of secrets) assert.ok(!source.includes(secret), `${secret} stands in ${page.url()}`);
};

/** Asks about one of the organisation's subscriptions, starting from the list of them. */
const askAboutSubscription = async (page, id, topic) => {
  await page.locator(`main a[href$="/subscriptions/${id}"]`).click();
  await page.getByRole("link", { name: "Ask about it" }).click();
  await page.waitForURL(/\/ask/);
  await ask(page, topic);
};

test("a stranger who follows a link signs in and goes on to where it led", () =>
  as(undefined, async (page) => {
    await page.goto("/offers/pinar/insight");
    assert.equal(await heading(page), "Sign in");
    await page.getByRole("button", { name: /Marta Ibarz/ }).click();
    await page.waitForURL("**/offers/pinar/insight");
    assert.equal(await page.locator("html").getAttribute("lang"), "es", "a person reads the language they have set");
    await page.locator('summary[aria-label="Marta Ibarz"]').click();
    await page.locator('form[action="/sign-out"] button').click();
    await page.waitForURL("**/sign-in");
    await page.goto("/customers");
    assert.match(page.url(), /\/sign-in/, "signed out");
  }, { lang: null }));

test("a partner finds an offer in spite of typing errors, learns whose a fault is, and sends the answer to a colleague", async () => {
  const answer = await as("defne-acar", async (page, { context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto("/");
    await page.getByRole("searchbox", { name: "Name, publisher or what it does" }).pressSequentially("pinr insigt");
    await page.waitForURL(/q=pinr\+insigt/);
    await page.locator("#results a").first().click();
    await page.waitForURL("**/offers/pinar/insight");
    assert.match(await heading(page), /^Pınar Insight/);

    const contacts = page.locator("article.contact h3");
    assert.deepEqual(await contacts.allInnerTexts(), ["Customer support", "Partner programme", "Engineering"]);
    const [card] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Save as vCard: Engineering" }).click()]);
    const text = await readFile(await card.path(), "utf8");
    assert.match(text, /^BEGIN:VCARD\r\nVERSION:/);
    assert.match(text, /EMAIL[^:]*:engineering@pinar\.example\r\n/);
    assert.match(card.suggestedFilename(), /\.vcf$/);

    await page.getByRole("link", { name: "Ask about this offer" }).click();
    await page.waitForURL(/\/ask/);
    await ask(page, "Something is broken");
    assert.equal(await heading(page), "Pınar Analitik owns this and answers you directly.");
    assert.deepEqual(await stations(page), ["partner: Altan Bulut: You are here", "publisher: Pınar Analitik: Ask here first · Owns it"]);
    const first = page.locator(".stop.is-first");
    assert.match(await first.locator('a[href^="mailto:"]').getAttribute("href"), /@pinar\.example$/);
    assert.equal(await first.locator('a[href^="tel:"]').count(), 1);
    assert.match(await first.innerText(), /Answers within/);
    assert.deepEqual(await clauses(page), ["S2", "S3", "S4", "S9", "S11"]);

    await page.getByRole("button", { name: "Copy the link" }).click();
    await page.locator("#announce", { hasText: "Copied" }).waitFor({ state: "attached" });
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, page.url());
    return { link: copied, heading: await heading(page), stations: await stations(page), clauses: await clauses(page), decided: await page.locator("aside time").last().getAttribute("datetime") };
  });

  await as("sude-oral", async (page) => {
    await page.goto(answer.link);
    const seen = { link: page.url(), heading: await heading(page), stations: await stations(page), clauses: await clauses(page), decided: await page.locator("aside time").last().getAttribute("datetime") };
    assert.deepEqual(seen, answer);
  });
  await as("emre-tunali", async (page) => {
    await page.goto(answer.link);
    assert.equal(await heading(page), answer.heading);
    await seesNowhere(page, "partners@pinar.example", "engineering@pinar.example");
  });
  await as("dana-whitlock", async (page) => {
    assert.equal((await page.goto(answer.link)).status(), 404, "another organisation's answer");
  });
});

test("a helpdesk agent does not see the contacts for partners, and learns who does", () =>
  as("emre-tunali", async (page) => {
    await page.goto("/offers/pinar/insight");
    assert.deepEqual(await page.locator("article.contact h3").allInnerTexts(), ["Customer support"]);
    await page.getByText("Your role does not show all contacts").waitFor();
    await seesNowhere(page, "partners@pinar.example", "engineering@pinar.example", "+90 232 555 01 02");
    for (const hidden of ["engineering", "programme"])
      assert.equal((await page.request.get(`/offers/pinar/insight/contacts/${hidden}.vcf`)).status(), 404, hidden);
    assert.equal((await page.request.get("/offers/pinar/insight/contacts/customer-support.vcf")).status(), 200);

    await page.goto(await answerTo(page, { topic: "technical.break-fix", offer: "pinar/insight" }));
    await page.getByText("Your role does not show the publisher’s contacts").waitFor();
    await seesNowhere(page, "partners@pinar.example", "engineering@pinar.example");
  }));

test("a reseller whose split is open sees where the way is not agreed, and whom to ask until it is", () =>
  as("ximena-luna", async (page) => {
    await page.goto("/");
    await rail(page, "Customers");
    await askAboutSubscription(page, "e70d58eb-1ae2-4ed5-9029-1230a2a023bb", "A charge on the bill");
    assert.equal(await heading(page), "It is not agreed who takes this. Ask Estelar Distribution first.");
    assert.deepEqual(await stations(page), [
      "customer: Ferreterías del Nogal",
      "reseller: Tepetlán Sistemas: You are here: not agreed",
      "provider: Estelar Distribution: Ask here first · Owns it",
    ]);
    assert.match(await page.locator(".stop-note").innerText(), /Ask Estelar Distribution, and have it settled in your split/);
    assert.equal(await page.locator('.stop.is-first a[href="mailto:canal@estelar.example"]').count(), 1);
    assert.ok((await clauses(page)).includes("S10"));

    await rail(page, "My share");
    assert.equal(await heading(page), "What is yours, what is your provider’s");
    const open = page.locator(".callout", { hasText: "Not agreed" });
    assert.match(await open.innerText(), /turn to Estelar Distribution/);
    assert.equal(await open.locator('a[href="mailto:canal@estelar.example"]').count(), 1);
    assert.match(await page.locator("tr.is-open", { hasText: "A charge on the bill" }).innerText(), /canal@estelar\.example/);
    assert.equal(await page.locator("tbody tr.is-open").count(), await page.locator("main section tbody").first().locator("tr:not(.group)").count(), "everything is open");
  }));

test("a provider agrees a split by a profile; the reseller's next answer follows it, the answer given before stays", () =>
  as("ximena-luna", async (reseller) => {
    const question = { topic: "commercial.billing", subscription: "d3bab924-d5f7-4b9f-a8cf-03d1c0b1f63b" };
    const before = await answerTo(reseller, question);
    await as("lucia-ferrer", async (page) => {
      await page.goto("/");
      await rail(page, "Support");
      await page.getByRole("link", { name: "Tepetlán Sistemas" }).click();
      await page.getByLabel(/^Reseller first/).check();
      await page.getByRole("button", { name: "Use this profile" }).click();
      await page.waitForURL(/profile=reseller-first/);
      const changes = page.locator(".callout", { hasText: "What changes" });
      assert.match(await changes.innerText(), /A charge on the bill: Open → Reseller/);
      const today = await page.locator("#from").inputValue();
      try {
        await page.getByRole("button", { name: "Propose it" }).click();
        await page.getByText("Proposed. It counts once it is accepted.").waitFor();
        assert.doesNotMatch(await page.locator(".page-head").innerText(), /Agreed/);

        await reseller.goto("/support");
        const proposal = reseller.locator(".callout", { hasText: "Estelar Distribution proposes another split" });
        assert.match(await proposal.innerText(), /A charge on the bill: Open → Reseller/);
        await proposal.getByRole("button", { name: "Accept the split" }).click();
        await reseller.getByText("Accepted. It holds from its first day on.").waitFor();
        await page.reload();
        assert.match(await page.locator(".page-head").innerText(), /Agreed/);

        await reseller.goto(await answerTo(reseller, question));
        assert.equal(await heading(reseller), "This is yours.");
        assert.ok((await stations(reseller)).every((station) => !station.endsWith("not agreed")));
        await reseller.goto("/support");
        assert.match(await reseller.locator("tr", { hasText: "A charge on the bill" }).innerText(), /nobody, you answer/);
        assert.equal(await reseller.locator("tr.is-open").count(), 0);
        await reseller.goto(before);
        assert.equal(await heading(reseller), "It is not agreed who takes this. Ask Estelar Distribution first.");
      } finally {
        // An agreement that leaves everything open takes its place, as before it.
        const undone = await page.request.post("/support/resellers/tepetlan", { form: { from: today } });
        assert.equal(undone.status(), 200);
        await reseller.goto("/support");
        await reseller.getByRole("button", { name: "Accept the split" }).click();
        await reseller.getByText("Accepted. It holds from its first day on.").waitFor();
      }
    });
    await reseller.goto(await answerTo(reseller, question));
    assert.match((await stations(reseller)).join(), /not agreed/);
  }));

test("a partner sends on what it else coordinates, and its customer is led to the publisher from then on", () =>
  as("aylin-kose", async (customer) => {
    const question = { topic: "technical.break-fix", subscription: "26ef3c50-3ce3-4eaa-b6f8-39cc61dcbcb4" };
    await customer.goto(await answerTo(customer, question));
    assert.deepEqual((await stations(customer)).map((station) => station.split(":")[0]), ["customer", "partner", "publisher"]);
    await as("tom-ashdown", async (page) => {
      const row = page.locator("tr", { hasText: "Peñaclara SOC" });
      await page.goto("/support");
      await page.getByRole("combobox", { name: "Which product?" }).pressSequentially("penaclara soc");
      await page.getByRole("option", { name: /Peñaclara SOC/ }).first().click();
      await page.getByLabel("Technical questions about it").selectOption({ label: "Send on" });
      try {
        await page.getByRole("button", { name: "Add" }).click();
        await row.waitFor();
        await customer.goto(await answerTo(customer, question));
        assert.equal(await heading(customer), "Peñaclara Seguridad owns this and answers you directly.");
        assert.deepEqual((await stations(customer)).map((station) => station.split(":")[0]), ["customer", "publisher"]);
      } finally {
        if (await row.count()) await row.getByRole("button", { name: "Remove" }).click();
        await row.waitFor({ state: "detached" });
      }
    });
    await customer.goto(await answerTo(customer, question));
    assert.deepEqual((await stations(customer)).map((station) => station.split(":")[0]), ["customer", "partner", "publisher"]);
  }));

const email = "#contacts-customer-support-email", phone = "#contacts-customer-support-phone", team = "#contacts-customer-support-name";
const save = (page) => Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Save", exact: true }).click()]);
const saved = (page) => page.getByText("Saved. Everyone sees it from now on.").waitFor();

/** Gives the fields back what stood in them, by whatever version is on record then. */
const putBack = async (page, path, were) => {
  await page.goto(path);
  for (const [field, value] of Object.entries(were)) await page.fill(field, value);
  await save(page);
  await saved(page);
};
const standing = async (page, ...fields) => Object.fromEntries(await Promise.all(fields.map(async (field) => [field, await page.inputValue(field)])));

test("a publisher mistypes an address: the field says so, nothing typed is lost, and the corrected one is what sellers see", () =>
  as("selin-uzunoglu", async (page) => {
    await page.goto("/");
    await rail(page, "My offers");
    await page.locator('main a[href="/my-offers/connect"]').click();
    assert.equal(await heading(page), "Pınar Connect");
    const were = await standing(page, email, phone);
    try {
      await page.fill(email, "connect at pinar.example");
      await page.fill(phone, "+90 232 555 01 77");
      await save(page);
      const field = page.locator(email);
      assert.equal(await field.getAttribute("aria-invalid"), "true");
      assert.equal(await field.inputValue(), "connect at pinar.example");
      assert.equal(await page.inputValue(phone), "+90 232 555 01 77");
      const described = await field.evaluate((node) => node.getAttribute("aria-describedby").split(" ").map((id) => document.getElementById(id).innerText).join(" "));
      assert.match(described, /connect at pinar\.example/);
      await page.getByRole("alert").getByRole("link").first().click();
      assert.equal(await page.evaluate(() => `#${document.activeElement.id}`), email, "the summary leads to the field");

      await page.fill(email, "connect@pinar.example");
      await save(page);
      await saved(page);
      await as("defne-acar", async (partner) => {
        await partner.goto("/offers/pinar/connect");
        assert.equal(await partner.locator('a[href="mailto:connect@pinar.example"]').count(), 1);
        assert.equal(await partner.locator('a[href="tel:+902325550177"]').count(), 1);
      });
    } finally {
      await putBack(page, "/my-offers/connect", were);
    }
  }));

test("two tabs change the same offer: the second is told what stands now, keeps what was typed, and may save again", () =>
  as("selin-uzunoglu", async (one, { context }) => {
    const two = await context.newPage();
    await one.goto("/my-offers/forecast");
    await two.goto("/my-offers/forecast");
    const were = await standing(one, team, phone);
    try {
      await one.fill(team, "Forecast Team");
      await save(one);
      await saved(one);
      await two.fill(team, "Forecast Desk");
      await two.fill(phone, "+90 232 555 01 88");
      await save(two);
      const told = two.getByRole("alert");
      assert.match(await told.innerText(), /Nothing of yours was saved yet/);
      assert.match(await told.innerText(), /Forecast Team/, "what stands on record now");
      assert.deepEqual(await standing(two, team, phone), { [team]: "Forecast Desk", [phone]: "+90 232 555 01 88" });
      await one.reload();
      assert.equal(await one.inputValue(team), "Forecast Team", "the second tab has overwritten nothing");
      await save(two);
      await saved(two);
      assert.equal(await two.inputValue(team), "Forecast Desk");
    } finally {
      await putBack(one, "/my-offers/forecast", were);
    }
  }));

test("a publisher looks at its page as each party sees it", () =>
  as("selin-uzunoglu", async (page) => {
    await page.goto("/my-offers/insight");
    const seen = page.locator("#seen");
    const contacts = async (party) => {
      await seen.getByRole("link", { name: party, exact: true }).click();
      await seen.locator('a[aria-current="true"]', { hasText: party }).waitFor();
      return seen.locator("article.contact h3").allInnerTexts();
    };
    assert.deepEqual(await contacts("Customer"), ["Customer support"]);
    assert.match(await seen.innerText(), /Hidden from the customer/);
    for (const secret of ["partners@pinar.example", "engineering@pinar.example"]) assert.ok(!(await seen.innerText()).includes(secret));
    assert.deepEqual(await contacts("Partner"), ["Customer support", "Partner programme", "Engineering"]);
    assert.match(await seen.innerText(), /engineering@pinar\.example/);
  }));

test("somebody of the publisher who may not edit sees the form, but cannot send it", () =>
  as("kerem-soylu", async (page) => {
    await page.goto("/my-offers/insight");
    await page.getByText("You can look, but not change anything").waitFor();
    assert.ok(await page.locator(email).isDisabled());
    assert.equal(await page.getByRole("button", { name: "Save", exact: true }).count(), 0);
    const sent = await page.request.post("/my-offers/insight", { form: { version: "1", "contacts.customer-support.email": "kerem@pinar.example" } });
    assert.equal(sent.status(), 403);
  }));

test("a customer asks from its subscriptions: the fault goes to the publisher, the bill to who sold it", () =>
  as("aylin-kose", async (page) => {
    const insight = "1ac4a971-2628-4a0e-aa7e-5d2a614e5d9a";
    await page.goto("/");
    await rail(page, "Subscriptions");
    await askAboutSubscription(page, insight, "Something is broken");
    assert.equal(await heading(page), "Pınar Analitik owns this and answers you directly.");
    assert.equal(await page.locator('.stop.is-first a[href="mailto:support@pinar.example"]').count(), 1);
    await seesNowhere(page, "partners@pinar.example", "engineering@pinar.example");

    await rail(page, "Subscriptions");
    await askAboutSubscription(page, insight, "A charge on the bill");
    assert.deepEqual(await stations(page), ["customer: Ege Dokuma: You are here", "partner: Altan Bulut: Ask here first · Owns it"]);
    assert.equal(await page.locator('.stop.is-first a[href="mailto:destek@altan.example"]').count(), 1);
    assert.ok((await clauses(page)).includes("S1"));
  }));

test("a customer who bought from the marketplace itself has no partner on the line", () =>
  as("dana-whitlock", async (page) => {
    await page.goto("/subscriptions");
    await askAboutSubscription(page, "17f957df-48e8-46c3-81b6-8abdd2087357", "A charge on the bill");
    assert.deepEqual(await stations(page), ["customer: Copperline Studios: You are here", "operator: Meridian Marketplace: Ask here first · Owns it"]);
    assert.equal(await page.locator('.stop.is-first a[href="mailto:partner-support@meridian.example"]').count(), 1);

    await page.getByRole("link", { name: "Ask another question" }).click();
    await page.getByLabel("Bought from the marketplace").check();
    await ask(page, "Something is broken");
    assert.deepEqual(await stations(page), ["customer: Copperline Studios: You are here", "publisher: Fernholt Labs: Ask here first · Owns it"]);
    assert.ok((await clauses(page)).includes("N1"));
  }));

test("the operator finds who cannot be reached, and asks in a customer's place", () =>
  as("niamh-keane", async (page) => {
    await page.goto("/");
    await page.locator("label.facet", { hasText: "No contact" }).click();
    await page.waitForURL(/readiness=unreachable/);
    await page.getByRole("link", { name: "Quillmere Forms", exact: true }).first().click();
    await page.waitForURL(/\/offers\/quillmere\//);
    assert.equal(await page.locator("article.contact--missing").count(), 3);

    await page.goto("/ask?offer=pinar/insight");
    await page.getByLabel("Who asks?").selectOption({ label: "Customer" });
    await page.getByLabel("Through a direct-bill partner").check();
    await ask(page, "A charge on the bill");
    assert.deepEqual((await stations(page)).map((station) => station.split(":")[0]), ["customer", "partner"]);
    assert.match(await page.locator("aside").last().innerText(), /asked as: Customer/);
  }));

test("what was forgotten or fits nothing is said at its place, and what was typed stays", () =>
  as("defne-acar", async (page) => {
    await page.goto("/ask");
    await page.getByRole("combobox", { name: "Which product?" }).fill("no such thing as this");
    await page.locator(".pick", { hasText: "Something is broken" }).click();
    await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Find who supports this" }).click()]);
    assert.match(await page.getByRole("alert").innerText(), /No offer fits “no such thing as this”/);
    assert.equal(await page.inputValue("#offer"), "no such thing as this");
    assert.equal(await page.locator("#offer").getAttribute("aria-invalid"), "true");
    assert.ok(await page.locator('input[name="topic"][value="technical.break-fix"]').isChecked());

    await page.fill("#words", "our invoice has a charge that nobody knows");
    await page.locator(".pick:visible", { hasText: "A charge on the bill" }).waitFor();
    assert.ok(await page.locator(".pick", { hasText: "Guides and training" }).isHidden());
  }));

test("wholly by keyboard: from the skip link to the answer", () =>
  as("defne-acar", async (page) => {
    const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.name || document.activeElement.className);
    const key = (...keys) => keys.reduce((before, one) => before.then(() => page.keyboard.press(one)), Promise.resolve());
    /** Tabs until something is reached, seeing at each stop where one is. */
    const tabTo = async (wanted, limit = 80) => {
      for (let stop = 0; stop < limit; stop++) {
        await key("Tab");
        const seen = await page.evaluate(() => {
          const { outlineStyle, boxShadow } = getComputedStyle(document.activeElement);
          const around = getComputedStyle(document.activeElement.closest(".pick, label, form, div") ?? document.body);
          return [outlineStyle, around.outlineStyle].some((style) => style !== "none") || [boxShadow, around.boxShadow].some((shadow) => shadow !== "none");
        });
        assert.ok(seen, `no focus to be seen at ${await focused()}`);
        if (await page.evaluate((selector) => document.activeElement.matches(selector), wanted)) return;
      }
      assert.fail(`${wanted} was not reached in ${limit} stops`);
    };

    await page.goto("/customers");
    await key("Tab");
    assert.equal(await focused(), "skip");
    await key("Enter");
    assert.equal(await focused(), "main");

    await key("?");
    const keys = page.getByRole("dialog", { name: "Keys" });
    await keys.waitFor();
    assert.match(await keys.innerText(), /a\s+Ask\s+d\s+Discover/);
    await key("Escape");
    await keys.waitFor({ state: "hidden" });

    await key("d");
    await page.waitForURL("**/discover");
    await tabTo('main input[type="search"]');
    await page.keyboard.type("quillmere");
    await page.waitForURL(/q=quillmere/);
    await key("ArrowDown");
    assert.ok(await page.evaluate(() => document.activeElement.matches("#results li:first-child a")), "down enters the list");
    await key("ArrowUp");
    assert.equal(await focused(), "q", "up leads back");

    await key("Control+k");
    const palette = page.getByRole("combobox", { name: "Offer or publisher" });
    await palette.waitFor();
    await page.keyboard.type("pinar insight");
    await page.locator("[data-palette-found] [role=option]", { hasText: "Pınar Insight" }).first().waitFor();
    await key("Enter");
    await page.waitForURL(/\/offers\/pinar\/insight/);
    await key("q");
    await page.waitForURL(/\/ask\?offer=/);
    await tabTo('input[name="topic"]');
    await key("Space");
    await tabTo("main form .btn--primary");
    await key("Enter");
    await page.waitForURL(/\/answers\//);
    assert.match(await heading(page), /Pınar Analitik/);
  }));

test("without script: sign in, search, filter, ask, and read the answer", () =>
  as(undefined, async (page) => {
    await page.goto("/sign-in");
    await page.getByRole("button", { name: /Jiwoo|서지우/ }).click();
    await page.waitForURL(/\/(discover)?$/);
    await page.locator("summary", { hasText: "KO" }).click();
    await page.locator('.wide-only button[name="lang"][value="en"]').click();
    await page.getByRole("heading", { name: "Discover offers" }).waitFor();

    await page.getByRole("searchbox", { name: "Name, publisher or what it does" }).fill("pinr insigt");
    await page.getByRole("button", { name: "Search" }).click();
    await page.waitForURL(/q=pinr/);
    const found = await page.locator("#results > li").count();
    await page.getByLabel(/^Ready to be reached/).check();
    await page.getByRole("button", { name: "Apply filters" }).click();
    await page.waitForURL(/readiness=ready/);
    assert.ok((await page.locator("#results > li").count()) <= found);
    assert.equal(await page.locator("#results", { hasText: "No contact" }).count(), 0);
    await page.locator("#results a").first().click();
    await page.waitForURL(/\/offers\/pinar\/insight/);
    assert.ok(await page.locator(".needs-script").first().isHidden(), "what needs script is not shown");

    await page.getByRole("link", { name: "Ask", exact: true }).click();
    await page.waitForURL(/\/ask/);
    await page.getByRole("combobox", { name: "Which product?" }).fill("pinar insight");
    await page.locator(".pick", { hasText: "Something is broken" }).click();
    await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Find who supports this" }).click()]);
    // Where several offers fit the name, the form asks which.
    const several = page.locator('input[name="offer_choice"][value="pinar/insight"]');
    if (await several.count()) {
      await several.check();
      await page.getByRole("button", { name: "Find who supports this" }).click();
    }
    await page.waitForURL(/\/answers\//);
    assert.match(await page.locator(".line").innerText(), /별빛클라우드[\s\S]*Pınar Analitik/);
  }, { script: false, lang: null }));

for (const [lang, says] of Object.entries({ en: "Discover offers", tr: "Teklifleri keşfedin", ko: "오퍼 찾기", es: "Descubrir ofertas" }))
  test(`the language switch leads to ${lang}, and the choice is kept`, () =>
    as("olivia-marsh", async (page) => {
      await page.goto("/discover?kind=container");
      await page.locator(".topbar details.wide-only").first().locator("summary").click();
      await page.locator(`.topbar .wide-only button[name="lang"][value="${lang}"]`).click();
      await page.getByRole("heading", { level: 1, name: says }).waitFor();
      assert.equal(await page.locator("html").getAttribute("lang"), lang);
      assert.match(page.url(), /\/discover\?kind=container$/, "one stays where one was");
      await page.goto("/ask");
      assert.equal(await page.locator("html").getAttribute("lang"), lang);
    }, { lang: lang === "en" ? "ko" : "en" }));

test("the language and the theme can be switched on a telephone too", () =>
  as("aylin-kose", async (page) => {
    await page.goto("/discover");
    await page.locator('summary[aria-label="Aylin Köse"]').click();
    await page.locator(".phone-only").getByRole("button", { name: "Dark" }).click();
    assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
    await page.locator(".phone-only").getByRole("button", { name: "Türkçe" }).click();
    await page.getByRole("heading", { name: "Teklifleri keşfedin" }).waitFor();
    assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
  }, { size: narrow }));

test("the theme switch turns the page at once, and the choice outlives a reload", () =>
  as("olivia-marsh", async (page) => {
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.goto("/discover");
    const light = await ground();
    await page.evaluate(() => (window.stays = true));
    await page.locator('summary[aria-label="Theme"]').click();
    await page.locator(".wide-only").getByRole("button", { name: "Dark" }).click();
    const dark = await ground();
    assert.notEqual(dark, light);
    assert.ok(await page.evaluate(() => window.stays), "without a reload");
    assert.equal(await page.locator('.wide-only [name="theme"][value="dark"]').getAttribute("aria-pressed"), "true");
    await page.reload();
    assert.equal(await ground(), dark);
    await page.locator('summary[aria-label="Theme"]').click();
    await page.locator(".wide-only").getByRole("button", { name: "System" }).click();
    assert.equal(await ground(), light);
  }));

test("search answers as one types, without loading the page anew", () =>
  as("sora-yun", async (page) => {
    await page.goto("/discover");
    await page.evaluate(() => (window.stays = true));
    const all = await page.locator("[data-live-said]").innerText();
    const field = page.getByRole("searchbox", { name: "Name, publisher or what it does" });
    await field.pressSequentially("마루실드");
    await page.waitForURL(/q=/);
    assert.match(await page.locator("#results a").first().innerText(), /Maru Shield/);
    assert.notEqual(await page.locator("[data-live-said]").innerText(), all);
    assert.ok(await field.evaluate((node) => node === document.activeElement), "one goes on typing");
    await field.fill("zzzzqqqq");
    await page.getByRole("heading", { name: "No offer fits" }).waitFor();
    await page.getByRole("link", { name: "Show all offers" }).waitFor();
    assert.ok(await page.evaluate(() => window.stays), "no load in between");
  }));

test("back leads through the filters as they were chosen", () =>
  as("defne-acar", async (page) => {
    const said = () => page.locator("[data-live-said]").innerText();
    await page.goto("/discover");
    const all = await said();
    await page.locator("label.facet", { hasText: "Virtual machine" }).click();
    await page.waitForURL(/kind=virtual-machine/);
    const filtered = await said();
    assert.notEqual(filtered, all);
    await page.locator("#results a").first().click();
    await page.waitForURL(/\/offers\//);
    await page.goBack();
    await page.waitForURL(/kind=virtual-machine/);
    assert.equal(await said(), filtered);
    assert.ok(await page.getByRole("radio", { name: "Virtual machine" }).isChecked());
    await page.goBack();
    await page.waitForURL(/\/discover$/);
    await page.waitForFunction((text) => document.querySelector("[data-live-said]")?.innerText === text, all);
    assert.ok(!(await page.getByRole("radio", { name: "Virtual machine" }).isChecked()));
  }));
