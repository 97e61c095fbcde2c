import { BranchId, CalendarDate, Instant, type RecordedEvent } from "@tongket/core";
import { keepBooks } from "@tongket/core/projections";
import { keepExtract, makeDocument, manifestText } from "@tongket/core/report";
import { rulebookOf, shippedPacks } from "@tongket/core/rulebook";
import { differences } from "@tongket/report-check";
import { hostileTexts } from "@tongket/testing";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isMissing, launch } from "../../../.config/chromium.ts";
import { moveTo, openPage, whenReady } from "../../../.config/opened-page.ts";
import { readHtml } from "../src/read-html.ts";
import { renderExplorable, renderHtml } from "../src/render-html.ts";

const branch = BranchId.make("b");
const lang = "en";
const packs = shippedPacks.filter(({ regime }) => regime === "vn-party");
const attacks = [
  "<img src=x onerror=alert(1)>",
  "</script><script>alert(1)</script>",
  '"><svg onload=alert(1)>',
  "<style>*{display:none}</style>",
  ...hostileTexts,
];
const all = attacks.map((text) => text.slice(0, 300)).join(" ");

const events = [
  ["BranchCarriedIn", { branch, name: all, kind: "upper-committee" }],
  ["BranchCarriedIn", { branch: "c", name: all, kind: "cell", parent: branch }],
  ["ShortcomingNoted", { committee: branch, year: 2012, shortcoming: "s", text: all }],
  ["TargetSet", aim()],
  [
    "FigureReported",
    { branch, year: 2012, measure: "shortcomingsNoted", value: { count: 1 }, phrase: all },
  ],
].map(
  ([type, data], at) =>
    ({
      type,
      data,
      version: 1,
      tags: [],
      effectiveOn: CalendarDate.make(`2012-01-0${at + 1}`),
      recordedAt: Instant.make(`2012-01-0${at + 1}T00:00:00.000Z`),
      position: at + 1,
      index: 0,
    }) as unknown as RecordedEvent,
);

function aim(): object {
  const goal = { op: ">=", value: { count: 1 } };
  const measure = "shortcomingsNoted";
  return {
    committee: branch,
    year: 2012,
    target: "t",
    text: all,
    measure,
    scope: "aggregate",
    goal,
  };
}

const documentOf = () => {
  const keeping = keepBooks();
  for (const event of events) keeping.take(event);
  return makeDocument("annual-review", {
    books: keeping.close(),
    rulebook: rulebookOf("vn-party", packs),
    branch,
    year: 2012,
    lang,
    origin: { ledger: "l", position: 5, hash: "0".repeat(64) },
  });
};

const hostilePage = (): Promise<string> => {
  const kept = keepExtract({}, { eventsMax: 100 });
  for (const event of events) kept.take(event, all);
  const extract = kept.close() ?? { commits: [] };
  return renderExplorable(documentOf(), { extract, regime: "vn-party", packs, names: {} });
};

test("a page to explore is read back as the document that it is", async () => {
  const document = documentOf();
  const { manifest, text } = readHtml(new TextEncoder().encode(await hostilePage()));
  expect(manifest).toBe(manifestText(document));
  const format = { render: renderHtml, read: readHtml };
  expect(await differences(document, text, format)).toEqual([]);
});

test("the same document is the same page, and only its own script may run", async () => {
  const html = await hostilePage();
  expect(await hostilePage()).toBe(html);
  const [, policy = ""] = /Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
  expect(policy).toMatch(
    /^default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-[\w+/]{43}='$/,
  );
  expect(html.match(/<script/g)).toHaveLength(3);
});

describe.skipIf(isMissing)("in Chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  test("what a ledger holds is words, wherever the page shows it", async () => {
    const opened = await openPage(browser, await hostilePage());
    const { page } = opened;
    await whenReady(opened);
    const elements = await page.locator("main *").count();
    for (const figure of await page.locator("main data[data-figure]").all()) {
      await figure.press("Enter");
      await page.getByRole("dialog").waitFor();
      await page.keyboard.press("Escape");
    }
    await page.getByRole("combobox").fill("alert");
    await page.keyboard.press("Enter");
    expect(await page.getByRole("dialog").innerText()).toContain("onerror=alert(1)");
    await page.keyboard.press("Escape");
    await moveTo(page, "#as-of", 0.9);
    expect(await page.locator("main").innerText()).toContain("<img src=x");
    await page.locator(".banner").getByRole("button").click();
    expect(await page.locator("main *").count()).toBe(elements);
    expect(await page.locator("img, svg[onload], body script:not([id])").count()).toBe(1);
    expect(opened.faults).toEqual([]);
    await opened.close();
  });

  test("a script that is put into the page does not run", async () => {
    const html = (await hostilePage()).replace("</main>", "<script>alert(1)</script></main>");
    const opened = await openPage(browser, html);
    await whenReady(opened);
    expect(opened.faults).toEqual([expect.stringContaining("Content Security Policy")]);
    await opened.close();
  });

  test("without scripts there is the document with its charts, and nothing dead", async () => {
    const opened = await openPage(browser, await hostilePage(), { javaScriptEnabled: false });
    const { page } = opened;
    expect(await page.locator("main data[data-figure]").count()).toBeGreaterThan(3);
    expect(await page.locator(".chart svg").first().isVisible()).toBe(true);
    expect(await page.locator("button, [role=button], input").count()).toBe(0);
    await opened.close();
  });

  test("a small screen is not scrolled sideways", async () => {
    const opened = await openPage(browser, await hostilePage(), {
      viewport: { width: 360, height: 640 },
    });
    await whenReady(opened);
    expect(await opened.page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    await opened.close();
  });
});
