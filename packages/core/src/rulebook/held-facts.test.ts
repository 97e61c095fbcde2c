import { expect, test } from "vitest";
import { countedFacts } from "./counted-facts.ts";
import { type BranchHoldings, factsAskedFor, factsOfBranch, factsOfMember } from "./held-facts.ts";
import { pack as shipped } from "./packs/2025-366-qd-tw.ts";
import type { RatingPack } from "./rating-pack.ts";

const conditions = countedFacts.branch.map(({ term }) => ({
  term,
  of: "branch",
  levels: ["excellent"],
  test: { fact: term, op: ">=", value: 1 },
}));
const asked = {
  year: 2025,
  pack: { ...shipped, parameters: { ...shipped.parameters, conditions } } as unknown as RatingPack,
};

const punished = (on: string, violation: string | undefined, ...events: readonly string[]) =>
  ({ on, violation, events }) as unknown as ReturnType<BranchHoldings["disciplines"]>[number];

const held: BranchHoldings = {
  criteria: new Map([["score", { value: 80, events: ["1.0"] }]]),
  disciplines: () => [
    punished("2024-05-01", "v1", "2.0"),
    punished("2025-05-01", "v1", "3.0"),
    punished("2025-06-01", undefined, "4.0"),
    punished("2025-06-02", undefined, "5.0"),
  ],
  below: () => [
    {
      events: ["10.0"],
      rated: () => ({ level: "failing", events: ["11.0", "12.0"] }),
      disciplines: () => [
        punished("2025-01-01", "v2", "13.0"),
        punished("2025-02-01", "v3", "14.0"),
      ],
    },
    { events: ["15.0"], rated: () => ({ level: "good", events: ["16.0"] }), disciplines: () => [] },
    { events: ["17.0"], rated: () => undefined, disciplines: () => [] },
  ],
  membersRated: () => [
    { level: "good", count: 4, events: ["20.0"] },
    { level: "failing", count: 2, events: ["21.0"] },
  ],
  leaders: () => [
    { events: ["30.0"], disciplines: () => [punished("2025-01-01", undefined, "31.0")] },
    { events: ["32.0"], disciplines: () => [punished("2024-01-01", undefined, "33.0")] },
  ],
  shortcomings: () => [
    { open: true, events: ["40.0"] },
    { open: false, events: ["41.0", "42.0"] },
  ],
};

test("everything that core counts of a branch, with the events behind it", () => {
  const told = [...factsOfBranch(held, asked)].map(
    ([name, { value, events }]) => `${name} ${value}: ${events.join(" ")}`,
  );
  expect(told).toEqual([
    "score 80: 1.0",
    "disciplines 2: 4.0 5.0",
    "branches-below 3: 10.0 15.0 17.0",
    "branches-below-rated 2: 10.0 11.0 12.0 15.0 16.0",
    "branches-below-at-lowest 1: 10.0 11.0 12.0",
    "branches-below-disciplined 1: 10.0 13.0 14.0",
    "members-rated 6: 20.0 21.0",
    "members-at-lowest 2: 21.0",
    "leaders-disciplined 1: 30.0 31.0",
    "shortcomings-open 1: 40.0",
  ]);
});

test("shortcomings that were all remedied rest on their remedies; none noted is not known", () => {
  const remedied = { ...held, shortcomings: () => [{ open: false, events: ["41.0", "42.0"] }] };
  expect(factsOfBranch(remedied, asked).get("shortcomings-open")).toEqual({
    value: 0,
    events: ["41.0", "42.0"],
  });
  const none = { ...held, shortcomings: () => [], membersRated: () => undefined };
  const facts = factsOfBranch(none, asked);
  expect([facts.has("shortcomings-open"), facts.has("members-rated")]).toEqual([false, false]);
});

test("the lowest level is that of branches below, and that of members", () => {
  const words = (...terms: readonly string[]) => ({ value: terms.map((term) => ({ term })) });
  const parameters = {
    ...asked.pack.parameters,
    ...{ branchLevels: words("good", "weak"), memberLevels: words("weak", "good") },
  };
  const facts = factsOfBranch(
    {
      ...held,
      below: () => [
        { events: [], rated: () => ({ level: "weak", events: ["1.0"] }), disciplines: () => [] },
        { events: [], rated: () => ({ level: "good", events: ["2.0"] }), disciplines: () => [] },
      ],
      membersRated: () => [
        { level: "weak", count: 3, events: ["3.0"] },
        { level: "good", count: 5, events: ["4.0"] },
      ],
    },
    { ...asked, pack: { ...asked.pack, parameters } as unknown as RatingPack },
  );
  expect(facts.get("branches-below-at-lowest")).toEqual({ value: 1, events: ["1.0"] });
  expect(facts.get("members-at-lowest")).toEqual({ value: 5, events: ["4.0"] });
});

test("a count of 0 members rests on no events", () => {
  const none = [
    { level: "good", count: 0, events: ["20.0"] },
    { level: "good", count: 2, events: ["21.0"] },
  ];
  expect(factsOfBranch({ ...held, membersRated: () => none }, asked).get("members-rated")).toEqual({
    value: 2,
    events: ["21.0"],
  });
});

test("of a branch is counted what conditions of branches ask for, and not those of members", () => {
  const ofMembers = conditions.map((one) => ({ ...one, of: "member" }));
  const pack = (part: object) => {
    const { conditions: _, ...parameters } = shipped.parameters;
    return { ...shipped, parameters: { ...parameters, ...part } } as unknown as RatingPack;
  };
  const facts = factsOfBranch(held, { ...asked, pack: pack({ conditions: ofMembers }) });
  expect([...facts.keys()]).toEqual(["score"]);
  expect([...factsAskedFor("branch", pack({}))]).toEqual([]);
  expect([...factsOfBranch(held, { ...asked, pack: pack({}) }).keys()]).toEqual(["score"]);
});

test("what a pack does not ask for is not read", () => {
  const unread = (): never => expect.unreachable();
  const facts = factsOfBranch(
    { ...held, membersRated: unread, disciplines: unread },
    { ...asked, pack: shipped },
  );
  expect([...facts.keys()]).toEqual([
    "score",
    "branches-below-disciplined",
    "leaders-disciplined",
    "shortcomings-open",
  ]);
});

test("a member is exempt or suspended only where the pack says that this matters", () => {
  const member = {
    criteria: held.criteria,
    disciplines: [punished("2025-05-01", "v1", "3.0"), punished("2025-06-01", "v1", "4.0")],
    exempt: { is: true, events: ["5.0"] },
    suspended: { is: false, events: [] },
  };
  const { notRated: _, ...parameters } = shipped.parameters;
  expect([...factsOfMember(member, { year: 2025, pack: shipped })]).toEqual([
    ["score", { value: 80, events: ["1.0"] }],
    ["disciplines", { value: 1, events: ["3.0"] }],
    ["exempt", { value: true, events: ["5.0"] }],
    ["suspended", { value: false, events: [] }],
  ]);
  const silent = { ...shipped, parameters };
  expect(factsOfMember(member, { year: 2025, pack: silent }).has("exempt")).toBe(false);
});
