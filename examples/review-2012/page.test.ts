import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execPath } from "node:process";
import { fileURLToPath } from "node:url";
import { sayCount, sayDate, sayInstant } from "@tongket/core/messages";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isMissing, launch } from "../../.config/chromium.ts";
import {
  moveTo,
  type OpenedPage,
  openPage,
  totalsShown,
  whenReady,
} from "../../.config/opened-page.ts";
import { commits, facts, here } from "./read-review.ts";

const ledger = fileURLToPath(here("ledger.jsonl"));
const root = fileURLToPath(here("../../"));

const tongket = (...args: readonly string[]): string =>
  execFileSync(execPath, ["--conditions=source", "packages/cli/src/main.ts", ...args], {
    cwd: root,
    encoding: "utf8",
    stdio: "pipe",
  });

const asked = [ledger, "--branch", "bo-tttt", "--year", "2012"] as const;

describe.skipIf(isMissing)("the review as a page that the command line writes", () => {
  const folder = mkdtempSync(join(tmpdir(), "tongket-review-"));
  let browser: Browser;
  let opened: OpenedPage;

  beforeAll(async () => {
    const file = join(folder, "report.html");
    tongket("report", ...asked, "--format", "html", "--names", "--lang", "vi", "-o", file);
    browser = await launch();
    opened = await openPage(browser, readFileSync(file, "utf8"));
    await whenReady(opened);
  });
  afterAll(async () => {
    await opened.close();
    await browser.close();
    rmSync(folder, { recursive: true });
    expect(opened.faults).toEqual([]);
  });

  test("a figure of a document tells its phrase and where that is recorded", async () => {
    const { page } = opened;
    await page.locator('main data[data-figure^="baseOrganisationsAtTop@2012/"]').first().click();
    const stated = await page.getByRole("dialog").locator(".stated").innerText();
    const reported = facts.find(
      ({ event: { type, data } }) =>
        type === "FigureReported" &&
        (data as { measure: string }).measure === "baseOrganisationsAtTop",
    );
    if (reported === undefined) throw new Error("no such figure");
    const { position, index, data } = reported.event;
    expect(stated).toContain((data as { phrase: string }).phrase);
    expect(stated).toContain(`mục ${position}.${index}`);
    await page.keyboard.press("Escape");
  });

  test("a computed figure opens to its events, people by their names", async () => {
    const { page } = opened;
    await page.locator('main data[data-figure="planItems@2013"]').first().press("Enter");
    const told = page.getByRole("dialog").locator("[data-address]");
    const plans = facts.filter(({ event }) => event.type === "PlanAdopted");
    const [{ title }] = plans.map(({ event }) => event.data) as [{ readonly title: string }];
    expect(await told.count()).toBe(plans.length);
    expect(await told.first().innerText()).toContain(title);
    await page.keyboard.press("Escape");
    await moveTo(page, "#as-of", 0.99);
    expect(await page.locator("main").innerText()).not.toMatch(/\[p-\d+\]/);
    await moveTo(page, "#as-of", 1);
  });

  test("at any day and instant its totals are those of replay", async () => {
    const { page } = opened;
    const days = [...new Set(facts.map(({ event }) => event.effectiveOn))];
    const instants = [...new Set(commits.map(({ commit }) => commit.recordedAt))];
    const seen = new Set<string>();
    for (const [asOfPart, knownAtPart] of [
      [1, 1],
      [0, 1],
      [1, 0.5],
      [0.6, 0.72],
      [1, 0.3],
    ] as const) {
      const day = await moveTo(page, "#as-of", asOfPart);
      const instant = await moveTo(page, "#known-at", knownAtPart);
      const asOf = days.find((one) => sayDate("vi", one) === day);
      const knownAt = instants.find((one) => sayInstant("vi", one) === instant);
      const horizon = [
        ...(asOf === undefined ? [] : ["--as-of", asOf]),
        ...(knownAt === undefined ? [] : ["--known-at", knownAt]),
      ];
      const { totals } = JSON.parse(tongket("replay", ...asked, "--json", ...horizon)) as {
        readonly totals: { readonly [account: string]: number };
      };
      const shown = [...(await totalsShown(page))].filter(([, text]) => text !== "—");
      expect(Object.fromEntries(shown)).toEqual(
        Object.fromEntries(Object.entries(totals).map(([one, sum]) => [one, sayCount("vi", sum)])),
      );
      seen.add(JSON.stringify(totals));
    }
    expect(seen.size).toBeGreaterThan(1);
  });
});
