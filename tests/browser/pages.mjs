// Every page there is, each as the person for whom it says most. Checks and pictures walk this one list.

import { address, answerTo, emailOf, follow, invitation, password } from "./hub.mjs";

const at = (path) => (page) => page.goto(path);
const asking = (question) => async (page) => page.goto(await answerTo(page, question));

/** Sends a form that cannot be accepted, and stays with its errors. */
const refused = (path, fields) => async (page) => {
  await page.goto(path);
  for (const [selector, value] of Object.entries(fields)) await page.fill(selector, value);
  await Promise.all([page.waitForEvent("load"), page.click("main form .btn--primary")]);
};

/** Asks in one's own words. */
const saying = (text) => async (page) => {
  await page.goto("/ask");
  await page.fill("#text", text);
  await Promise.all([page.waitForEvent("load"), page.click('button[value="words"]')]);
};

/** Follows the first link that fits. */
const following = (path, selector) => async (page) => {
  await page.goto(path);
  await page.goto(await page.locator(selector).first().getAttribute("href"));
};

/** Makes a way in for a program, which is shown this once. */
const made = (kind, name) => async (page) => {
  await page.goto("/settings/tokens");
  await page.fill("#name", name);
  await page.check(`input[name="kind"][value="${kind}"]`);
  await page.check('input[name="roles"][value="sales-agent"]');
  await Promise.all([page.waitForEvent("load"), page.click("main form .btn--primary")]);
};

/** Opens the invitation that is open in the demo. */
const invited = () => async (page) => follow(page, await invitation(page));

/** Opens a page as somebody who has just signed in, in a session of their own: what they show there ends nobody else's. */
const freshly = (persona, then) => async (page) => {
  await page.context().clearCookies({ name: "firstline_session" });
  await page.request.post("/sign-in", { form: { email: emailOf[persona], password } });
  await then(page);
};
const burak = (then) => freshly("burak-demirel", then);

const insight = { topic: "technical.break-fix", offer: "pinar/insight" };

/** `status` is what the last answer of the server says, where it is not 200. */
export const pages = [
  { name: "sign-in", open: at("/sign-in") },
  { name: "sign-in-organisation", open: at("/sign-in/organisation") },
  { name: "sign-in-organisation-none", status: 422, open: refused("/sign-in/organisation", { "#email": "elif@nobody.example" }) },
  { name: "sign-on", persona: "olivia-marsh", open: at("/settings/sign-on") },
  { name: "sign-on-refused", persona: "olivia-marsh", status: 422, open: async (page) => {
    await page.goto("/settings/sign-on");
    await page.fill("#issuer", "login");
    await Promise.all([page.waitForEvent("load"), page.click('form[action="/settings/sign-on"] .btn--primary')]);
  } },
  { name: "translation", persona: "niamh-keane", open: at("/settings/translation") },
  { name: "translation-refused", persona: "niamh-keane", status: 422, open: async (page) => {
    await page.goto("/settings/translation");
    await page.fill("#address", "translate");
    await Promise.all([page.waitForEvent("load"), page.click('form[action="/settings/translation"] .btn--primary')]);
  } },
  { name: "translation-not-shown", persona: "oscar-linde", status: 403, open: at("/settings/translation") },
  { name: "discover", persona: "defne-acar", open: at("/discover") },
  { name: "discover-found", persona: "defne-acar", open: at("/discover?q=pinr+insigt") },
  { name: "discover-filtered", persona: "sora-yun", open: at("/discover?readiness=gaps") },
  { name: "discover-empty", persona: "defne-acar", open: at("/discover?q=zzzzqqqq") },
  { name: "offer", persona: "defne-acar", open: at("/offers/pinar/insight") },
  { name: "offer-as-helpdesk", persona: "emre-tunali", open: at("/offers/pinar/insight") },
  { name: "offer-unreachable", persona: "niamh-keane", open: at("/offers/quillmere/forms") },
  { name: "offer-orphaned", persona: "tom-ashdown", open: at("/offers/oldbarrow/cellar") },
  { name: "offer-foreign", persona: "tom-ashdown", open: at("/offers/cinaralti/e-irsaliye") },
  { name: "offer-of-my-own", persona: "alfie-quillfeather", open: at("/offers/quillmere/forms") },
  { name: "ask", persona: "defne-acar", open: at("/ask") },
  { name: "ask-about-offer", persona: "ximena-luna", open: at("/ask?offer=pinar/insight&topic=technical.break-fix") },
  { name: "ask-errors", persona: "niamh-keane", status: 422, open: async (page) => {
    await page.goto("/ask");
    await page.fill("#offer", "pinar");
    await page.check('input[name="topic"][value="technical.break-fix"]');
    await Promise.all([page.waitForEvent("load"), page.click("main form .btn--primary")]);
  } },
  { name: "ask-unsure", persona: "olivia-marsh", open: saying("the price is not what we expected") },
  { name: "ask-outside", persona: "olivia-marsh", open: saying("Outlook keeps asking for my password since the last update") },
  { name: "answer-read", persona: "olivia-marsh", open: saying("we were charged twice for the same month, please explain the invoice") },
  { name: "answer-agreed", persona: "defne-acar", open: asking(insight) },
  { name: "answer-subscription", persona: "defne-acar", open: asking({ topic: "commercial.refund", subscription: "1ac4a971-2628-4a0e-aa7e-5d2a614e5d9a" }) },
  { name: "answer-not-agreed", persona: "jiwoo-seo", open: asking({ topic: "technical.break-fix", subscription: "406ecbb1-6bc7-40e7-821c-58b64d7487f9" }) },
  { name: "answer-customer-not-agreed", persona: "sora-yun", open: asking({ topic: "technical.break-fix", subscription: "406ecbb1-6bc7-40e7-821c-58b64d7487f9" }) },
  { name: "answer-orphaned", persona: "tom-ashdown", open: asking({ topic: "technical.break-fix", offer: "oldbarrow/cellar" }) },
  { name: "answer-unreachable", persona: "tom-ashdown", open: asking({ topic: "technical.break-fix", offer: "quillmere/forms" }) },
  { name: "answer-no-offer", persona: "aylin-kose", open: asking({ topic: "commerce.billing" }) },
  { name: "my-offers", persona: "selin-uzunoglu", open: at("/my-offers") },
  { name: "my-offers-none", persona: "niamh-keane", open: at("/my-offers") },
  { name: "my-offer", persona: "selin-uzunoglu", open: at("/my-offers/insight") },
  { name: "my-offer-unready", persona: "alfie-quillfeather", open: at("/my-offers/forms") },
  { name: "my-offer-errors", persona: "selin-uzunoglu", status: 422, open: refused("/my-offers/insight", {
    "#contacts-customer-support-email": "support at pinar", "#contacts-engineering-url": "pinar" }) },
  { name: "my-offer-read-only", persona: "kerem-soylu", open: at("/my-offers/insight") },
  { name: "my-offer-partners", persona: "nuria-salcedo", open: async (page) => {
    await page.goto("/my-offers/soc/partners");
    await page.locator("#partners summary").first().click();
  } },
  { name: "my-offer-partners-open", persona: "selin-uzunoglu", open: at("/my-offers/insight/partners") },
  { name: "my-offer-partners-errors", persona: "nuria-salcedo", status: 422, open: refused("/my-offers/soc/partners", { "#to": "No Such Partner" }) },
  { name: "support-partner", persona: "defne-acar", open: at("/support") },
  { name: "support-provider", persona: "lucia-ferrer", open: at("/support") },
  { name: "support-split", persona: "lucia-ferrer", open: at("/support/resellers/byeolbit") },
  { name: "support-split-profile", persona: "lucia-ferrer", open: at("/support/resellers/byeolbit?profile=provider-first") },
  { name: "support-reseller", persona: "jiwoo-seo", open: at("/support") },
  { name: "support-reseller-agreed", persona: "marta-ibarz", open: at("/support") },
  { name: "customers", persona: "defne-acar", open: at("/customers") },
  { name: "subscriptions", persona: "aylin-kose", open: at("/subscriptions") },
  { name: "subscription", persona: "marta-ibarz", open: at("/subscriptions/e760f2e0-0326-4b81-bc63-8fa8a11daa41") },
  { name: "subscription-of-mine", persona: "aylin-kose", open: following("/subscriptions", "main [data-walk-item]") },
  { name: "desk", persona: "defne-acar", open: at("/desk") },
  { name: "desk-errors", persona: "defne-acar", status: 422, open: refused("/desk", { "#desk-email": "destek at altan" }) },
  { name: "people", persona: "olivia-marsh", open: at("/settings/people") },
  { name: "person", persona: "olivia-marsh", open: async (page) => {
    await page.goto("/settings/people/tom-ashdown");
    await page.click("summary.more");
  } },
  { name: "person-of-my-own", persona: "tom-ashdown", open: at("/settings/people/tom-ashdown") },
  { name: "person-errors", persona: "dana-whitlock", status: 422, open: async (page) => {
    await page.goto("/settings/people/dana-whitlock");
    await page.uncheck('input[value="customer-admin"]');
    await Promise.all([page.waitForEvent("load"), page.click("main form .btn--primary")]);
  } },
  { name: "people-not-shown", persona: "emre-tunali", status: 403, open: at("/settings/people") },
  { name: "invitations", persona: "olivia-marsh", open: at("/settings/invitations") },
  { name: "invitations-of-operator", persona: "niamh-keane", open: at("/settings/invitations") },
  { name: "invitations-errors", persona: "olivia-marsh", status: 422, open: refused("/settings/invitations", { "#email": "nowhere" }) },
  { name: "link", open: at("/link") },
  { name: "link-as-somebody", persona: "priya-nair", open: at("/link") },
  { name: "link-errors", status: 422, open: refused("/link", { "#link": "" }) },
  { name: "link-gone", status: 404, open: refused("/link", { "#link": "https://hub.example/link#reset_used.up" }) },
  { name: "link-late", status: 404, open: at("/link/open") },
  { name: "invitation", open: invited() },
  { name: "invitation-of-somebody-else", persona: "priya-nair", open: invited() },
  { name: "tokens", persona: "olivia-marsh", open: at("/settings/tokens") },
  { name: "tokens-errors", persona: "olivia-marsh", status: 422, open: refused("/settings/tokens", { "#days": "9000" }) },
  { name: "token-made", persona: "olivia-marsh", open: made("token", "Nightly export") },
  { name: "client-made", persona: "olivia-marsh", open: made("client", "CRM") },
  { name: "token-revoke", persona: "olivia-marsh", open: following("/settings/tokens", "main [data-walk-item]") },
  { name: "relationships", persona: "lucia-ferrer", open: at("/settings/relationships") },
  { name: "relationships-of-customer", persona: "dana-whitlock", open: at("/settings/relationships") },
  { name: "relationships-of-operator", persona: "niamh-keane", open: at("/settings/relationships") },
  { name: "relationships-errors", persona: "olivia-marsh", status: 422, open: refused("/settings/relationships", { "#to": "larkmoor" }) },
  { name: "relationships-waiting", persona: "inigo-vela", open: at("/settings/relationships") },
  { name: "organisations", persona: "niamh-keane", open: at("/settings/organisations") },
  { name: "organisations-none", persona: "niamh-keane", open: at("/settings/organisations?q=zzzzqqqq&kind=partner") },
  { name: "organisations-errors", persona: "niamh-keane", status: 422, open: refused("/settings/organisations", { "#handle": "Not A Handle" }) },
  { name: "organisation", persona: "niamh-keane", open: at("/settings/organisations/oldbarrow") },
  { name: "organisation-errors", persona: "niamh-keane", status: 422, open: async (page) => {
    await page.goto("/settings/organisations/larkmoor");
    await page.uncheck('input[name="kinds"][value="partner"]');
    await page.check('input[name="kinds"][value="customer"]');
    await Promise.all([page.waitForEvent("load"), page.click("main form .btn--primary")]);
  } },
  { name: "organisation-of-my-own", persona: "olivia-marsh", open: at("/settings/organisation") },
  { name: "support-split-of-reseller", persona: "marta-ibarz", open: at("/support/providers/estelar") },
  { name: "switch", persona: "ece-arman", open: async (page) => {
    await page.goto("/discover");
    await page.click(".topbar-org summary");
  } },
  { name: "account", open: burak(at("/account")) },
  { name: "account-errors", status: 422, open: burak(refused("/account", { "#name": "x".repeat(121) })) },
  { name: "account-password", open: burak(at("/account/password")) },
  { name: "account-password-errors", status: 422, open: burak(refused("/account/password", { "#present": "wrong", "#password": "short" })) },
  { name: "account-address", open: burak(at("/account/address")) },
  { name: "account-second-factor", open: burak(at("/account/second-factor")) },
  { name: "account-second-factor-errors", status: 422, open: burak(refused("/account/second-factor", { "#code": "12345" })) },
  { name: "account-passkeys", open: burak(at("/account/passkeys")) },
  { name: "account-prove", open: burak(at("/account/prove?to=/account/passkeys")) },
  { name: "account-reset", open: at("/account/reset") },
  { name: "sign-in-code", open: async (page) => {
    await page.context().addCookies([{ name: "firstline_step", value: "x", url: address }]);
    await page.goto("/sign-in/code");
  } },
  { name: "sign-in-told", open: at("/sign-in?told=sent") },
  { name: "next", persona: "niamh-keane", open: at("/welcome") },
  { name: "audit", persona: "olivia-marsh", open: async (page) => {
    await page.goto("/settings/audit");
    await page.locator(".record-line summary").first().click();
  } },
  { name: "audit-none", persona: "olivia-marsh", open: at("/settings/audit?who=zzzz&act=edit-desk") },
  { name: "privacy", persona: "olivia-marsh", open: at("/settings/privacy") },
  { name: "privacy-errors", persona: "olivia-marsh", status: 422, open: refused("/settings/privacy", { "#audit_days": "12" }) },
  { name: "erase", persona: "olivia-marsh", open: at("/settings/people/tom-ashdown/erase") },
  { name: "api-reference", persona: "defne-acar", open: at("/api") },
  { name: "not-found", persona: "defne-acar", status: 404, open: at("/nowhere") },
  { name: "not-found-stranger", status: 404, open: at("/nowhere") },
];
