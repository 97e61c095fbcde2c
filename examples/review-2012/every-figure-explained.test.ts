import { BranchId, type RecordedEvent } from "@tongket/core";
import {
  type Explanation,
  explaining,
  explainingTarget,
  type TargetExplanation,
  viewYear,
  type YearView,
} from "@tongket/core/projections";
import { figuresOf } from "@tongket/core/report";
import { rulebookOf, shippedPacks } from "@tongket/core/rulebook";
import { proofAddsUp } from "@tongket/testing";
import { describe, expect, test } from "vitest";
import { booksOf, commits, facts, reviewOf } from "./read-review.ts";

const books = booksOf(facts);
const rulebook = rulebookOf("vn-party", shippedPacks);
const viewOf = (year: number): YearView =>
  viewYear({ books, rulebook, branch: BranchId.make("bo-tttt"), year });

const actors = new Map(commits.map(({ commit }) => [commit.position, commit.actor]));
const taken = <Explained>(
  made: { take: (event: RecordedEvent, actor: string) => void; close: () => Explained } | undefined,
): Explained => {
  if (made === undefined) throw new Error("no such figure");
  for (const { event } of facts) made.take(event, actors.get(event.position) ?? "");
  return made.close();
};
const explained = (id: string): Explanation => {
  const [measure = "", year] = id.split("@");
  return taken(explaining(viewOf(Number(year)), measure));
};
const explainedTarget = (id: string): TargetExplanation =>
  taken(explainingTarget(viewOf(2013), id));

/** What the ledger holds at an address. */
const dataAt = (address: string): unknown =>
  facts.find(({ event }) => `${event.position}.${event.index}` === address)?.event.data;

describe("a reported figure leads to its entry, and that to the phrase of the seed", () => {
  test.each([
    ["directivesReached/cadre@2012", "100% cán bộ, đảng viên và quần chúng"],
    ["directivesReached/member@2012", "100% cán bộ, đảng viên và quần chúng"],
    ["directivesReached/mass@2012", "100% cán bộ, đảng viên và quần chúng"],
    ["baseOrganisationsAtTop@2012", "97% tổ chức cơ sở Đảng"],
    ["membersAtGoodOrBetter@2012", "99%"],
    ["inspectionsHeld@2012", "9 lượt"],
    ["directionsSet@2013", "8 phương hướng"],
    ["planItems@2013", "4 nội dung cơ bản"],
    ["awardsGranted/base-exemplary-3-years@2012", "3 tổ chức cơ sở đảng"],
    ["awardsGranted/base-exemplary@2012", "21 đảng bộ, chi bộ"],
    ["awardsGranted/direct-cell-exemplary@2012", "9 chi bộ"],
    ["awardsGranted/base-cell-exemplary@2012", "17 chi bộ"],
    ["awardsGranted/member-excellent@2012", "11 đồng chí"],
  ])("%s", (id, phrase) => {
    const { reported } = explained(id);
    expect(reported).toHaveLength(1);
    expect(reported[0]?.phrase).toContain(phrase);
    expect(dataAt(reported[0]?.address ?? "")).toMatchObject({ phrase: reported[0]?.phrase });
  });
});

describe("a computed figure leads to its events, and those to the words of the seed", () => {
  test("five shortcomings, the clauses after “Tuy nhiên”", () => {
    const { value, parts } = explained("shortcomingsNoted@2012");
    expect(value).toEqual({ is: "count", count: 5 });
    const texts = parts[0]?.events.map(({ address }) => (dataAt(address) as { text: string }).text);
    expect(texts).toHaveLength(5);
    expect(texts?.[4]).toContain("chưa dành thời gian thỏa đáng cho công tác Đảng");
  });

  test("five items of the plan that says four", () => {
    const { value, parts, reported } = explained("planItems@2013");
    expect(value).toEqual({ is: "count", count: 5 });
    expect(reported.map((one) => one.value)).toEqual([{ count: 4 }]);
    expect(parts[0]?.events).toMatchObject([
      { type: "PlanAdopted", data: { statedItems: 4 }, postings: [{ amount: 5 }] },
    ]);
  });
});

describe("a target of 2013 leads to the fact that set it, with the words of the seed", () => {
  test.each([
    ["2013-directives", "100%"],
    ["2013-example", "100%"],
    ["2013-awareness", "120 quần chúng ưu tú"],
    ["2013-admissions", "100 đảng viên mới"],
    ["2013-bases-at-top", "90%"],
    ["2013-bases-exemplary", "15%"],
    ["2013-members-good", "95%"],
    ["2013-cells-covered", "50%"],
    ["2013-secretaries-trained", "100%"],
  ])("%s", (id, words) => {
    const { target, figure } = explainedTarget(id);
    expect(target.verdict).toBe("unknown");
    expect(figure.missing).toMatch(/^[a-z]+$/);
    expect(target.events).toMatchObject([{ type: "TargetSet", makes: "target" }]);
    const [set] = target.events;
    expect(dataAt(set?.address ?? "")).toMatchObject({ text: expect.stringContaining(words) });
  });
});

test("every figure of the document is explained in at most four steps", () => {
  for (const { id } of figuresOf(reviewOf(facts, "vi"))) {
    const explanation = explained(id);
    proofAddsUp(explanation);
    const { value, parts, reported, missing } = explanation;
    if (value.is === "unknown") expect(missing).toBe(value.missing);
    else expect(parts.flatMap(({ events }) => events).length).toBeGreaterThan(0);
    for (const steps of waysDown(explanation)) expect(steps.length).toBeLessThanOrEqual(4);
    const stated = reported.map(({ address }) => dataAt(address));
    expect(stated).toEqual(reported.map(({ phrase }) => expect.objectContaining({ phrase })));
  }
});

/** Figure, part, account, event; or figure, entry, phrase: each way from the top to the bottom. */
const waysDown = ({ figure, parts, reported }: Explanation): readonly (readonly string[])[] => [
  ...parts.flatMap(({ part, events }) =>
    events.flatMap(({ address, postings }) =>
      postings.map(({ branch, measure }) => [
        figure.measure,
        part,
        `${branch} ${measure}`,
        address,
      ]),
    ),
  ),
  ...reported.map(({ address, phrase }) => [figure.measure, address, phrase]),
];
