// The browser and the people in it: what every journey and check starts from.

import { createHmac } from "node:crypto";
import { readFile } from "node:fs/promises";
import { chromium, request } from "playwright-core";

/** Where the running demo answers. */
export const address = (() => {
  const given = process.env.FIRSTLINE_ADDRESS;
  if (!given) throw new Error("FIRSTLINE_ADDRESS is not set: the address of a running demo, such as http://127.0.0.1:7431");
  return given.replace(/\/$/, "");
})();

const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** Milliseconds after which something that did not come is missing. */
const patience = 60_000;

/** Where the people sit: a page that forgot the reader's zone would show other times. */
const zone = "Europe/Istanbul";

export const wide = { width: 1440, height: 900 };
export const narrow = { width: 390, height: 844 };

export const start = () => chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags });

/** Everyone's password in the demo. */
export const password = "four calm ferries";

const people = (await readFile(new URL("../../demo/people.csv", import.meta.url), "utf8")).split("\n").slice(1)
  .map((line) => line.split(",")).map(([handle, , , email]) => [handle, email]);
/** The e-mail address that a persona signs in with. */
export const emailOf = Object.fromEntries(people);

const signedIn = new Map();
/** The cookies of somebody who signed in, once for all who need nothing else. */
const cookiesOf = async (persona) => {
  if (!signedIn.has(persona)) {
    const browserless = await request.newContext({ baseURL: address });
    const response = await browserless.post("/sign-in", { form: { email: emailOf[persona], password } });
    if (!response.ok()) throw new Error(`${persona} cannot sign in: ${response.status()}`);
    const { cookies } = await browserless.storageState();
    signedIn.set(persona, cookies.filter(({ name }) => name === "firstline_session"));
    await browserless.dispose();
  }
  return signedIn.get(persona);
};

/**
 * A session of its own, as a colleague at another desk has it: `persona` is already signed in (nobody without one), reading
 * `lang` (null: as the server chooses). `trouble` gathers what the browser complains of.
 */
export const session = async (browser, persona, options = {}) => {
  const { lang = "en", size = wide, script = true, watch } = options;
  const context = await browser.newContext({
    baseURL: address, viewport: size, javaScriptEnabled: script, colorScheme: "light", reducedMotion: "reduce",
    locale: "en-GB", timezoneId: zone, acceptDownloads: true,
  });
  context.setDefaultTimeout(patience);
  if (persona) await context.addCookies(await cookiesOf(persona));
  const cookies = { firstline_language: lang, firstline_zone: encodeURIComponent(zone) };
  await context.addCookies(Object.entries(cookies).flatMap(([name, value]) => (value ? [{ name, value, url: address }] : [])));
  if (watch) await context.addInitScript(watch);
  const page = await context.newPage();
  const trouble = [];
  page.on("console", (message) => message.type() === "error" && trouble.push(message.text()));
  page.on("pageerror", (error) => trouble.push(`uncaught: ${error.message}`));
  return { context, page, trouble };
};

/** Runs a story in a session, and closes it however the story ends. */
export const within = async (browser, persona, options, story) => {
  const one = await session(browser, persona, options);
  try {
    return await story(one.page, one);
  } finally {
    await one.context.close();
  }
};

/** The link of the invitation that is open in the demo. */
export const invitation = async (page) => {
  const headers = { authorization: "Bearer firstline_demo_olivia-marsh" };
  const { items } = await (await page.request.get("/api/v1/invitations", { headers })).json();
  return pathOf(items.find(({ email }) => email === "noor.hadley@larkmoor.example").link);
};

/** A link that works once as its reader finds it at this hub's address: what opens it stands behind #, where no browser sends it. */
export const pathOf = (link) => {
  const { pathname, hash } = new URL(link);
  return pathname + hash;
};

/** Follows a link that works, as far as the page of what it is for. */
export const follow = async (page, link) => {
  await page.goto(link, { waitUntil: "commit" });
  await page.waitForURL("**/link/open");
};

/** Follows a link that opens nothing, and gives the status that says so. */
export const followInVain = async (page, link) => {
  const answered = page.waitForResponse((response) => response.request().method() === "POST" && response.url().endsWith("/link"));
  await page.goto(link, { waitUntil: "commit" });
  const status = (await answered).status();
  await page.waitForLoadState();
  return status;
};

/** Asks by the form that the page would send, and gives the address of the kept answer. */
export const answerTo = async (page, question) => {
  const response = await page.request.post("/ask", { form: question });
  const { pathname } = new URL(response.url());
  if (!/^\/answers\/[0-9a-f-]+$/.test(pathname)) throw new Error(`no answer to ${JSON.stringify(question)}: ${response.status()} at ${pathname}`);
  return pathname;
};

/** Half minutes since the clocks began: an app shows another code in each. */
export const stepNow = () => Math.floor(Date.now() / 30_000);

/** What an app for codes shows in a half minute. */
export const codeOf = (key, at) => {
  const bits = [...key.replace(/ /g, "")].map((c) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c).toString(2).padStart(5, "0")).join("");
  const secret = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(at));
  const mac = createHmac("sha1", secret).update(step).digest();
  return String((mac.readUInt32BE(mac[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, "0");
};

/** The code of the half minute that begins next: a code counts while the app shows it, and once. */
export const nextCode = async (page, key) => {
  const next = stepNow() + 1;
  await page.waitForTimeout(next * 30_000 - Date.now());
  return codeOf(key, next);
};
