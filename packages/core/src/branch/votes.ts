import type { Refusal } from "../kernel/refusal.ts";
import { objectionsToDiscipline } from "../rulebook/discipline-votes.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { BranchEvent } from "./events.ts";
import type { BranchState } from "./state.ts";

/** What speaks against the votes behind a discipline of the branch, or its dissolution. */
export const objectionsToVotesOnBranch = (
  { branch: subject }: BranchState,
  { type, data, effectiveOn: on }: BranchEvent,
  rulebook: Rulebook,
): readonly Refusal[] => {
  switch (type) {
    case "BranchDisciplined":
      return objectionsToDiscipline(data, { ...data, subject, on }, rulebook);
    case "BranchDissolved":
      return data.branch === subject
        ? objectionsToDiscipline("dissolution", { ...data, subject, on }, rulebook)
        : [];
    default:
      return [];
  }
};
