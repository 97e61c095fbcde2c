import { commandOf, type Line, openDesk } from "@tongket/testing";
import { describe, expect, test } from "vitest";
import { Instant } from "../kernel/date.ts";
import { openLedger } from "../open-ledger.ts";
import { shippedPacks } from "../rulebook/index.ts";
import { irreversible, type LogRefusal, logRefusals } from "./rules.ts";

const day = "2012-01-01";
const ministry: Line = ["CarryInBranch", day, { branch: "m", kind: "upper-committee", name: "Bộ" }];
const cell: Line = ["CarryInBranch", day, { branch: "c", kind: "cell", name: "C", parent: "m" }];
const named = (name: string, on = day): Line => ["RenameBranch", on, { branch: "m", name }];
const dissolved: Line = ["DissolveBranch", "2012-06-01", { branch: "c" }];
const reversed = (target: string): Line => ["ReverseEvent", day, { target, reason: "nhầm" }];
const profiled = (sealed: string): Line => ["ProfilePerson", day, { person: "an", sealed }];
const erased: Line = ["ErasePerson", day, { person: "an" }];
const held: Line = ["HoldMeeting", day, { meeting: "r", branch: "m", kind: "regular" }];
/** Speeches of 20 kB for each of their points. */
const speeches = (of: readonly string[], points: number): readonly Line[] =>
  of.map((speech) => {
    const told = Array.from({ length: points }, () => "a".repeat(20_000));
    const data = { meeting: "r", speech, person: "an", occasion: "other", points: told };
    return ["GiveSpeech", day, data];
  });

/** What came of the last lines together, after the others were recorded one by one. */
const outcomeOf = async ({ given, when, ...asked }: Pick<Example, "given" | "when" | "with">) => {
  const { handler, store } = await openDesk();
  for (const [index, line] of given.entries()) {
    const outcome = await handler.handle(commandOf(line, `given-${index}`));
    expect([line, outcome]).toMatchObject([line, { outcome: "Recorded" }]);
  }
  const now = Instant.make(asked.with?.now ?? "2030-01-01T00:00:00.000Z");
  const later = await openLedger(store, { now: () => now });
  const commands = when.map((line, index) => ({
    ...commandOf(line, asked.with?.id ?? `when-${index}`),
    ...(asked.with?.inPlaceOf === undefined ? {} : { inPlaceOf: asked.with.inPlaceOf }),
  }));
  return later.handleTogether(commands);
};

interface Example {
  readonly says: string;
  readonly given: readonly Line[];
  readonly when: readonly Line[];
  readonly with?: { readonly now?: string; readonly id?: string; readonly inPlaceOf?: string };
  readonly facts: object;
}

const examples: Record<LogRefusal, Example> = {
  CommandIdReused: {
    says: "the id of a command is that of no other",
    given: [ministry],
    when: [named("Khác")],
    with: { id: "given-0" },
    facts: { id: "given-0", position: 1 },
  },
  CommitTooLarge: {
    says: "a commit has its limit",
    given: [ministry, held],
    when: speeches(["a", "b", "c", "d"], 12),
    facts: {},
  },
  ClockBehindLedger: {
    says: "no clock is more than a day behind what is recorded",
    given: [ministry],
    when: [named("Khác")],
    with: { now: "2029-12-30T00:00:00.000Z" },
    facts: { now: "2029-12-30T00:00:00.000Z", last: "2030-01-01T00:00:00.000Z" },
  },
  EffectiveInFuture: {
    says: "nothing takes effect after today",
    given: [ministry],
    when: [named("Khác", "2030-01-02")],
    facts: { effectiveOn: "2030-01-02", today: "2030-01-01" },
  },
  UnknownEvent: {
    says: "what is not recorded is not reversed",
    given: [ministry],
    when: [reversed("7.0")],
    facts: { target: "7.0" },
  },
  AlreadyReversed: {
    says: "a fact is reversed once",
    given: [ministry, named("Khác"), reversed("2.0")],
    when: [reversed("2.0")],
    facts: { target: "2.0", type: "BranchRenamed" },
  },
  MayNotBeReversed: {
    says: "a reversal is undone by recording the fact anew",
    given: [ministry, named("Khác"), reversed("2.0")],
    when: [reversed("3.0")],
    facts: { target: "3.0", type: "EventReversed" },
  },
  HasDependants: {
    says: "a fact is not reversed under what rests on it",
    given: [ministry, cell],
    when: [reversed("1.0")],
    facts: { at: "2.0" },
  },
  ContradictsLater: {
    says: "no fact dated back makes a recorded one unlawful",
    given: [ministry, cell, ["HoldMeeting", "2012-07-01", { ...held[2], branch: "c" }]],
    when: [dissolved],
    facts: { at: "3.0" },
  },
  PlaceNotFreed: {
    says: "no fact takes the place of one that stands",
    given: [ministry],
    when: [named("Khác")],
    with: { inPlaceOf: "1.0" },
    facts: { inPlaceOf: "1.0" },
  },
  EventTooLarge: {
    says: "a fact has its limit",
    given: [ministry, held],
    when: speeches(["a"], 14),
    facts: { type: "SpeechGiven" },
  },
  PersonIsErased: {
    says: "a person who was erased has no profile any more",
    given: [profiled("x"), erased],
    when: [profiled("y")],
    facts: { person: "an" },
  },
};

for (const [refusal, { says, facts, ...example }] of Object.entries(examples)) {
  test(`${refusal}: ${says}`, async () => {
    const outcome = await outcomeOf(example);
    expect(outcome).toMatchObject({ outcome: "Refused", refusals: [{ refusal }] });
    const [told] = outcome.outcome === "Refused" ? outcome.refusals : [];
    expect({ ...told, ...told?.facts }).toMatchObject(facts);
  });
}

test("every refusal of the ledger has its example", () => {
  expect(Object.keys(examples)).toEqual([...logRefusals]);
});

describe("what stays, once it is recorded", () => {
  const [content] = shippedPacks;
  const lines: Record<string, readonly Line[]> = {
    EventReversed: [ministry, reversed("1.0")],
    PersonProfiled: [ministry, profiled("x")],
    PersonErased: [ministry, erased],
    RulePackRegistered: [ministry, ["RegisterRulePack", day, { content }]],
  };

  test.each(Object.entries(lines))("%s", async (type, given) => {
    expect(await outcomeOf({ given, when: [reversed("2.0")] })).toMatchObject({
      refusals: [{ refusal: "MayNotBeReversed", facts: { target: "2.0", type } }],
    });
  });

  test("is all of it shown here", () => {
    expect(Object.keys(lines)).toEqual(irreversible);
  });
});
