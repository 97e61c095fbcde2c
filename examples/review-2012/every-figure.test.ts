import { describe, expect, test } from "vitest";
import { difference, documentLines } from "./document-lines.ts";
import { commandLines, type Fact, facts, reviewOf } from "./read-review.ts";

const whole = reviewOf(facts, "en");
const lines = documentLines(whole);

/** `conference` for `s032-conference`. */
const short = (id: string): string => id.slice("s000-".length);

type Data = { readonly [member: string]: unknown };

/** The document without the facts of some commands. */
const without = (...commands: readonly string[]) => {
  const left = facts.filter(({ command }) => !commands.includes(short(command)));
  expect(facts.length - left.length).toBe(commands.length);
  return difference(whole, reviewOf(left, "en"));
};

/** The document with other data in the fact of one command. */
const altered = (command: string, change: (data: Data) => Data) => {
  const changed = facts.map((fact): Fact => {
    if (short(fact.command) !== command) return fact;
    return { ...fact, event: { ...fact.event, data: change(fact.event.data as Data) } };
  });
  return difference(whole, reviewOf(changed, "en"));
};

const set =
  (members: Data) =>
  (data: Data): Data => ({ ...data, ...members });

const only = (text: string) => [expect.stringContaining(text)];

/** The sentence in the text that says a figure as reported. */
const sentence = (figure: string | number) =>
  expect.stringMatching(new RegExp(`^as reported, (.*: )?${figure}( |$)`));

describe("a reported figure moves with its fact alone", () => {
  const noRatings = "unknown: no rating is recorded";
  const noStudies = "unknown: no study of a directive is recorded";
  test.each([
    [
      "figure-reached-cadre",
      "directivesReached/cadre@2012",
      noStudies,
      "100%",
      { percent: 98 },
      "98%",
    ],
    [
      "figure-reached-member",
      "directivesReached/member@2012",
      noStudies,
      "100%",
      { percent: 98 },
      "98%",
    ],
    [
      "figure-reached-mass",
      "directivesReached/mass@2012",
      noStudies,
      "100%",
      { percent: 98 },
      "98%",
    ],
    [
      "figure-bases-at-top",
      "baseOrganisationsAtTop@2012",
      noRatings,
      "97%",
      { percent: 96 },
      "96%",
    ],
    ["figure-members-good", "membersAtGoodOrBetter@2012", noRatings, "99%", { percent: 90 }, "90%"],
    [
      "figure-inspections",
      "inspectionsHeld@2012",
      "unknown: no inspection is recorded",
      "9",
      { count: 10 },
      "10",
    ],
  ])("%s", (command, figure, computed, stated, value, other) => {
    const line = (reported: string): string => `${figure}: ${computed}; reported ${reported}`;
    expect(without(command)).toEqual({
      gone: [sentence(stated), line(stated)],
      come: [line("nothing")],
    });
    const decimals = "percent" in value ? { decimals: 0 } : {};
    const moved = altered(command, set({ value: { ...value, ...decimals } }));
    expect(moved).toEqual({
      gone: [sentence(stated), line(stated)],
      come: [sentence(other), line(other)],
    });
  });

  test.each([
    ["figure-awards-base-exemplary-3-years", "base-exemplary-3-years", 3],
    ["figure-awards-base-exemplary", "base-exemplary", 21],
    ["figure-awards-direct-cell-exemplary", "direct-cell-exemplary", 9],
    ["figure-awards-base-cell-exemplary", "base-cell-exemplary", 17],
    ["figure-awards-member-excellent", "member-excellent", 11],
  ])("%s, and the 61 certificates of all", (command, category, count) => {
    const line = (reported: number): string =>
      `awardsGranted/${category}@2012: unknown: no award is recorded; reported ${reported}`;
    const total = (amount: number, categories: number): string =>
      `As reported: ${amount} awards in ${categories} categories; ` +
      "recipients are not said to differ.";
    expect(without(command)).toEqual({
      gone: [sentence(count), total(61, 5), line(count)],
      come: [total(61 - count, 4)],
    });
    expect(altered(command, set({ value: { count: count + 1 } }))).toEqual({
      gone: [sentence(count), total(61, 5), line(count)],
      come: [sentence(count + 1), total(62, 5), line(count + 1)],
    });
  });

  test("figure-directions: 8 stated, none recorded, none made up", () => {
    const told = [
      "# Directions for 2013",
      "The report says 8 directions; 0 of them are recorded with their text.",
      "as reported, Directions set: 8",
      "directionsSet@2013: unknown: no direction is recorded; reported 8",
    ];
    expect(without("figure-directions")).toEqual({ gone: told, come: [] });
    expect(altered("figure-directions", set({ value: { count: 7 } }))).toEqual({
      gone: told.slice(1),
      come: told.slice(1).map((line) => line.replace("8", "7")),
    });
  });
});

describe("what is told in words goes with its fact alone", () => {
  const inWords = ["NoteResult", "NoteShortcoming", "NoteDirection", "NoteGoodPractice"];
  const told = commandLines.filter(({ command }) => inWords.includes(command));
  test("nine results, five shortcomings, twelve requests, one practice", () => {
    const count = (start: string): number =>
      told.filter(({ id }) => short(id).startsWith(start)).length;
    expect(count("result-")).toBe(9);
    expect(count("shortcoming-")).toBe(5);
    expect(count("request-speech-")).toBe(3);
    expect(count("request-conclusion-")).toBe(9);
    expect(count("practice")).toBe(1);
  });

  test.each(told.map(({ id, data }) => [short(id), String(data["text"])]))("%s", (id, text) => {
    const words = text.replace("{person:p-3}", "Trần Đức Lai");
    const { gone, come } = without(id);
    // A heading goes with the only line below it.
    expect(gone.filter((line) => !line.startsWith("#"))).toEqual(only(words));
    expect(come).toEqual([]);
    expect(altered(id, set({ text: "khác" }))).toEqual({ gone: only(words), come: only("khác") });
  });
});

describe("a target goes with its fact, and its goal is data", () => {
  const share = (num: number) => ({ num, den: 100 });
  test.each([
    ["target-directives", "≥ 100%", ">=", share(99), "≥ 99%"],
    ["target-example", "≥ 100%", ">=", share(99), "≥ 99%"],
    ["target-awareness", "≥ 120", ">=", { count: 121 }, "≥ 121"],
    ["target-admissions", "≥ 100", ">=", { count: 101 }, "≥ 101"],
    ["target-bases-at-top", "≥ 90%", ">=", share(91), "≥ 91%"],
    ["target-bases-exemplary", "≥ 15%", ">=", share(16), "≥ 16%"],
    ["target-members-good", "≥ 95%", ">=", share(96), "≥ 96%"],
    ["target-cells-covered", "> 50%, each committee", ">=", share(50), "≥ 50%, each committee"],
    ["target-secretaries-trained", "≥ 100%", "=", share(100), "= 100%"],
    ["target-seminars", "≥ 1", ">=", { count: 2 }, "≥ 2"],
  ])("%s", (command, goal, op, value, other) => {
    const text = String(commandLines.find(({ id }) => short(id) === command)?.data["text"]);
    const row = { ends: (words: string) => expect.stringMatching(new RegExp(`\\| ${words}$`)) };
    const { gone, come } = without(command);
    expect(gone).toEqual(only(text));
    expect(gone).toEqual([row.ends(goal)]);
    expect(come).toEqual([]);
    const moved = altered(command, set({ goal: { op, value } }));
    expect(moved.gone).toEqual(gone);
    expect(moved.come).toEqual([row.ends(other)]);
  });
});

describe("the plan and the programme", () => {
  const says4 = "says 4 items and lists 5";
  const items = (data: Data): readonly unknown[] => data["items"] as readonly unknown[];

  test("the plan says 4 and lists 5; with one item less both counts agree", () => {
    expect(lines).toContainEqual(expect.stringContaining(says4));
    expect(lines).toContain("planItems@2013: 5; reported 4, DIFFER");
    const fewer = altered("plan", (data) => ({ ...data, items: items(data).slice(0, 4) }));
    expect(fewer.gone).toEqual([
      "tăng cường quản lý đảng viên, làm tốt công tác phát triển Đảng",
      expect.stringContaining(says4),
      "Items of the plan: 5 (DIFFERS from the report: 4)",
      "planItems@2013: 5; reported 4, DIFFER",
    ]);
    expect(fewer.come).toEqual([
      "Items of the plan: 4 (as reported: 4)",
      "planItems@2013: 4; reported 4, agree",
    ]);
  });

  test("the number that the plan states and the one reported are kept apart", () => {
    const stated = altered("plan", set({ statedItems: 5 }));
    expect(stated).toEqual({ gone: only(says4), come: [] });
    expect(without("figure-plan-items")).toEqual({
      gone: [
        "Items of the plan: 5 (DIFFERS from the report: 4)",
        "planItems@2013: 5; reported 4, DIFFER",
      ],
      come: ["Items of the plan: 5", "planItems@2013: 5; reported nothing"],
    });
  });

  test("without its fact the plan is gone, and the reported 4 stands alone", () => {
    const { gone, come } = without("plan");
    expect(come).toEqual(["planItems@2013: unknown: no plan is recorded; reported 4"]);
    expect(gone).toHaveLength(1 + 5 + 1 + 1 + 1);
  });

  test.each([
    [0, "other | công tác kiểm tra giám sát sẽ tập trung vào"],
    [1, "other | tập huấn nghiệp vụ công tác đảng"],
    [2, "inspection | Chi bộ Cục Quản lý phát thanh, truyền hình và thông tin điện tử"],
    [3, "inspection | Chi bộ Vụ Hợp tác quốc tế"],
    [4, "inspection | Đảng bộ Cục viễn thông"],
    [5, "thematic supervision | Chi bộ Cục Thông tin đối ngoại"],
    [6, "thematic supervision | Đảng bộ Quỹ Dịch vụ viễn thông công ích Việt Nam"],
  ])("item %i of the programme: %s", (index, row) => {
    const fewer = altered("programme", (data) => ({
      ...data,
      items: items(data).toSpliced(index, 1),
    }));
    expect(fewer).toEqual({ gone: only(row), come: [] });
  });

  test("three inspections, two thematic supervisions and what it concentrates on", () => {
    const { gone } = without("programme");
    const rows = (kind: string): number => gone.filter((line) => line.startsWith(kind)).length;
    expect([rows("inspection |"), rows("thematic supervision |"), rows("other |")]).toEqual([
      3, 2, 2,
    ]);
  });
});

describe("the conference", () => {
  const title = "Hội nghị Tổng kết công tác năm 2012 và triển khai nhiệm vụ năm 2013";
  const held = `${title}. Held on 23 January 2013 in Hà Nội.`;

  test("its place and day are those of its fact", () => {
    const moved = altered("conference", set({ place: "Huế" }));
    expect(moved).toEqual({ gone: [held], come: [held.replace("Hà Nội", "Huế")] });
    const later = facts.map((fact): Fact => {
      if (short(fact.command) !== "conference") return fact;
      return { ...fact, event: { ...fact.event, effectiveOn: "2013-01-24" as never } };
    });
    expect(difference(whole, reviewOf(later, "en"))).toEqual({
      gone: [held],
      come: [held.replace("23", "24")],
    });
  });

  test.each(["conference", "report"])("without the fact %s there is no conference", (command) => {
    const { gone, come } = without(command);
    expect(come).toEqual([]);
    expect(gone.slice(0, 2)).toEqual(["# The conference", held]);
  });

  test.each([
    ["attends-p-1", "Lại Xuân Lâm"],
    ["attends-p-2", "Nguyễn Bắc Son"],
    ["attends-p-3", "Trần Đức Lai"],
    ["attends-p-4", "Nguyễn Minh Hồng"],
    ["attends-ban-thuong-vu", "các đồng chí là Ủy viên Ban thường vụ Đảng ủy"],
    ["attends-ban-chap-hanh", "Ủy viên Ban chấp hành Đảng bộ Bộ Thông tin và Truyền thông;"],
    ["attends-cap-uy-truc-thuoc", "các Ủy viên Ban chấp hành Đảng bộ, chi ủy chi bộ trực thuộc"],
    ["attends-uy-ban-kiem-tra", "các đồng chí thuộc Ủy ban kiểm tra Đảng ủy"],
    ["attends-ban-tham-muu", "các ban tham mưu của Đảng ủy"],
    ["office-p-1-khoi", "Ủy viên Ban thường vụ, Đảng ủy khối các cơ quan trung ương"],
    ["office-p-1-tuyen-giao", "Trưởng Ban, Ban tuyên giáo Đảng ủy khối các cơ quan trung ương"],
    ["office-p-2-trung-uong", "Ủy viên, Trung ương Đảng"],
    ["office-p-2-ban-can-su", "Bí thư, Ban cán sự Đảng"],
    ["office-p-2-bo", "Bộ trưởng, Bộ Thông tin và Truyền thông"],
    ["office-p-3-ban-can-su", "Ủy viên, Ban cán sự Đảng"],
    ["office-p-3-dang-uy", "Bí thư Đảng ủy, Đảng bộ Bộ Thông tin và Truyền thông"],
    ["office-p-3-bo", "; Thứ trưởng, Bộ Thông tin và Truyền thông)"],
    ["office-p-4-bo", "Nguyễn Minh Hồng (Thứ trưởng, Bộ Thông tin và Truyền thông)"],
  ])("%s: who attended, and as what", (command, words) => {
    const { gone, come } = without(command);
    expect(gone).toEqual(only(words));
    expect(come).toEqual([expect.stringMatching(/^Attended: /)]);
    expect(come[0]).not.toContain(words);
  });

  test.each([
    ["profile-p-1", "p-1", "Lại Xuân Lâm"],
    ["profile-p-2", "p-2", "Nguyễn Bắc Son"],
    ["profile-p-3", "p-3", "Trần Đức Lai"],
    ["profile-p-4", "p-4", "Nguyễn Minh Hồng"],
  ])("%s: without a profile the id stands for the name", (command, person, name) => {
    const { gone, come } = without(command);
    expect(gone.length).toBeGreaterThan(0);
    expect(come).toEqual(gone.map((line) => line.replaceAll(name, `[${person}]`)));
  });

  test.each(["cuc-udcntt", "cuc-ttdn", "bao-vietnamnet", "cd-viet-han"])(
    "contribution-%s agrees, and its stance is data",
    (branch) => {
      const command = `contribution-${branch}`;
      const { gone, come } = without(command);
      expect(gone).toEqual([expect.stringMatching(/: agrees$/)]);
      expect(come).toEqual([]);
      const moved = altered(command, set({ stance: "reserves" }));
      expect(moved).toEqual({ gone, come: [gone[0]?.replace("agrees", "reserves its opinion")] });
    },
  );

  test.each([
    ["speech-opening", "opening speech", 2],
    ["speech-directing", "directing speech", 7],
    ["speech-conclusion", "conclusion", 1],
  ])("%s is told by its points", (command, occasion, points) => {
    const { gone, come } = without(command);
    expect(come).toEqual([]);
    expect(gone).toHaveLength(1 + points);
    expect(gone[0]).toContain(occasion);
  });
});

describe("organisations are named as their opening entries name them", () => {
  const branches = commandLines.filter(({ command }) => command === "CarryInBranch");
  test.each(branches.map(({ id, data }) => [short(id), String(data["name"])]))("%s", (id, name) => {
    const { gone, come } = altered(id, set({ name: "Tên khác" }));
    expect(gone).toEqual(gone.map(() => expect.stringContaining(name)));
    expect(come).toEqual(gone.map(() => expect.stringContaining("Tên khác")));
    expect(gone.length).toBeGreaterThan(0);
  });
});

describe("what stood already", () => {
  const standing = ["CarryInBody", "CarryInDirective"];
  const told = commandLines.filter(({ command }) => standing.includes(command));
  test("six bodies and two directives", () => expect(told).toHaveLength(6 + 2));

  test.each(told.map(({ id, data }) => [short(id), String(data["name"] ?? data["title"])]))(
    "%s: %s",
    (id, words) => {
      const { gone, come } = without(id);
      expect(gone).toEqual(only(words));
      expect(come).toEqual([]);
    },
  );

  test("the review is opened under the rules in force", () => {
    expect(without("review")).toEqual({ gone: only("2011-07-hd-btctw"), come: [] });
  });
});

test("the document moves with every fact", () => {
  const unseen = facts
    .map(({ command }) => short(command))
    .filter((command) => without(command).gone.length === 0);
  expect(unseen).toEqual([]);
});
