import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isMissing, launch } from "../../../.config/chromium.ts";
import { moveTo, openPage, whenReady } from "../../../.config/opened-page.ts";
import { ministryPage } from "./ministry-page.ts";

/** What axe finds against WCAG 2.2 AA and good practice that is serious or critical. */
const faultsIn = async (page: Page): Promise<readonly string[]> => {
  const results = (await page.evaluate(`${axe.source}; axe.run()`)) as axe.AxeResults;
  expect(results.passes.length).toBeGreaterThan(20);
  return results.violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
};

describe.skipIf(isMissing)("a page in Chromium", () => {
  let html: string;
  let browser: Browser;

  beforeAll(async () => {
    ({ html } = await ministryPage());
    browser = await launch();
  });
  afterAll(() => browser.close());

  test.each([
    ["light", 1280],
    ["dark", 1280],
    ["light", 390],
    ["dark", 390],
  ] as const)("has no serious fault of access, %s and %i wide", async (colorScheme, width) => {
    const viewport = { width, height: 900 };
    const opened = await openPage(browser, html, { colorScheme, viewport, bypassCSP: true });
    const { page } = opened;
    await whenReady(opened);
    expect(await faultsIn(page)).toEqual([]);
    if (width < 1000) await page.locator(".tools summary").first().click();
    await page.getByText("Tổng số").first().click();
    await page.getByRole("combobox").fill("chi bộ");
    await moveTo(page, "#known-at", 0.99);
    expect(await faultsIn(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("option").first().click();
    expect(await faultsIn(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.locator('main data[data-figure^="membersAtGoodOrBetter@"]').first().press("Enter");
    await page.getByRole("dialog").waitFor();
    await page.locator(".branches summary").first().click();
    expect(await faultsIn(page)).toEqual([]);
    expect(opened.faults).toEqual([]);
    await opened.close();
  });
});
