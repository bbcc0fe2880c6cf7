// What holds on every page: nobody is shut out, nothing sticks out or jumps, nothing is heavy, and the browser has no complaint.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { narrow, start, wide, within } from "./hub.mjs";
import { pages } from "./pages.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const everything = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] };
/** What of it depends on the theme. */
const colours = { type: "rule", values: ["color-contrast"] };
const bytesMax = 150_000;

let browser;
before(async () => void (browser = await start()));
after(() => browser.close());

/** Runs before anything of the page: notes what moves without having been asked to, and what the policy of the page refuses. */
const watch = () => {
  window.noted = { shift: 0, moved: [], refused: [] };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.hadRecentInput) continue;
      window.noted.shift += entry.value;
      window.noted.moved.push(...entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? "text"));
    }
  }).observe({ type: "layout-shift", buffered: true });
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    window.noted.refused.push(`${violatedDirective} ${blockedURI}`));
};

/** Counts what the page takes over the wire when nothing is kept from an earlier one, fonts aside. */
const weigh = async (context, page) => {
  const wire = await context.newCDPSession(page);
  const asked = new Map(), sizes = new Map(), parts = new Set();
  wire.on("Network.requestWillBeSent", ({ requestId, type, request, redirectResponse }) => {
    asked.set(requestId, request.url);
    // Where one page leads on to another, only what the last one is made of counts.
    if (type === "Document" && !redirectResponse) parts.clear();
    if (type === "Font" || /\.woff2$/.test(request.url)) return;
    parts.add(request.url);
  });
  wire.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const url = asked.get(requestId);
    sizes.set(url, Math.max(encodedDataLength, sizes.get(url) ?? 0));
  });
  await wire.send("Network.enable");
  return () => [...parts].reduce((sum, url) => sum + (sizes.get(url) ?? 0), 0);
};

/** Until all that the page asked for has come and is painted. */
const settled = async (page) => {
  await page.waitForLoadState("load");
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
};

const violations = (page, runOnly) =>
  page.evaluate(async (runOnly) => {
    const { violations } = await window.axe.run(document, { runOnly, resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, any }) => `${target} ${any[0]?.message ?? ""}`).slice(0, 4).join(" | ")}`);
  }, runOnly);

/** What sticks out to the right: of the page, or of a box that cuts it off without a way to scroll to it. */
const sticksOut = (page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const scrolls = (node) => node && node !== document.body && (/auto|scroll/.test(getComputedStyle(node).overflowX) || scrolls(node.parentElement));
    const out = [...document.querySelectorAll("body *")].filter((node) =>
      node.checkVisibility({ visibilityProperty: true }) && !node.closest(".vh, .skip, svg, dialog:not([open])") &&
      node.getBoundingClientRect().width > 0 && node.getBoundingClientRect().right > width + 1 && !scrolls(node.parentElement));
    const named = out.slice(0, 3).map((node) => `<${node.localName} class="${node.className}"> ${node.textContent.trim().slice(0, 40)}`);
    // On a telephone such a table stands as cards, none of which is wider than the screen.
    if (width < 500)
      for (const box of document.querySelectorAll(".table-box:has(> .table--cards)"))
        if (box.checkVisibility() && box.scrollWidth > box.clientWidth) named.push(`cards ${box.scrollWidth} wide in ${box.clientWidth}: ${box.textContent.trim().slice(0, 40)}`);
    if (document.documentElement.scrollWidth > width) named.unshift(`the page is ${document.documentElement.scrollWidth} wide`);
    return named;
  });

/** Keys of texts that have no words in any language: they are shown in white brackets. */
const missing = async (page) => (await page.content()).match(/⟦[^⟧]*⟧/g) ?? [];

const sizes = { wide, narrow };
/** The narrowest screen that all must fit on. */
const smallest = 320;

describe("every page", { concurrency: 2 }, () => {
  for (const { name, persona, status = 200, open } of pages)
    test(`${name}: open to everyone, still, light and free of complaint`, async () => {
      const faults = [];
      for (const [width, size] of Object.entries(sizes))
        await within(browser, persona, { size, watch }, async (page, { context, trouble }) => {
          const fault = (holds, what) => holds || faults.push(`${width}: ${what}`);
          const weight = await weigh(context, page);
          let answered;
          page.on("response", (response) => response.request().isNavigationRequest() && (answered = response.status()));
          await open(page);
          await settled(page);
          fault(answered === status, `status ${answered}`);
          const { shift, moved, refused } = await page.evaluate(() => window.noted);
          // The font takes the place of one of the same measures: what moves by less than this, nobody sees move.
          fault(shift < 0.001, `layout shift ${shift}: ${moved.slice(0, 3).join(" | ")}`);
          fault(!refused.length, `refused by the content security policy: ${refused}`);
          // The browser itself complains of a page that comes with an error status: that is what was asked for.
          const complaints = trouble.filter((text) => status === 200 || !text.includes(`responded with a status of ${status}`));
          fault(!complaints.length, `console: ${complaints}`);
          fault(weight() > 5_000, `${weight()} bytes: the page was not weighed`);
          fault(weight() < bytesMax, `${weight()} bytes without fonts`);
          fault((await page.locator("h1").count()) === 1, "not one h1");
          faults.push(...(await missing(page)).map((what) => `${width}: no text for ${what}`));
          for (const each of width === "narrow" ? [size.width, smallest] : [size.width]) {
            await page.setViewportSize({ ...size, width: each });
            faults.push(...(await sticksOut(page)).map((what) => `${each}: sticks out: ${what}`));
          }
          // The whole page at once, so that no bar that stays in place covers what one would scroll to.
          const height = await page.evaluate(() => document.documentElement.scrollHeight + 200);
          await page.setViewportSize({ ...size, height });
          await page.evaluate(axe);
          for (const [colorScheme, runOnly] of Object.entries({ light: everything, dark: colours })) {
            await page.emulateMedia({ colorScheme });
            faults.push(...(await violations(page, runOnly)).map((what) => `${width}, ${colorScheme}: ${what}`));
          }
        });
      assert.deepEqual(faults, []);
    });

  for (const lang of ["tr", "ko", "es"])
    test(`in ${lang} nothing sticks out down to the smallest telephone, and no text is missing`, async () => {
      const found = [];
      for (const persona of new Set(pages.map(({ persona }) => persona)))
        await within(browser, persona, { lang }, async (page) => {
          for (const { name, open } of pages.filter((one) => one.persona === persona)) {
            await open(page);
            found.push(...(await missing(page)).map((what) => `${name}: no text for ${what}`));
            for (const width of [wide.width, narrow.width, smallest]) {
              await page.setViewportSize({ width, height: 800 });
              found.push(...(await sticksOut(page)).map((what) => `${name}, ${width}: sticks out: ${what}`));
            }
          }
        });
      assert.deepEqual(found, []);
    });
});
