import { hashOf } from "../random.ts";
import { kindOf, words } from "../vocabulary.ts";
import { directiveId, livingCommittees } from "./activity.ts";
import type { CommandLine } from "./options.ts";
import { isExemplary } from "./ratings.ts";
import { type Branch, branchId, nobody, outside, personId, type World } from "./world.ts";

const root = branchId(0);

/** The first days of a year: its directives and targets. */
export function* beginning(world: World): Iterable<CommandLine> {
  const { year, density } = world;
  for (let number = 0; number < density.directives; number += 1) {
    const directive = directiveId(year, number);
    const title = `Chỉ thị ${number + 1}-CT/TW năm ${year}`;
    yield world.line("IssueDirective", { directive, title, issuedBy: "Bộ Chính trị" });
  }
  const share = (percent: number) => ({ op: ">=", value: { num: percent, den: 100 } });
  for (const [measure, goal, scope] of [
    ["membersAdmitted", { op: ">=", value: { count: 100 } }, "aggregate"],
    ["baseOrganisationsAtTop", share(90), "aggregate"],
    ["cellsInspectedAndSupervised", { op: ">", value: { num: 1, den: 2 } }, "each"],
    ["declared", share(100), "aggregate"],
    ["peopleTrained/awareness", { op: "=", value: { count: 120 } }, "aggregate"],
  ] as const) {
    const target = `target-${year}-${measure.replace("/", "-")}`;
    const whole = { target, committee: root, year, measure, goal, scope };
    yield world.line("SetTarget", { ...whole, text: `Chỉ tiêu ${measure}` });
  }
}

/** In autumn one target is revised, one dropped, and evidence given for what no count decides. */
export function* targetsLookedAt(world: World): Iterable<CommandLine> {
  const target = (measure: string): string => `target-${world.year}-${measure}`;
  const goal = { op: ">=", value: { count: 80 + world.random.below(20) } };
  const reason = "Sát với tình hình";
  yield world.line("ReviseTarget", { target: target("membersAdmitted"), goal, reason });
  yield world.line("DropTarget", { target: target("peopleTrained-awareness"), reason });
  const evidence = { target: target("declared"), reached: world.random.chance(0.8) };
  yield world.line("DeclareEvidence", { ...evidence, text: "Báo cáo chuyên đề" });
}

/** The directives of a year are closed with it. */
function* directivesClosed(world: World, year: number): Iterable<CommandLine> {
  for (let number = 0; number < world.density.directives; number += 1) {
    yield world.line("CloseDirective", { directive: directiveId(year, number) });
  }
}

/** Awards for a year: branches exemplary in it or three years running, members by the hundred. */
function* awards(world: World, year: number): Iterable<CommandLine> {
  const grant = { form: words.awardForms[0] ?? "", year, by: root };
  for (const [number, branch] of world.branches.entries()) {
    if (!branch.alive || branch.parent === outside || !isExemplary(world, number, year)) continue;
    if (hashOf(world.seed, number, year, 19) % 5 !== 0) continue;
    const recipient = { branch: branchId(number) };
    const streak = [year - 2, year - 1, year];
    const isStreak = streak.every((one) => isExemplary(world, number, one));
    const category = categoryOf(world, branch, isStreak);
    const basisYears = category === "base-exemplary-3-years" ? streak : [year];
    const award = `award-${year}-${number}`;
    yield world.line("GrantAward", { award, ...grant, category, recipient, basisYears });
    yield world.line("PresentAward", { award, meeting: conferenceId(year) });
  }
  for (const [person, home] of world.home.entries()) {
    if (home < 0 || hashOf(world.seed, person, year, 23) % 100 !== 0) continue;
    if (!world.rated.has(personId(person))) continue;
    const award = `award-${year}-${personId(person)}`;
    const recipient = { person: personId(person) };
    const whole = { award, ...grant, category: "member-excellent", recipient, basisYears: [year] };
    yield world.line("GrantAward", whole);
    if (hashOf(person, year, 29) % 6 !== 0) continue;
    yield world.line("RevokeAward", { award, reason: "Có vi phạm phát hiện sau" });
  }
}

const categoryOf = (world: World, { kind, parent }: Branch, isStreak: boolean): string => {
  if (kindOf(kind)?.base === true) return isStreak ? "base-exemplary-3-years" : "base-exemplary";
  return world.at(parent).kind === "upper-committee"
    ? "direct-cell-exemplary"
    : "base-cell-exemplary";
};

const conferenceId = (year: number): string => `conference-${year}`;

/** The conference that closes a year, with who came, what was said and what was found good. */
function* conference(world: World, year: number): Iterable<CommandLine> {
  const meeting = conferenceId(year);
  const title = `Hội nghị tổng kết công tác năm ${year}`;
  const whole = { meeting, branch: root, kind: "review-conference", title, place: "Hà Nội" };
  yield world.line("HoldMeeting", whole);
  const people = world.branches.flatMap(({ alive, secretary }) =>
    alive && secretary !== nobody ? [personId(secretary)] : [],
  );
  for (const person of new Set(people.slice(0, 12))) {
    yield world.line("NoteAttendance", { meeting, attendee: { person } });
  }
  yield world.line("NoteAttendance", { meeting, attendee: { group: "Các ban tham mưu" } });
  const points = ["Bám sát nhiệm vụ chính trị", "Nâng cao chất lượng sinh hoạt chi bộ"];
  const [person] = people;
  if (person !== undefined) {
    for (const [speech, occasion] of ["opening", "directing", "conclusion"].entries()) {
      yield world.line("GiveSpeech", { meeting, speech: `s${speech}`, person, occasion, points });
    }
  }
  for (const committee of livingCommittees(world).slice(0, 4)) {
    yield world.line("MakeContribution", {
      meeting,
      branch: branchId(committee),
      stance: "agrees",
    });
  }
  yield world.line("NoteGoodPractice", {
    meeting,
    practice: "g1",
    text: "Sinh hoạt theo chuyên đề",
  });
}

/** The review of a year: every committee presents and adopts its report, the highest notes more. */
export function* review(
  world: World,
  { pack, year }: { readonly pack: string; readonly year: number },
): Iterable<CommandLine> {
  const committees = livingCommittees(world);
  for (const committee of committees) {
    const whole = { committee: branchId(committee), year };
    world.at(committee).noted = year;
    yield world.line("OpenReview", { ...whole, pack });
    yield world.line("NoteShortcoming", {
      ...whole,
      shortcoming: "s1",
      text: "Sinh hoạt chưa nề nếp",
    });
    yield world.line("PresentReport", whole);
  }
  yield* directivesClosed(world, year);
  world.day += 1;
  yield* conference(world, year);
  yield* highestReview(world, year);
  yield* awards(world, year);
  for (const committee of committees) {
    const whole = { committee: branchId(committee), year };
    yield world.line("AdoptReport", whole);
    yield world.line("CloseReview", whole);
  }
}

function* highestReview(world: World, year: number): Iterable<CommandLine> {
  const whole = { committee: root, year };
  yield world.line("NoteResult", { ...whole, result: "r1", text: "Hoàn thành nhiệm vụ chính trị" });
  for (let ordinal = 1; ordinal <= 8; ordinal += 1) {
    const next = { committee: root, year: year + 1, ordinal };
    yield world.line("SetDirection", { ...next, text: `Phương hướng ${ordinal}` });
  }
  const asked = { ...whole, direction: "d1", source: "conclusion", meeting: conferenceId(year) };
  yield world.line("NoteDirection", { ...asked, text: "Tăng cường kiểm tra, giám sát" });
  const plan = {
    committee: root,
    year: year + 1,
    plan: "p1",
    title: "Kế hoạch năm",
    statedItems: 4,
  };
  const items = [
    "Học tập nghị quyết",
    "Giữ nguyên tắc",
    "Chi ủy có biện pháp",
    "Đảng viên tự học",
    "Phát triển Đảng",
  ];
  yield world.line("AdoptPlan", { ...plan, items });
  const figure = { branch: root, year, measure: "membersAtGoodOrBetter" };
  const value = { percent: 97, decimals: 0 };
  yield world.line("ReportFigure", { ...figure, value, phrase: "97% đảng viên" });
}

/** In spring, about half of the shortcomings noted for the year before are put right. */
export function* shortcomingsRemedied(world: World): Iterable<CommandLine> {
  const year = world.year - 1;
  for (const committee of livingCommittees(world)) {
    if (world.at(committee).noted !== year || !world.random.chance(0.5)) continue;
    const whole = { committee: branchId(committee), year, shortcoming: "s1" };
    yield world.line("RemedyShortcoming", whole);
  }
}
