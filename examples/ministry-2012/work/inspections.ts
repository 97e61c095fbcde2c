import { daysAfter, spreadOver } from "../calendar.ts";
import { type Draft, draft, inOrder } from "../command-line.ts";
import { cellsOn, superiorOn, top } from "../tree.ts";

interface Visit {
  readonly branch: string;
  readonly by: string;
  readonly kind: "inspection" | "supervision";
  readonly on: string;
  readonly mode?: string;
  readonly item?: string;
  readonly finding?: string;
  /** Entered twice by mistake: the second entry is reversed some days later. */
  readonly twice?: true;
}

/** Nine turns at eight base organisations: e01 is inspected twice. */
const turnsOf2012: readonly Visit[] = [
  ["b01", "2012-03-14"],
  ["e01", "2012-03-27"],
  ["b02", "2012-04-18"],
  ["e02", "2012-05-09"],
  ["e03", "2012-05-29"],
  ["b03", "2012-06-20"],
  ["e04", "2012-09-12"],
  ["e05", "2012-10-17"],
  ["e01", "2012-11-21"],
].map(([branch = "", on = ""], index) => ({
  branch,
  on,
  by: top,
  kind: "inspection",
  ...(index === 7 ? { twice: true } : {}),
  ...(index === 8 ? { mode: "on-signs" } : {}),
  ...(index % 3 === 0 ? { finding: "Sổ sách mẫu ghi chậm" } : {}),
}));

const visit = (kind: Visit["kind"], branch: string, on: string, more?: Partial<Visit>): Visit => ({
  branch,
  on,
  kind,
  by: superiorOn(branch, on),
  ...more,
});

/** What no count of inspections at base organisations may take in. */
const othersOf2012: readonly Visit[] = [
  ...["d01", "d02", "d03"].map((cell) => visit("inspection", cell, "2012-04-10")),
  ...["c01", "c03", "c09", "c16", "c25", "c31", "c36", "c41", "c47", "c51", "c55", "c58"].map(
    (cell) => visit("inspection", cell, "2012-05-22"),
  ),
  ...["e06", "e07", "b04", "b05"].map((base) => visit("supervision", base, "2012-07-17")),
  ...["c02", "c17", "c26", "c32", "c37", "c42"].map((cell) =>
    visit("supervision", cell, "2012-08-14", { mode: "thematic" }),
  ),
];

/**
 * How many of its cells each committee inspects and supervises in 2013, those it has at the end of
 * the year. NOTE: b03 stops at 4 of 8, exactly half; b04 at 4 of 7 and the top at 18 of 35 are
 * just above.
 */
const covered2013: Readonly<Record<string, number>> = {
  ministry: 18,
  b01: 2,
  s01: 2,
  s02: 2,
  s03: 2,
  b02: 3,
  b03: 4,
  b04: 4,
  b05: 4,
  b06: 3,
  b07: 4,
  b08: 3,
  b09: 3,
  b10: 2,
  b11: 2,
  b12: 2,
};

const spanOf2013 = { from: "2013-03-04", to: "2013-11-18" };

const cellsCovered = (): readonly Visit[] => {
  const end = "2013-12-31";
  const stillIn = cellsOn(end);
  return Object.entries(covered2013).flatMap(([committee, count]) => {
    const cells = stillIn.filter(({ id }) => superiorOn(id, end) === committee && id !== "c24");
    return cells.slice(0, count).flatMap(({ id }, index): readonly Visit[] => {
      const on = spreadOver(spanOf2013, index, count);
      const item = itemsOf2013.find((one) => "branch" in one && one.branch === id)?.item;
      const visited = { branch: id, by: committee };
      const isTheme = item === "gs-1";
      return [
        {
          ...visited,
          kind: "inspection",
          on,
          ...(item?.startsWith("kt") ? { item } : {}),
          ...(index === 1 ? { finding: "Nội dung sinh hoạt mẫu chưa đổi mới" } : {}),
        },
        {
          ...visited,
          kind: "supervision",
          on: daysAfter(on, 9),
          ...(isTheme ? { item, mode: "thematic" } : {}),
        },
      ];
    });
  });
};

/** None of these lets b03 pass: a second turn, supervision alone, by another, moved on since. */
const leaksOf2013: readonly Visit[] = [
  visit("inspection", "c20", "2013-04-09"),
  visit("inspection", "c20", "2013-09-17"),
  visit("supervision", "c21", "2013-05-14"),
  visit("inspection", "c22", "2013-06-11", { by: top }),
  visit("supervision", "c22", "2013-06-25", { by: top }),
  visit("inspection", "c24", "2013-03-12"),
  visit("supervision", "c24", "2013-03-20"),
  visit("supervision", "b06", "2013-07-09"),
];

/** The inspection programme of 2013: three inspections, two thematic supervisions, one course. */
const itemsOf2013 = [
  { item: "kt-1", kind: "inspection", branch: "e01" },
  { item: "kt-2", kind: "inspection", branch: "e02" },
  { item: "kt-3", kind: "inspection", branch: "b01" },
  { item: "gs-1", kind: "supervision", mode: "thematic", branch: "e03" },
  { item: "gs-2", kind: "supervision", mode: "thematic", branch: "b02" },
  { item: "th-1", kind: "other", text: "Tập huấn công tác kiểm tra, giám sát cho cấp dưới" },
] as const;

const programmeOf2013 = {
  committee: top,
  year: 2013,
  title: "Chương trình kiểm tra, giám sát mẫu năm 2013",
  items: itemsOf2013,
};

/** That of 2013 is put before the conference as a draft. */
const programmes = [
  draft("AdoptProgramme", "2012-02-10", {
    committee: top,
    year: 2012,
    title: "Chương trình kiểm tra, giám sát mẫu năm 2012",
    items: [{ item: "kt-1", kind: "inspection", branch: "b01" }],
  }),
  draft("AdoptProgramme", "2013-01-23", { ...programmeOf2013, draft: true }),
  draft("AdoptProgramme", "2013-02-05", programmeOf2013),
];

/** Programmes, inspections and supervisions of both years, with findings and what was remedied. */
export const inspections: readonly Draft[] = inOrder([
  ...programmes,
  ...[...turnsOf2012, ...othersOf2012, ...cellsCovered(), ...leaksOf2013].flatMap((one, index) =>
    draftsOf(one, `ktgs-${String(index + 1).padStart(3, "0")}`),
  ),
]);

function draftsOf(visited: Visit, inspection: string): readonly Draft[] {
  const { branch, by, kind, on, mode = "regular", item, finding, twice } = visited;
  const data = { inspection, branch, by, kind, mode, ...(item === undefined ? {} : { item }) };
  const drafts = [draft("InspectBranch", on, data)];
  if (finding !== undefined) {
    const found = { finding: `kl-${inspection}`, inspection, text: finding };
    drafts.push(draft("RecordFinding", on, found));
    const remedied = { finding: found.finding, text: "Đã bổ sung" };
    if (on < "2013-09") drafts.push(draft("RemedyFinding", daysAfter(on, 60), remedied));
  }
  if (twice === true) {
    const again = `${inspection}-lan-2`;
    const reason = "Một cuộc kiểm tra ghi hai lần";
    const target = (lineOf: (key: string) => number): object => ({
      target: `${lineOf(again)}.0`,
      reason,
    });
    drafts.push(
      draft("InspectBranch", on, { ...data, inspection: again }, { key: again }),
      draft("ReverseEvent", daysAfter(on, 8), target),
    );
  }
  return drafts;
}
