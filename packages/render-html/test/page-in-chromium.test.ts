import type { Horizon } from "@tongket/core/log";
import { sayCount, sayDate, sayInstant } from "@tongket/core/messages";
import { explaining, readFigureName, totalsOver, viewOf } from "@tongket/core/projections";
import { shownFigures } from "@tongket/core/report";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { isMissing, launch } from "../../../.config/chromium.ts";
import {
  figuresShown,
  moveTo,
  type OpenedPage,
  openPage,
  settled,
  totalsShown,
  whenReady,
} from "../../../.config/opened-page.ts";
import { chartsOf } from "../src/charts/charts-data.ts";
import { type MinistryPage, ministryPage } from "./ministry-page.ts";

describe.skipIf(isMissing)("a page in Chromium", () => {
  let made: MinistryPage;
  let browser: Browser;
  let opened: OpenedPage;

  beforeAll(async () => {
    made = await ministryPage();
    browser = await launch();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    opened = await openPage(browser, made.html);
    await whenReady(opened);
  });
  afterEach(async () => {
    await opened.close();
    expect(opened.faults).toEqual([]);
  });

  const expectShown = async (horizon: Horizon): Promise<void> => {
    const { document, totals, view } = made.computed(horizon);
    const figures = shownFigures(document).map(({ text }) => text);
    expect(await figuresShown(opened.page)).toEqual(figures);
    const shown = await totalsShown(opened.page);
    const amounts = [...shown].filter(([, text]) => text !== "—");
    expect(new Map(amounts)).toEqual(
      new Map([...totals].map(([name, { amount }]) => [name, sayCount("vi", amount)])),
    );
    const titles = await opened.page.locator(".chart figcaption").allTextContents();
    expect(titles).toEqual(chartsOf({ view, lang: "vi" }).map(({ title }) => title));
  };

  test("is the report at first, and by every day and instant what the ledger says", async () => {
    const { page } = opened;
    await expectShown({});
    const before = await page.locator("main").innerText();
    for (const [asOfPart, knownAtPart] of [
      [0.7, 1],
      [1, 0.6],
      [0.9, 0.95],
      [0, 0],
    ] as const) {
      const day = await moveTo(page, "#as-of", asOfPart);
      const instant = await moveTo(page, "#known-at", knownAtPart);
      const asOf = made.days.find((one) => sayDate("vi", one) === day);
      const knownAt = made.instants.find((one) => sayInstant("vi", one) === instant);
      expect([asOf === undefined, knownAt === undefined]).toEqual([
        asOfPart === 1,
        knownAtPart === 1,
      ]);
      await expectShown({ ...(asOf && { asOf }), ...(knownAt && { knownAt }) });
      const banner = await page.locator(".banner").innerText();
      expect(banner).toContain(asOf === undefined ? "khác" : day);
      expect(banner).toContain(knownAt === undefined ? "khác" : instant);
    }
    await page.locator(".banner").getByRole("button").click();
    await settled(page);
    expect(await page.locator("main").innerText()).toBe(before);
    await expectShown({});
  });

  test("a figure opens to the events that core explains it by, and closes again", async () => {
    const { page } = opened;
    const figure = "membersAtGoodOrBetter@2013";
    const control = page.locator(`main data[data-figure="${figure}"]`).first();
    await control.focus();
    await page.keyboard.press("Enter");
    const panel = page.getByRole("dialog");
    await panel.waitFor();
    const { view } = made.computed({});
    const explained = explaining(view, readFigureName(figure).name);
    for (const event of made.events) explained?.take(event, "clerk");
    const { parts = [], rules = [], value } = explained?.close() ?? {};
    expect(parts.map(({ events }) => events.length)).toEqual([131, 148]);
    const [num = "", den = ""] = parts.map(({ amount }) => amount);
    expect(value).toMatchObject({ num, den });
    for (const { part, amount, events } of parts) {
      const told = panel.locator(`[data-part=${part}]`);
      expect(await told.locator("h3").innerText()).toContain(String(amount));
      const addresses = await addressesIn(told);
      expect(addresses).toEqual(events.slice(0, 100).map(({ address }) => address));
      await told.getByRole("button", { name: `Xem thêm ${events.length - 100}` }).click();
      expect(await addressesIn(told)).toEqual(events.map(({ address }) => address));
    }
    expect(await panel.locator(".rule").count()).toBe(rules.length);
    expect(rules.length).toBeGreaterThan(0);
    const [rule] = rules;
    expect(await panel.locator(".rule").first().innerText()).toContain(rule?.source.instrument);
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "hidden" });
    expect(await page.evaluate("document.activeElement.dataset.figure")).toBe(figure);
  });

  const addressesIn = (told: ReturnType<OpenedPage["page"]["locator"]>): Promise<string[]> =>
    told
      .locator("[data-address]")
      .evaluateAll((all) => all.map((one) => (one as never as Data).dataset["address"] ?? ""));
  interface Data {
    readonly dataset: { readonly [name: string]: string };
  }

  test.each(["chi bo phong", "Chi bộ Phòng"])("%j finds an organisation", async (words) => {
    const { page } = opened;
    const field = page.getByRole("combobox", { name: "Tìm tổ chức" });
    await field.focus();
    await page.keyboard.type(words);
    const { view } = made.computed({});
    const named = view.scope.filter((one) =>
      view.tree.nodes.get(one)?.name.startsWith("Chi bộ Phòng"),
    );
    expect(named.length).toBeGreaterThan(1);
    const options = page.getByRole("option");
    expect(await options.count()).toBe(named.length);
    await page.keyboard.press("ArrowUp");
    expect(await field.getAttribute("aria-activedescendant")).toBe(`search-${named.length - 1}`);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    const [, second] = named;
    if (second === undefined) throw new Error("no second one");
    expect(await field.getAttribute("aria-activedescendant")).toBe("search-1");
    await page.keyboard.press("Enter");
    const panel = page.getByRole("dialog", { name: view.tree.nodes.get(second)?.name ?? "" });
    await panel.waitFor();
    const accounts = panel.locator("[data-account]");
    const totals = totalsOver([viewOf(view, second)]);
    expect(totals.size).toBeGreaterThan(3);
    expect(await accounts.allTextContents()).toEqual(
      [...totals.values()].map(({ amount }) => sayCount("vi", amount)),
    );
    await page.keyboard.press("Escape");
    expect(await page.evaluate("document.activeElement.id")).toBe("search");
  });

  test("what no organisation is called finds none", async () => {
    await opened.page.getByRole("combobox").fill("không có");
    expect(await opened.page.getByRole("option").count()).toBe(0);
    expect(await opened.page.locator(".search [role=status]").innerText()).toBe(
      "Không tìm thấy tổ chức nào.",
    );
  });

  test("a heading sorts its table up, down, and back as it was", async () => {
    const { page } = opened;
    const table = page.locator("table").filter({ hasText: "Đầu kỳ" });
    const rows = table.locator("tbody tr");
    const counts = async (): Promise<readonly number[]> =>
      (await rows.locator("td:nth-child(2)").allTextContents()).map((text) => Number(text));
    const original = await rows.allTextContents();
    const up = (await counts()).toSorted((a, b) => a - b);
    expect(await counts()).not.toEqual(up);
    const heading = table.getByRole("columnheader", { name: "Số lượng" });
    const sort = heading.getByRole("button");
    await sort.click();
    expect(await heading.getAttribute("aria-sort")).toBe("ascending");
    expect(await counts()).toEqual(up);
    await moveTo(page, "#known-at", 0.999);
    expect(await heading.getAttribute("aria-sort")).toBe("ascending");
    await sort.press("Enter");
    expect(await heading.getAttribute("aria-sort")).toBe("descending");
    expect(await counts()).toEqual(up.toReversed());
    await sort.press("Space");
    expect(await heading.getAttribute("aria-sort")).toBe("none");
    expect(await rows.allTextContents()).toEqual(original);
  });

  test("the keyboard alone reaches time, search and figures", async () => {
    const { page } = opened;
    const reached: string[] = [];
    for (let step = 0; step < 12 && !reached.includes("figure"); step += 1) {
      await page.keyboard.press("Tab");
      reached.push(String(await page.evaluate(focused)));
    }
    expect(reached.filter((one, at) => one !== reached[at - 1])).toEqual([
      "SUMMARY",
      "BUTTON",
      "as-of",
      "BUTTON",
      "known-at",
      "search",
      "SUMMARY",
      "figure",
    ]);
    await page.keyboard.press("Space");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("#as-of").focus();
    await page.keyboard.press("Home");
    await settled(page);
    expect(await page.locator(".banner").isVisible()).toBe(true);
    await page.keyboard.press("End");
    await settled(page);
    expect(await page.locator(".banner").getAttribute("class")).toContain("at-rest");
  });
  const focused = `document.activeElement.matches("data[data-figure]")
    ? "figure" : document.activeElement.id || document.activeElement.tagName`;

  test("on paper there are charts and what moment it is, and no tools", async () => {
    const { page } = opened;
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".banner").isVisible()).toBe(false);
    await page.emulateMedia({ media: "screen" });
    await moveTo(page, "#known-at", 0.99);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".banner p").isVisible()).toBe(true);
    expect(await page.locator(".chart svg").first().isVisible()).toBe(true);
    for (const control of [".tools", ".banner button", ".arrow"]) {
      expect(await page.locator(control).first().isVisible(), control).toBe(false);
    }
  });
});
