import { commandOf, type Line, openDesk } from "@tongket/testing";
import { describe, expect, test } from "vitest";
import { branchLine } from "../../test/branch-line.ts";
import { shippedPacks } from "../rulebook/index.ts";
import { eligibilityRefusals } from "./eligibility.ts";

const branch = branchLine("CarryInBranch", "2019-11-01");
const opening: readonly Line[] = [
  branch("m", "upper-committee"),
  branch("b", "base-committee", "m"),
  branch("c", "cell", "b"),
  branch("d", "cell", "m"),
  ...["an", "binh"].map(
    (member): Line => ["CarryInMember", "2019-11-01", { member, branch: "c", status: "official" }],
  ),
];
const rated = (subject: object, year: number, level: string, by: string): Line => [
  "AssignRating",
  `${year}-12-20`,
  { subject, year, level, by },
];
const closed = (committee: string, year: number): Line => [
  "CloseRatings",
  `${year}-12-25`,
  { committee, year },
];
const granted = (on: string, category: string, recipient: object, part: object = {}): Line => {
  const year = Number(on.slice(0, 4)) - 1;
  const basisYears = [year];
  const award = { award: "a1", form: "certificate", category, recipient };
  return ["GrantAward", on, { ...award, basisYears, year, by: "m", ...part }];
};
const an = { member: "an" };
const toAn = { person: "an" };

/** What came of the last line, after the others were recorded. */
const outcomeOf = (...lines: readonly Line[]) => outcomeUnder(shippedPacks, lines);
const outcomeUnder = async (packs: typeof shippedPacks, lines: readonly Line[]) => {
  const { handler } = await openDesk({ packs });
  for (const [index, line] of lines.slice(0, -1).entries()) {
    const outcome = await handler.handle(commandOf(line, `given-${index}`));
    expect([line, outcome]).toMatchObject([line, { outcome: "Recorded" }]);
  }
  return handler.handle(commandOf(lines.at(-1) as Line, "when"));
};
const passes = { outcome: "Recorded", warnings: [] };
const warnedBy = (facts: object) => ({
  outcome: "Recorded",
  warnings: [{ refusal: "NotEligible", advisory: true, facts }],
});

test("NotEligible: a year without a rating breaks every streak", async () => {
  expect(eligibilityRefusals).toEqual(["NotEligible"]);
  const closedWithoutAn = [rated({ member: "binh" }, 2025, "good", "b"), closed("b", 2025)];
  const last = granted("2026-01-20", "member-excellent", toAn);
  expect(await outcomeOf(...opening, ...closedWithoutAn, last)).toMatchObject({
    outcome: "Refused",
    refusals: [
      {
        refusal: "NotEligible",
        facts: { category: "member-excellent", recipient: "an", brokenIn: 2025, yearsRunning: 1 },
        parameter: { pack: "2025-294-qd-tw-awards", verification: "primary-read" },
      },
    ],
  });
});

describe("of a member", () => {
  const last = granted("2026-01-20", "member-excellent", toAn);

  test("a year whose ratings are not closed is unknown, and refuses nothing", async () => {
    expect(await outcomeOf(...opening, last)).toMatchObject(passes);
    const other = rated({ member: "binh" }, 2025, "good", "b");
    expect(await outcomeOf(...opening, other, last)).toMatchObject(passes);
  });

  test("another level warns, since which levels count is our choice", async () => {
    expect(await outcomeOf(...opening, rated(an, 2025, "good", "b"), last)).toMatchObject(
      warnedBy({ brokenIn: 2025, rating: "good" }),
    );
    expect(await outcomeOf(...opening, rated(an, 2025, "excellent", "b"), last)).toMatchObject(
      passes,
    );
  });

  test("one who was exempted was not rated", async () => {
    const exempted: Line = [
      "ExemptFromRating",
      "2025-12-20",
      { subject: an, year: 2025, reason: "x", by: "b" },
    ];
    expect(await outcomeOf(...opening, exempted, last)).toMatchObject({ outcome: "Refused" });
  });

  test("five years running are broken by the last that does", async () => {
    const years = [2021, 2022, 2023, 2024, 2025];
    const all = years.map((year) => rated(an, year, "excellent", "b"));
    const five = granted("2026-01-20", "member-excellent-5-years", toAn);
    expect(await outcomeOf(...opening, ...all, five)).toMatchObject(passes);
    const gap = [
      ...all.filter((_, index) => index !== 1),
      rated({ member: "binh" }, 2022, "good", "b"),
      ["DisciplineMember", "2022-12-21", { member: "binh", form: "reprimand" }],
      closed("b", 2022),
    ] satisfies Line[];
    expect(await outcomeOf(...opening, ...gap, five)).toMatchObject({
      outcome: "Refused",
      refusals: [{ facts: { brokenIn: 2022, yearsRunning: 5 } }],
    });
  });

  test("a category for branches warns of its kind", async () => {
    const wrong = granted("2026-01-20", "branch-excellent", toAn);
    expect(await outcomeOf(...opening, wrong)).toMatchObject(warnedBy({ kind: "member" }));
  });

  test("one year does, however often before", async () => {
    const years = [rated(an, 2024, "good", "b"), rated(an, 2025, "excellent", "b")];
    expect(await outcomeOf(...opening, ...years, last)).toMatchObject(passes);
    const five = granted("2026-01-20", "member-excellent-5-years", toAn);
    expect(await outcomeOf(...opening, ...years, five)).toMatchObject({
      warnings: [
        {
          facts: {
            ...{ category: "member-excellent-5-years", recipient: "an", rating: "good" },
            ...{ brokenIn: 2024, yearsRunning: 5 },
          },
        },
      ],
    });
  });

  test("one above whom no base organisation closed the year may still be rated", async () => {
    const cy: Line = [
      "CarryInMember",
      "2019-11-01",
      { member: "cy", branch: "d", status: "official" },
    ];
    const closing = [rated({ member: "binh" }, 2025, "good", "b"), closed("b", 2025)];
    const lines = [...opening, cy, ...closing];
    const toCy = granted("2026-01-20", "member-excellent", { person: "cy" });
    expect(await outcomeOf(...lines, toCy)).toMatchObject(passes);
    const guest = granted("2026-01-20", "member-excellent", { person: "guest" }, { branch: "c" });
    expect(await outcomeOf(...lines, guest)).toMatchObject(passes);
  });

  test("a year that ended without a structure pack has no base organisation", async () => {
    const packs = shippedPacks.flatMap((pack) =>
      pack.pack === "vn-party-structure-2025"
        ? [
            { ...pack, inForceTo: "2025-12-30" },
            { ...pack, pack: "next", inForceFrom: "2026-01-01" },
          ]
        : [pack],
    );
    expect(await outcomeUnder(packs as never, [...opening, last])).toMatchObject(passes);
  });

  test("a later rating changes no award", async () => {
    const revised: Line = [
      "ReviseRating",
      "2026-02-01",
      { subject: an, year: 2025, level: "good", by: "b", reason: "x" },
    ];
    const lines = [...opening, rated(an, 2025, "excellent", "b"), last, revised];
    expect(await outcomeOf(...lines)).toMatchObject(passes);
  });
});

describe("of a branch", () => {
  test("the place is judged at the end of the last year", async () => {
    const under = (category: string, id: string) => granted("2024-01-20", category, { branch: id });
    expect(await outcomeOf(...opening, under("direct-cell-exemplary", "d"))).toMatchObject(passes);
    expect(await outcomeOf(...opening, under("direct-cell-exemplary", "c"))).toMatchObject(
      warnedBy({ recipient: "c", under: "b" }),
    );
    expect(await outcomeOf(...opening, under("base-cell-exemplary", "c"))).toMatchObject(passes);
    expect(await outcomeOf(...opening, under("base-exemplary", "d"))).toMatchObject(
      warnedBy({ recipient: "d", kind: "cell" }),
    );
  });

  test("its year is closed with the ratings of the branch above", async () => {
    const last = granted("2026-01-20", "branch-excellent", { branch: "b" });
    const lines = [...opening, rated({ branch: "d" }, 2025, "good", "m"), closed("m", 2025), last];
    expect(await outcomeOf(...lines)).toMatchObject({
      outcome: "Refused",
      refusals: [{ facts: { recipient: "b", brokenIn: 2025 } }],
    });
    const isBefore = granted(
      "2025-12-24",
      "branch-excellent",
      { branch: "b" },
      { year: 2025, basisYears: [2025] },
    );
    expect(await outcomeOf(...lines.slice(0, -1), isBefore)).toMatchObject(passes);
  });

  test("above which nothing stands is under no kind, and closes its own year", async () => {
    const top = branch("t", "base-committee");
    const low = branch("u", "cell", "t");
    const to = (on: string, category: string) =>
      granted(on, category, { branch: "t" }, { by: "t" });
    const wrong = { recipient: "t", category: "base-cell-exemplary" };
    expect(await outcomeOf(top, low, to("2024-01-20", wrong.category))).toMatchObject({
      warnings: [{ facts: { ...wrong, kind: "base-committee" } }, { facts: wrong }],
    });
    const year = [rated({ branch: "u" }, 2025, "good", "t"), closed("t", 2025)];
    expect(await outcomeOf(top, low, ...year, to("2026-01-20", "branch-excellent"))).toMatchObject({
      refusals: [{ facts: { recipient: "t", brokenIn: 2025 } }],
    });
  });

  test("that began after the last year is not judged by where it stands", async () => {
    const late: Line = [
      "EstablishBranch",
      "2024-01-05",
      { branch: "e", kind: "base-committee", name: "E", parent: "m" },
    ];
    for (const category of ["direct-cell-exemplary", "base-cell-exemplary"]) {
      const last = granted("2024-01-20", category, { branch: "e" });
      expect(await outcomeOf(...opening, late, last)).toMatchObject(passes);
    }
  });

  test("of a kind not known is told without one where the award is for members", async () => {
    const late: Line = [
      "EstablishBranch",
      "2024-01-05",
      { branch: "e", kind: "base-committee", name: "E", parent: "m" },
    ];
    const last = granted("2024-01-20", "member-excellent", { branch: "e" });
    const outcome = await outcomeOf(...opening, late, last);
    const told = "warnings" in outcome ? outcome.warnings.map(({ facts }) => facts) : [];
    expect(told).toEqual([{ category: "member-excellent", recipient: "e" }]);
  });

  test("a year that breaks is told with its distinction", async () => {
    const packs = shippedPacks.map((pack) => {
      if (pack.matter !== "award") return pack;
      const eligibility = pack.parameters.eligibility.map((one) => ({
        ...one,
        anyOf: [{ level: "excellent" as never }],
      }));
      return { ...pack, parameters: { ...pack.parameters, eligibility } };
    });
    const [command, on, data] = rated({ branch: "b" }, 2012, "clean-and-strong", "m");
    const older = opening.map(([name, , its]): Line => [name, "2012-01-01", its]);
    const lines: readonly Line[] = [
      ...older,
      [command, on, { ...data, distinction: "exemplary" }],
      granted("2013-01-20", "base-exemplary", { branch: "b" }),
    ];
    expect(await outcomeUnder(packs, lines)).toMatchObject(
      warnedBy({ recipient: "b", rating: "clean-and-strong (exemplary)" }),
    );
  });
});

test("without an award pack in force nothing is judged", async () => {
  const packs = shippedPacks.filter(({ matter }) => matter !== "award");
  const last = granted("2026-01-20", "member-excellent", { branch: "c" });
  expect(await outcomeUnder(packs, [...opening, last])).toMatchObject(passes);
});

test("a category that no pack speaks of is not judged", async () => {
  const last = granted("2026-01-20", "base-exemplary", { branch: "c" });
  expect(await outcomeOf(...opening, last)).toMatchObject(passes);
});
