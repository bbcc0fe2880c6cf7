// Pictures of every page for people to look at: node shots.mjs DIRECTORY [NAME…], with FIRSTLINE_ADDRESS as for the tests.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { narrow, start, wide, within } from "./hub.mjs";
import { pages } from "./pages.mjs";

const [directory, ...names] = process.argv.slice(2);
if (!directory) {
  console.error("Usage: node shots.mjs DIRECTORY [NAME…]");
  process.exit(2);
}
await mkdir(directory, { recursive: true });
const chosen = pages.filter((page) => !names.length || names.includes(page.name));
const browser = await start();
for (const { name, persona, open } of chosen)
  for (const lang of ["en", "tr", "ko", "es"])
    await within(browser, persona, { lang }, async (page) => {
      await open(page);
      for (const [width, size] of Object.entries({ wide, narrow }))
        for (const scheme of ["light", "dark"]) {
          await page.setViewportSize(size);
          await page.emulateMedia({ colorScheme: scheme });
          await page.screenshot({ path: join(directory, `${name}.${lang}.${scheme}.${width}.png`), fullPage: true });
        }
    }).catch((error) => console.error(`${name}.${lang}: ${error.message}`));
await browser.close();
