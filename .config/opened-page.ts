import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

/** A page opened from disk, with all that went wrong in it or was asked of a network. */
export interface OpenedPage {
  readonly page: Page;
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
}

export const openPage = async (
  browser: Browser,
  html: string,
  options: BrowserContextOptions = {},
): Promise<OpenedPage> => {
  const folder = mkdtempSync(join(tmpdir(), "tongket-page-"));
  const file = join(folder, "report.html");
  writeFileSync(file, html);
  const address = pathToFileURL(file).href;
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: "reduce",
    ...options,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => faults.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("dialog", (dialog) => faults.push(`dialog: ${dialog.message()}`));
  page.on("request", (request) => {
    if (request.url() !== address) faults.push(`request: ${request.url()}`);
  });
  await page.goto(address);
  const close = async (): Promise<void> => {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { page, faults, close };
};

/** Waits until the ledger inside is read and all tools beside the document are filled. */
export const whenReady = ({ page }: Pick<OpenedPage, "page">): Promise<void> =>
  page.locator(".tools details.tool:not([aria-busy])").waitFor({ state: "attached" });

/** Moves a slider to a part of its way, and waits for the page to follow; what it then says. */
export const moveTo = async (page: Page, slider: string, part: number): Promise<string> => {
  const range = page.locator(slider);
  const max = Number(await range.getAttribute("max"));
  await range.fill(String(Math.floor(part * max)));
  await settled(page);
  return (await range.getAttribute("aria-valuetext")) ?? "";
};

/** The page follows a slider when that stands still. */
export const settled = (page: Page): Promise<void> =>
  page.locator("main:not([aria-busy])").waitFor();

/** What each figure of the document shows, in order. */
export const figuresShown = (page: Page): Promise<readonly string[]> =>
  page.locator("main data[data-figure]").allTextContents();

/** What each account of the totals shows. */
export const totalsShown = async (page: Page): Promise<ReadonlyMap<string, string>> => {
  const amounts = page.locator(".tools [data-account]");
  const names = await amounts.evaluateAll((all) =>
    all.map((one) => String((one as unknown as Attributed).getAttribute("data-account"))),
  );
  const texts = await amounts.allTextContents();
  return new Map(names.map((name, at) => [name, texts[at] ?? ""]));
};

interface Attributed {
  readonly getAttribute: (name: string) => string | null;
}
