// Firstline: what a page gains when script runs. Everything here improves something that already works without it.
// No words of its own: every sentence a person reads or hears comes from data-t-* attributes on <body>.
const doc = document, root = doc.documentElement;
const one = (s, from = doc) => from.querySelector(s);
const all = (s, from = doc) => [...from.querySelectorAll(s)];
const lang = root.lang || "en";
const fold = (s) => s.toLocaleLowerCase(lang).normalize("NFKD").replace(/\p{M}/gu, "").replace(/ı/g, "i").normalize("NFC");
const words = (key, vars = {}) =>
  (doc.body.dataset["t" + key[0].toUpperCase() + key.slice(1)] || "").replace(/\{(\w+)\}/g, (_, name) => vars[name] ?? "");
const on = (type, selector, act) =>
  doc.addEventListener(type, (event) => {
    const hit = event.target.closest?.(selector);
    if (hit) act(hit, event);
  });

// One quiet voice for screen readers.
const voice = one("#announce");
const say = (text) => {
  if (!voice || !text) return;
  voice.textContent = "";
  requestAnimationFrame(() => (voice.textContent = text));
};

// What the server should know of this browser: it writes the same cookies.
const [own, marks] = location.protocol === "https:" ? ["__Host-firstline_", ";secure"] : ["firstline_", ""];
const keep = (name, value) => (doc.cookie = `${own}${name}=${encodeURIComponent(value)};path=/;max-age=31536000;samesite=lax${marks}`);
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone && !doc.cookie.includes(`${own}zone=${encodeURIComponent(zone)}`)) keep("zone", zone);

// Theme and density: the form would post; a cookie spares the round trip.
on("submit", "form[data-pref]", (form, event) => {
  const button = event.submitter;
  if (!button?.name) return;
  event.preventDefault();
  keep(button.name, button.value);
  if (/^(system|comfortable)$/.test(button.value)) delete root.dataset[button.name];
  else root.dataset[button.name] = button.value;
  all(`form[data-pref] [name="${button.name}"]`).forEach((other) => (other.ariaPressed = other.value === button.value));
});

// Copy, shown by a tick and spoken.
on("click", "[data-copy]", async (button) => {
  const source = button.dataset.copy || one(button.dataset.copyFrom)?.textContent.trim();
  if (!source) return;
  try {
    await navigator.clipboard.writeText(source);
  } catch {
    return say(words("copyFailed"));
  }
  say(words("copied", { text: source.length > 80 ? "" : source }));
  const use = one("use", button), before = use?.getAttribute("href");
  if (!use || "done" in button.dataset) return;
  use.setAttribute("href", before.replace(/#.*/, "#check"));
  button.dataset.done = "";
  setTimeout(() => {
    use.setAttribute("href", before);
    delete button.dataset.done;
  }, 1600);
});

// Menus close when the person looks elsewhere.
doc.addEventListener("click", (event) => {
  all("details.menu[open]").forEach((menu) => menu.contains(event.target) || (menu.open = false));
});
on("click", "[data-dismiss]", (button) => button.closest(button.dataset.dismiss)?.remove());
on("click", "[data-close]", (button) => button.closest("dialog")?.close());
on("click", "dialog", (dialog, event) => event.target === dialog && dialog.close());
on("click", "[data-print]", () => print());
on("click", "[data-open]", (button) => open(one(button.dataset.open)));
const open = (dialog) => {
  if (!dialog || dialog.open) return;
  all("dialog[open]").forEach((other) => other.close());
  dialog.showModal();
};

const later = (wait, act) => {
  let pause;
  return (...given) => {
    clearTimeout(pause);
    pause = setTimeout(act, wait, ...given);
  };
};

// Fetch a fragment of a page; only the newest answer counts.
const fetcher = () => {
  let running;
  return async (url, fragment) => {
    running?.abort();
    const mine = (running = new AbortController());
    const answer = await fetch(url, { headers: { "X-Fragment": fragment }, signal: mine.signal });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.text();
  };
};

// Search as you type: typing replaces the address, a filter adds to the history. Focus and open folds outlive the change.
all("form[data-live]").forEach((form) => {
  const get = fetcher();
  const load = async (remember) => {
    const target = one("[data-live-target]");
    const url = new URL(form.action);
    url.search = "";
    for (const [name, value] of new FormData(form)) if (value) url.searchParams.append(name, value);
    target.ariaBusy = "true";
    try {
      const html = await get(url, "results");
      const held = target.contains(doc.activeElement) && doc.activeElement.id;
      const unfolded = all("details[open][id]", target);
      target.innerHTML = html;
      unfolded.forEach(({ id }) => one("#" + id)?.setAttribute("open", ""));
      if (held) one("#" + CSS.escape(held))?.focus();
      history[remember]({}, "", url);
      say(one("[data-live-said]", target)?.textContent.trim());
    } catch (error) {
      if (error.name === "AbortError") return;
      location.assign(url);
    }
    target.ariaBusy = "false";
  };
  const typed = later(140, load);
  const isText = (field) => /^(search|text)$/.test(field.type);
  doc.addEventListener("input", ({ target }) => target.form === form && isText(target) && typed("replaceState"));
  doc.addEventListener("change", ({ target }) => target.form === form && !isText(target) && load("pushState"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    load("pushState");
  });
  addEventListener("popstate", () => location.reload());
});

// A list narrowed by what is typed beside it: to what has every word, or, where whole sentences are pasted, to what fits best.
const split = (text) => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
const stem = (word) => (/\p{Script=Hangul}/u.test(word) ? word.slice(0, 2) : word.slice(0, Math.max(4, word.length - 2)));
const closest = (texts, typed) => {
  const known = texts.map(split);
  const holds = (stem) => known.map((list) => list.some((word) => word.startsWith(stem)));
  // A short word, or one that much of the list has, says nothing.
  const stems = [...new Set(split(typed).filter((word) => word.length > (/[a-z]/.test(word) ? 3 : 1)).map(stem))];
  const telling = stems.map(holds).filter((has) => has.filter(Boolean).length * 3 <= texts.length);
  const scores = texts.map((_, at) => telling.filter((has) => has[at]).length);
  const best = Math.max(...scores);
  return scores.map((score) => score > 0 && score * 2 >= best);
};
on("input", "[data-filter]", (field) => {
  const list = one(field.dataset.filter), typed = fold(field.value.trim());
  const items = all("[data-filter-item]", list);
  const texts = items.map((item) => fold(item.textContent + " " + item.dataset.filterItem));
  const fits = typed && field.hasAttribute("data-filter-any")
    ? closest(texts, typed)
    : texts.map((text) => typed.split(/\s+/).every((word) => text.includes(word)));
  let shown = 0;
  items.forEach((item, at) => {
    item.hidden = !fits[at];
    shown += !item.hidden;
  });
  all("[data-filter-group]", list).forEach((group) => (group.hidden = !one("[data-filter-item]:not([hidden])", group)));
  const none = one("[data-filter-none]", list);
  if (none) none.hidden = shown > 0;
  say(words("shown", { n: shown }));
});

// A field with a list of options: arrows choose, Enter takes.
const options = (field, list, take) => {
  let at = -1;
  const rows = () => all('[role="option"]:not([hidden])', list);
  field.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing || list.hidden) return;
    if (step) mark(at + step);
    else if (event.key === "Enter" && rows()[at]) take(rows()[at]);
    else return;
    event.preventDefault();
  });
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const row = event.target.closest('[role="option"]');
    if (row && !row.href) take(row);
  });
  const mark = (to) => {
    const now = rows(), row = now.at(to % now.length || 0);
    at = now.indexOf(row);
    all('[role="option"]', list).forEach((other) => (other.ariaSelected = other === row));
    field.removeAttribute("aria-activedescendant");
    if (!row) return;
    row.id = `${list.id}-${at}`;
    field.setAttribute("aria-activedescendant", row.id);
    row.scrollIntoView({ block: "nearest" });
  };
  return mark;
};
const suggest = (address, fragment, show) => {
  const get = fetcher();
  return later(120, async (words) => {
    const url = new URL(address, location.href);
    url.searchParams.set("q", words);
    try {
      show(await get(url, fragment));
    } catch { /* a newer word is on its way */ }
  });
};

// Combobox: the chosen option's id goes into a hidden field.
all("input[data-combo]").forEach((field) => {
  const list = one("#" + field.getAttribute("aria-controls")), value = one(field.dataset.comboValue || "[data-none]");
  const show = (html) => {
    list.innerHTML = doc.activeElement === field ? html : "";
    list.hidden = !list.childElementCount;
    field.ariaExpanded = !list.hidden;
  };
  const mark = options(field, list, (row) => {
    field.value = row.dataset.label || row.textContent.trim();
    if (value) value.value = row.dataset.value;
    show("");
    if (field.hasAttribute("data-combo-submit")) field.form.requestSubmit();
  });
  const ask = suggest(field.dataset.combo, "options", (html) => (show(html), mark(0)));
  field.addEventListener("input", () => {
    if (value) value.value = "";
    field.value.trim() ? ask(field.value) : show("");
  });
  field.addEventListener("blur", () => show(""));
  field.addEventListener("keydown", (event) => event.key === "Escape" && !list.hidden && (event.preventDefault(), show("")));
});

// Palette: what stands on the page comes at once, what the hub finds follows.
const palette = one("#palette");
if (palette) {
  const field = one("input", palette), here = one("[data-palette-here]", palette), found = one("[data-palette-found]", palette);
  const mark = options(field, one(".palette-list", palette), (row) => row.click());
  const ask = suggest(palette.dataset.source, "palette", (html) => {
    found.innerHTML = field.value.trim() && html;
    mark(0);
  });
  const narrow = () => {
    const wanted = fold(field.value.trim());
    [...here.children].forEach((row) => (row.hidden = !fold(row.textContent).includes(wanted)));
    mark(0);
    wanted ? ask(field.value) : found.replaceChildren();
  };
  field.addEventListener("input", narrow);
  const call = () => {
    here.replaceChildren(...all("[data-palette]").map((link) => {
      const row = doc.createElement("a");
      Object.assign(row, { href: link.href, className: "menu-item", tabIndex: -1, role: "option" });
      row.textContent = link.dataset.palette || link.textContent.trim();
      return row;
    }));
    field.value = "";
    open(palette);
    field.focus();
    narrow();
  };
  on("click", "[data-palette-open]", call);
  doc.addEventListener("keydown", (event) => {
    if (!(event.metaKey || event.ctrlKey) || event.altKey || event.key.toLowerCase() !== "k") return;
    event.preventDefault();
    palette.open ? palette.close() : call();
  });
}

// Keys: one letter, one act; "?" lists those of this page. Silent while the person types.
const shown = (node) => node.getClientRects().length > 0;
const isField = (node) => /^(INPUT|TEXTAREA|SELECT)$/.test(node.tagName);
const typing = (node) => node.isContentEditable || isField(node) && !/^(checkbox|radio|button|submit)$/.test(node.type);
const help = one("#keys");
const make = (tag, ...inside) => {
  const node = doc.createElement(tag);
  node.append(...inside);
  return node;
};
const keyed = () => all("[data-key]").filter(shown);
const list = () => {
  const rows = new Map();
  for (const { dataset, ariaLabel, textContent } of keyed())
    if (!rows.has(dataset.key)) rows.set(dataset.key, dataset.keyLabel || ariaLabel || textContent.trim());
  one("[data-keys-here]", help)?.replaceChildren(...[...rows].flatMap(([key, act]) => [make("dt", make("kbd", key)), make("dd", act)]));
};
on("click", '[data-open="#keys"]', list);
doc.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && event.target.closest?.("details.menu[open]");
  if (menu) {
    menu.open = false;
    one("summary", menu).focus();
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
  if (walk(event)) return;
  if (typing(event.target) || one("dialog[open]")) return;
  if (event.key === "?" && help) {
    list();
    return open(help);
  }
  const node = keyed().find((key) => key.dataset.key === event.key);
  if (!node) return;
  event.preventDefault();
  isField(node) ? (node.focus(), node.select?.()) : node.click();
});

// The open tab is in sight, also where a phone has room for some of them only.
all(".tabs > [aria-current]").forEach((tab) => {
  const tabs = tab.parentElement;
  tabs.scrollLeft += tab.getBoundingClientRect().left - tabs.getBoundingClientRect().left - 48;
});

// Up and down walk a list; down enters it from its search field, up leads back.
const walk = (event) => {
  const { key, target } = event;
  const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[key];
  const from = target.closest?.("[data-walk]");
  const entry = from ? "" : target.dataset?.walkInto;
  if (!step || (from ? typing(target) : !entry || key.length === 1)) return false;
  const rows = all("[data-walk-item]", from || one(entry)).filter(shown);
  if (!rows.length) return false;
  const to = rows.indexOf(doc.activeElement) + step;
  event.preventDefault();
  (to < 0 ? one(`[data-walk-into="#${from?.id}"]`) || rows[0] : rows[Math.min(to, rows.length - 1)]).focus();
  return true;
};

// What is being made elsewhere is asked after for a minute, and said once it is there. What the person reads stays as it is.
const awaited = one("[data-await]");
const askAfter = fetcher();
const inquire = async (turns) => {
  try {
    const html = await askAfter(location.href, awaited.dataset.await);
    if (!html.includes("data-underway")) {
      awaited.style.minBlockSize = `${awaited.offsetHeight}px`; // what stands below stays where it is
      awaited.innerHTML = html;
      return say(one("span", awaited)?.textContent);
    }
  } catch { /* the next time, or by hand */ }
  if (turns > 1) setTimeout(inquire, 3000, turns - 1);
};
if (awaited) setTimeout(inquire, 1500, 20);

// A choice that answers at once.
on("change", "form[data-auto]", (form) => form.requestSubmit());
