import { commandOf, type Line, openDesk } from "@tongket/testing";
import { describe, expect, test } from "vitest";
import { branchLine } from "../../test/branch-line.ts";
import { rulebookFor } from "../log/rulebook-for.ts";
import type { Lang } from "../messages/lang.ts";
import { readBooks } from "../read-books.ts";
import { shippedPacks } from "../rulebook/packs/shipped.ts";
import { annualReview } from "./annual-review.ts";
import { type Block, type DocumentValue, sectionsOf } from "./document.ts";
import { placedIn, plainText } from "./placed.ts";

const branch = branchLine("CarryInBranch", "2011-06-01");
const carriedIn = (member: string): Line => [
  "CarryInMember",
  "2011-06-01",
  { member, branch: "x1", status: "official" },
];
const opening = [
  branch("m", "upper-committee"),
  branch("x", "base-committee", "m"),
  branch("x1", "cell", "x"),
  branch("x2", "cell", "x"),
  ...["a", "b", "c"].map(carriedIn),
];
const reported = (measure: string, count: number): Line => [
  "ReportFigure",
  "2013-01-10",
  { branch: "m", year: 2012, measure, value: { count }, phrase: `${count}` },
];
const granted = (award: string, category: string): Line => [
  "GrantAward",
  "2012-12-20",
  {
    award,
    branch: "m",
    by: "m",
    year: 2012,
    category,
    form: "certificate",
    recipient: { person: award },
    basisYears: [2012],
  },
];

const reviewOf = async (lang: Lang, year: number, ...lines: readonly Line[]) => {
  const { handler, store } = await openDesk();
  for (const [at, line] of [...opening, ...lines].entries()) {
    expect(await handler.handle(commandOf(line, `c${at}`))).toMatchObject({ outcome: "Recorded" });
  }
  const head = await store.head();
  return annualReview({
    books: await readBooks(store),
    rulebook: await rulebookFor(store, shippedPacks),
    branch: "m" as never,
    year,
    lang,
    origin: { ledger: "l", position: head.position, hash: head.hash },
  });
};

/** A section as text: a row a line, its cells apart. */
const told = (document: DocumentValue, heading: string): readonly string[] => {
  const found = sectionsOf(document).find((one) => one.heading.endsWith(heading));
  return (found?.blocks ?? []).flatMap((block) => rows(block, document.lang));
};
const rows = (block: Block, lang: Lang): readonly string[] => {
  switch (block.block) {
    case "heading":
      return [block.text];
    case "paragraph":
      return [plainText(block.text, lang)];
    case "list":
      return block.items.map((item) => plainText(item, lang));
    case "table":
      return block.rows.map((row) => row.map((cell) => plainText(cell, lang)).join(" | "));
    case "figures":
      return block.figures.map((figure) =>
        [figure.label, ...placedIn({ block: "figures", figures: [figure] })]
          .map((one) => (typeof one === "string" ? one : plainText(one, lang)))
          .join(" | "),
      );
  }
};

describe("awards", () => {
  test("reported for all categories stand beside all that were granted", async () => {
    const lines = [granted("a", "member-excellent"), reported("awardsGranted", 71)];
    expect(told(await reviewOf("en", 2012, ...lines), "Awards")).toEqual([
      "Awards, members excellent in their duties: 1",
      "Awards, all categories: 1 (DIFFERS from the report: 71)",
      "Computed: 1 award in 1 category.",
    ]);
  });

  test("reported for all categories are shown where none was granted", async () => {
    const review = await reviewOf("vi", 2012, reported("awardsGranted", 71));
    expect(told(review, "Khen thưởng")).toEqual(["theo báo cáo, 71 khen thưởng, mọi loại"]);
  });
});

test("meetings of all kinds have a label without a place for a kind", async () => {
  const lines = [reported("meetingsHeld", 4)];
  const review = await reviewOf("en", 2012, ...lines);
  expect(told(review, "Results of 2012")).toEqual(["as reported, Meetings held: 4"]);
  expect(told(review, "Figures, computed and reported").at(-1)).toBe(
    "Meetings held | unknown: no meeting is recorded | 4",
  );
});

test("who is on the way at the end is told behind the closing, with its sign", async () => {
  const sent: Line = ["TransferMember", "2012-12-20", { member: "a", to: "x2" }];
  const received: Line = ["ReceiveMember", "2013-01-10", { member: "a", to: "x2" }];
  const inYear = async (year: number) =>
    told(await reviewOf("en", year, sent, received), "Members through the year")
      .filter((row) => /^(Opening|Closing|Change)/.test(row))
      .join("; ");
  expect(await inYear(2012)).toBe("Opening | 3; Closing | 2; Change of members in transit | 1");
  expect(await inYear(2013)).toBe("Opening | 2; Closing | 3; Change of members in transit | -1");
});
