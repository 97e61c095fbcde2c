import { expect, test } from "vitest";
import type { DisciplinePack } from "./discipline-pack.ts";
import { objectionsToDiscipline } from "./discipline-votes.ts";
import { rulebookOf } from "./rulebook.ts";

const sourced = { source: { instrument: "Rules of the club" }, verification: "primary-read" };
/** So many of three must be in favour. */
const of3 = (num: number) => ({ op: ">=", share: { num, den: 3 }, of: "summoned" });
const ruling = (parameters: object) =>
  rulebookOf("club", [
    {
      ...{ pack: "club-1", regime: "club", matter: "discipline", title: "Discipline" },
      ...{ inForceFrom: "2020-01-01", inForceTo: "2020-12-31", parameters },
    } as unknown as DisciplinePack,
  ]);
const rulebook = ruling({
  disciplineVote: { ...sourced, value: of3(2) },
  disciplineCommitteeVote: { ...sourced, value: of3(1) },
  votesByForm: {
    ...sourced,
    value: [
      { form: "expulsion", vote: of3(3), committeeVote: of3(2) },
      { form: "warning", vote: of3(1) },
    ],
  },
  dissolutionCommitteeVote: { ...sourced, value: of3(3) },
});

type Asked = Parameters<typeof objectionsToDiscipline>[0];

/** Which votes are needed for it, where nobody is in favour: `votesByForm >= 3/3`. */
const needed = (asked: Asked, by = rulebook, on = "2020-06-01"): readonly string[] => {
  const none = { inFavour: 0, summoned: 3 };
  const told = { vote: none, committeeVote: none, subject: "an", on: on as never };
  return objectionsToDiscipline(asked, told, by).map(
    ({ refusal, facts, parameter }) => `${refusal} ${parameter?.name} ${facts["needed"]}`,
  );
};

test("a form needs the votes of its own entry", () => {
  expect(needed({ form: "expulsion" })).toEqual([
    "VoteNotCarried votesByForm >= 3/3",
    "CommitteeVoteNotCarried votesByForm >= 2/3",
  ]);
  expect(needed({ form: "warning" })).toEqual(["VoteNotCarried votesByForm >= 1/3"]);
});

test("a form without an entry needs the general votes", () => {
  expect(needed({ form: "reprimand" })).toEqual([
    "VoteNotCarried disciplineVote >= 2/3",
    "CommitteeVoteNotCarried disciplineCommitteeVote >= 1/3",
  ]);
  const general = ruling({ disciplineVote: { ...sourced, value: of3(2) } });
  expect(needed({ form: "expulsion" }, general)).toEqual(["VoteNotCarried disciplineVote >= 2/3"]);
});

test("a reason of leaving needs the votes of its entry, and none without one", () => {
  expect(needed({ reason: "expulsion" })).toEqual([
    "VoteNotCarried votesByForm >= 3/3",
    "CommitteeVoteNotCarried votesByForm >= 2/3",
  ]);
  expect(needed({ reason: "resigned" })).toEqual([]);
});

test("a dissolution needs the vote of the committee, where the pack asks for one", () => {
  expect(needed("dissolution")).toEqual([
    "CommitteeVoteNotCarried dissolutionCommitteeVote >= 3/3",
  ]);
  expect(needed("dissolution", ruling({}))).toEqual([]);
});

test("an objection names the subject and the pack", () => {
  const told = { vote: { inFavour: 0, summoned: 3 }, subject: "an", on: "2020-06-01" as never };
  expect(objectionsToDiscipline({ form: "warning" }, told, rulebook)).toMatchObject([
    { facts: { subject: "an" }, parameter: { pack: "club-1", source: "Rules of the club" } },
  ]);
});

test("nothing is judged where no pack is in force, or it asks for nothing", () => {
  expect(needed({ form: "expulsion" }, rulebook, "2021-01-01")).toEqual([]);
  expect(needed({ form: "expulsion" }, ruling({}))).toEqual([]);
});
