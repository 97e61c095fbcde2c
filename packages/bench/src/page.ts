/**
 * `npm run bench:page [-- EVENTS]`: how soon a page to explore can be used whose ledger holds so
 * many events of one year (100,000), and how it follows. Each figure is the median of fresh
 * contexts of one browser; the page is written by the program from its sources.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { launch } from "../../../.config/chromium.ts";
import { openPage, settled, whenReady } from "../../../.config/opened-page.ts";
import { makeLog } from "./made-log.ts";

const rounds = 5;
const events = Number(process.argv[2] ?? 100_000);
const root = fileURLToPath(new URL("../../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "tongket-bench-"));
const ledger = join(folder, "year.jsonl");
const file = join(folder, "year.html");

makeLog(ledger, { events, seed: 1, years: 1, members: events / 4 });
const ofYear = ["--branch", "b0", "--year", "2004", "--format", "html", "-o", file];
const began = performance.now();
const { status, stderr } = spawnSync(
  process.execPath,
  ["--conditions=source", "packages/cli/src/main.ts", "report", ledger, ...ofYear],
  { cwd: root, encoding: "utf8" },
);
if (status !== 0) throw new Error(stderr);
console.log(`written in ${Math.round(performance.now() - began)} ms`);
console.log(`${events} events, ${Math.round(statSync(file).size / 1024)} KiB`);

/** Milliseconds from the beginning of the navigation until the document could be read. */
const documentReady = (page: Page): Promise<number> =>
  page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd");

const taken = async (does: () => Promise<unknown>): Promise<number> => {
  const before = performance.now();
  await does();
  return performance.now() - before;
};

const html = readFileSync(file, "utf8");
const browser = await launch();
const all = new Map<string, number[]>();
const note = (what: string, ms: number): void => {
  all.set(what, [...(all.get(what) ?? []), ms]);
};
for (let round = 0; round < rounds; round += 1) {
  const opened = await openPage(browser, html);
  const { page } = opened;
  await page.locator("#as-of").waitFor({ state: "attached" });
  const usable = Number(await page.evaluate("performance.now()"));
  const document = await documentReady(page);
  note("document to read", document);
  note("from then until tools can be used", usable - document);
  await whenReady(opened);
  const range = page.locator("#as-of");
  note("a step of the day", await taken(() => range.press("ArrowLeft").then(() => settled(page))));
  const figure = page.locator("main data[data-figure]").first();
  note(
    "a figure opened",
    await taken(() => figure.press("Enter").then(() => page.getByRole("dialog").waitFor())),
  );
  if (opened.faults.length > 0) throw new Error(opened.faults.join("\n"));
  await opened.close();
}
for (const [what, ms] of all) {
  const sorted = ms.toSorted((a, b) => a - b);
  const [least, median, most] = [sorted[0], sorted[sorted.length >> 1], sorted.at(-1)];
  console.log(
    `${what}: ${[median, least, most].map((one) => Math.round(one ?? 0)).join(" / ")} ms`,
  );
}
await browser.close();
rmSync(folder, { recursive: true });
