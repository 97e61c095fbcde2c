import type { CalendarDate } from "../kernel/date.ts";
import type { Refusal } from "../kernel/refusal.ts";
import type { DisciplinePack } from "./discipline-pack.ts";
import type { VoteRule } from "./membership-pack.ts";
import { disciplineOn, type Rulebook } from "./rulebook.ts";
import { type AskedVotes, objectionsToVotes, type ToldVotes } from "./vote-objections.ts";

/** A form of discipline, a reason of leaving, or the dissolution of a branch. */
type Punished = { readonly form: string } | { readonly reason: string } | "dissolution";

/** What speaks against a discipline on a day by its votes; without a pack nothing is judged. */
export const objectionsToDiscipline = (
  asked: Punished,
  told: ToldVotes & { readonly subject: string; readonly on: CalendarDate },
  rulebook: Rulebook,
): readonly Refusal[] => {
  const pack = disciplineOn(rulebook, told.on);
  return pack === undefined ? [] : objectionsToVotes(votesFor(pack, asked), told, told.subject);
};

/**
 * The votes behind a form of discipline, or behind a reason of leaving that the pack names. A
 * form without an entry of its own needs the general ones; leaving without one needs none.
 */
const votesFor = ({ pack, parameters }: DisciplinePack, asked: Punished): AskedVotes => {
  const { votesByForm, disciplineVote, disciplineCommitteeVote } = parameters;
  if (asked === "dissolution") {
    const name = "dissolutionCommitteeVote";
    return { pack, committeeVote: parameters[name] && { ...parameters[name], name } };
  }
  const form = "form" in asked ? asked.form : asked.reason;
  const entry = votesByForm?.value.find((one) => one.form === form);
  if (votesByForm && entry) {
    const own = (value: VoteRule | undefined) =>
      value && { ...votesByForm, name: "votesByForm", value };
    return { pack, vote: own(entry.vote), committeeVote: own(entry.committeeVote) };
  }
  if ("reason" in asked) return { pack };
  return {
    pack,
    vote: disciplineVote && { ...disciplineVote, name: "disciplineVote" },
    committeeVote: disciplineCommitteeVote && {
      ...disciplineCommitteeVote,
      name: "disciplineCommitteeVote",
    },
  };
};
