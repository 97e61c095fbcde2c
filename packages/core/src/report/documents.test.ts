import { commandOf, type Line, openDesk } from "@tongket/testing";
import { expect, test } from "vitest";
import { branchLine } from "../../test/branch-line.ts";
import { rulebookFor } from "../log/rulebook-for.ts";
import { readBooks } from "../read-books.ts";
import { type DocumentKind, documentKinds } from "../rulebook/document-pack.ts";
import { shippedPacks } from "../rulebook/packs/shipped.ts";
import { type DocumentValue, sectionsOf } from "./document.ts";
import { makeDocument } from "./documents.ts";
import { manifestText, readManifest } from "./manifest.ts";
import { plainText, shownFigures } from "./placed.ts";

const branch = branchLine("CarryInBranch", "2011-06-01");
const whole = { committee: "m", year: 2012 };
const next = { committee: "m", year: 2013 };
const lines: readonly Line[] = [
  branch("m", "upper-committee"),
  branch("x", "base-committee", "m"),
  branch("x1", "cell", "x"),
  ["CarryInMember", "2011-06-01", { member: "a", branch: "x1", status: "official" }],
  ["OpenReview", "2012-12-01", whole],
  [
    "HoldMeeting",
    "2013-01-23",
    { meeting: "h", branch: "m", kind: "review-conference", place: "Hà Nội" },
  ],
  ["PresentReport", "2013-01-23", { ...whole, meeting: "h" }],
  ["AdoptReport", "2013-01-23", { ...whole, meeting: "h" }],
  ["SetDirection", "2013-01-23", { ...next, ordinal: 1, text: "Go on" }],
  [
    "AdoptProgramme",
    "2013-01-23",
    { ...next, items: [{ item: "1", kind: "inspection", branch: "x1" }] },
  ],
  [
    "GrantAward",
    "2012-12-20",
    {
      award: "g",
      by: "m",
      year: 2012,
      category: "member-excellent",
      form: "certificate",
      recipient: { person: "a" },
      basisYears: [2012],
    },
  ],
];

const documentOf = async (kind: DocumentKind): Promise<DocumentValue> => {
  const { handler, store } = await openDesk();
  for (const [at, line] of lines.entries()) {
    const outcome = await handler.handle(commandOf(line, `c${at}`));
    expect([line, outcome]).toMatchObject([line, { outcome: "Recorded" }]);
  }
  const { position, hash } = await store.head();
  return makeDocument(kind, {
    books: await readBooks(store),
    rulebook: await rulebookFor(store, shippedPacks),
    branch: "m" as never,
    year: 2012,
    lang: "en",
    origin: { ledger: "l", position, hash },
  });
};

const headings = (document: DocumentValue): readonly string[] =>
  sectionsOf(document).map(({ heading }) => heading);

test.each([
  ["resolution", ["The report", "Directions for 2013", "Notes"]],
  ["programme", ["Inspection programme of 2013", "Notes"]],
  ["award-decision", ["Article 1", "Annex 1. Roll of awards", "Notes"]],
  ["stock-and-flow", ["Members through the year", "Notes"]],
] as const)("a %s has its parts and the notes", async (kind, expected) => {
  const document = await documentOf(kind);
  expect(document.kind).toBe(kind);
  expect(headings(document)).toEqual(expect.arrayContaining([...expected]));
});

test("a decision on awards has an article for each category and the roll", async () => {
  const { sections, annexes } = await documentOf("award-decision");
  const [article] = sections[0]?.blocks ?? [];
  expect(article?.block === "paragraph" && plainText(article.text, "en")).toBe(
    "Awards, members excellent in their duties: 1",
  );
  expect(annexes[0]?.blocks).toMatchObject([
    {
      rows: [
        ["1", "{person:a}", "members excellent in their duties", "certificate of merit", "2012"],
      ],
    },
  ]);
});

test.each(documentKinds)(
  "the manifest of a %s says which document it is, and its figures",
  async (kind) => {
    const document = await documentOf(kind);
    const { origin, branch: of, year, lang } = document;
    expect(readManifest(manifestText(document))).toEqual({
      tongket: 1,
      kind,
      lang,
      branch: of,
      year,
      origin,
      figures: shownFigures(document),
    });
  },
);

test.each(["", "null", "{}", "[1", '{"tongket":2}'])("%j is no manifest", (text) => {
  expect(readManifest(text)).toBeUndefined();
});
