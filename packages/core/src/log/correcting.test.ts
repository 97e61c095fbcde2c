import { addressOf } from "@tongket/core";
import { commandOf, type Line, openDesk } from "@tongket/testing";
import { describe, expect, test } from "vitest";
import { readBooks } from "../read-books.ts";
import { eventsOf } from "./commit.ts";

/** Corrections in one commit: what stands anew takes the place of what it replaces. */

const day = "2012-01-01";
const carriedIn = (branch: string, name: string, parent?: string): Line => [
  "CarryInBranch",
  day,
  {
    branch,
    kind: parent === undefined ? "upper-committee" : "cell",
    name,
    ...(parent === undefined ? {} : { parent }),
  },
];
const member = (id: string): Line => [
  "CarryInMember",
  day,
  { member: id, branch: "c", status: "official" },
];
const reversed = (target: string): Line => ["ReverseEvent", day, { target, reason: "x" }];

const openLines = async (...lines: readonly Line[]) => {
  const { handler, store } = await openDesk();
  let number = 0;
  const command = (line: Line, inPlaceOf?: string) => {
    number += 1;
    const decoded = commandOf(line, `c${number}`);
    return inPlaceOf === undefined ? decoded : { ...decoded, inPlaceOf };
  };
  const run = (...commands: readonly ReturnType<typeof command>[]) =>
    handler.handleTogether(commands);
  for (const line of lines) {
    expect(await run(command(line))).toMatchObject({ outcome: "Recorded" });
  }
  const facts = async () =>
    (await readBooks(store)).facts.map((event) => [
      addressOf(event),
      (event.data as { readonly name?: string }).name,
    ]);
  return { store, command, run, facts };
};

describe("an opening day", () => {
  const lines = [
    carriedIn("m", "Bộ"),
    carriedIn("c", "Chi bộ sai", "m"),
    member("an"),
    member("ba"),
  ];

  test("is corrected though all the rest of it rests on the fact", async () => {
    const { command, run, facts } = await openLines(...lines);
    const right = carriedIn("c", "Chi bộ đúng", "m");
    expect(await run(command(reversed("2.0")), command(right))).toMatchObject({
      refusals: [{ refusal: "HasDependants", at: "3.0" }],
    });
    expect(await run(command(reversed("2.0")), command(right, "2.0"))).toMatchObject({
      outcome: "Recorded",
    });
    expect(await facts()).toEqual([
      ["1.0", "Bộ"],
      ["5.1", "Chi bộ đúng"],
    ]);
  });

  test("is corrected again, and keeps the first place", async () => {
    const { command, run, facts, store } = await openLines(...lines);
    await run(command(reversed("2.0")), command(carriedIn("c", "Hai", "m"), "2.0"));
    const third = await run(command(reversed("5.1")), command(carriedIn("c", "Ba", "m"), "5.1"));
    expect(third).toMatchObject({ outcome: "Recorded" });
    const found = [];
    for await (const batch of store.read({ after: 5 })) {
      found.push(...batch.flatMap(({ commit }) => eventsOf(commit)));
    }
    expect(found).toMatchObject([
      { type: "EventReversed", data: { target: "5.1", original: { inPlaceOf: "2.0" } } },
      { type: "BranchCarriedIn", inPlaceOf: "2.0/5.1" },
    ]);
    expect(await facts()).toEqual([
      ["1.0", "Bộ"],
      ["6.1", "Ba"],
    ]);
  });

  test("is corrected again, and keeps its place among those that took the same", async () => {
    const { command, run } = await openLines(carriedIn("m", "Sai"));
    await run(
      command(reversed("1.0")),
      command(carriedIn("m", "Bộ"), "1.0"),
      command(carriedIn("c", "Chi bộ", "m"), "1.0"),
    );
    expect(
      await run(command(reversed("2.1")), command(carriedIn("m", "Tên khác"), "2.1")),
    ).toMatchObject({ outcome: "Recorded" });
  });

  test("a fact of another day takes the place of its own day", async () => {
    const { command, run, store } = await openLines(carriedIn("m", "Bộ"));
    const later: Line = ["CarryInBranch", "2012-02-01", carriedIn("m", "Bộ")[2]];
    expect(await run(command(reversed("1.0")), command(later, "1.0"))).toMatchObject({
      outcome: "Recorded",
    });
    const { commit } = (await store.find("c3")) as { commit: { events: readonly object[] } };
    expect(commit.events[1]).not.toHaveProperty("inPlaceOf");
  });

  test("no fact takes a place that was not freed for it", async () => {
    const { command, run } = await openLines(...lines);
    expect(await run(command(["RenameBranch", day, { branch: "c", name: "x" }], "2.0"))).toEqual({
      outcome: "Refused",
      refusals: [{ refusal: "PlaceNotFreed", facts: { inPlaceOf: "2.0" } }],
    });
  });

  test("what a decider fills in, it reads where the fact is to stand", async () => {
    const { command, run } = await openLines(
      ...[carriedIn("m", "Bộ"), carriedIn("c", "C", "m"), carriedIn("d", "D", "m"), member("an")],
      ["TransferMember", "2012-03-01", { member: "an", to: "d" }],
      ["ReceiveMember", "2012-03-01", { member: "an", to: "d" }],
      ["DepartMember", "2012-03-01", { member: "an", to: "Nơi khác" }],
    );
    const again: Line = ["ReceiveMember", "2012-03-01", { member: "an", to: "d" }];
    expect(await run(command(reversed("6.0")), command(again))).toMatchObject({
      refusals: [{ refusal: "IsNotInTransit" }],
    });
    expect(await run(command(reversed("6.0")), command(again, "6.0"))).toMatchObject({
      outcome: "Recorded",
    });
  });
});

describe("the same fact a second time on one day", () => {
  const named = (name: string): Line => ["RenameBranch", day, { branch: "m", name }];

  test("stands where something between has undone the first", async () => {
    const lines = [carriedIn("m", "A"), named("B"), named("A"), named("B")];
    const { facts } = await openLines(...lines);
    expect((await facts()).at(-1)).toEqual(["4.0", "B"]);
  });

  test("stands in the place of a third", async () => {
    const { command, run, facts } = await openLines(
      ...[carriedIn("m", "A"), named("B"), named("C"), named("D")],
    );
    await run(command(reversed("4.0")), command(named("B"), "4.0"));
    expect((await facts()).at(-1)).toEqual(["5.1", "B"]);
  });

  test("is told before the first for nothing", async () => {
    const { command, run } = await openLines(carriedIn("m", "A"), named("B"), named("C"));
    const outcome = await run(command(reversed("2.0")), command(named("C"), "2.0"));
    expect(outcome).toMatchObject({ stored: { commit: { events: [{ type: "EventReversed" }] } } });
  });

  test("stands where the last of its kind holds, and another was told between", async () => {
    const target = { target: "t", committee: "m", year: 2013, measure: "declared" };
    const goal = { op: ">=", value: { count: 1 } };
    const declared = (reached: boolean): Line => [
      "DeclareEvidence",
      day,
      { target: "t", reached, text: "x" },
    ];
    const { command, run } = await openLines(
      carriedIn("m", "A"),
      ["SetTarget", day, { ...target, goal, scope: "aggregate", text: "x" }],
      ...[declared(true), declared(false), declared(true)],
    );
    expect(await run(command(declared(true)))).toEqual({ outcome: "Unchanged" });
  });

  test("stands also in one commit", async () => {
    const { command, run } = await openLines(carriedIn("m", "A"));
    const outcome = await run(command(named("B")), command(named("A")), command(named("B")));
    expect(outcome).toMatchObject({ stored: { commit: { events: [{}, {}, {}] } } });
  });

  test("adds nothing where nothing came between", async () => {
    const { command, run } = await openLines(carriedIn("m", "A"), named("B"));
    expect(await run(command(named("B")))).toEqual({ outcome: "Unchanged" });
    const twice = await run(command(named("C")), command(named("C")));
    expect(twice).toMatchObject({ stored: { commit: { events: [{}] } } });
  });

  test("adds nothing where no law ever minds it", async () => {
    const disciplined: Line = ["DisciplineBranch", day, { branch: "m", form: "warning" }];
    const { command, run } = await openLines(carriedIn("m", "A"), disciplined, named("B"));
    expect(await run(command(disciplined))).toEqual({ outcome: "Unchanged" });
  });
});
