import * as Schema from "effect/Schema";
import { Term } from "../kernel/ids.ts";
import { VoteRule } from "./membership-pack.ts";
import { packFields, parameter } from "./parameter.ts";

/** By which votes branches and members are disciplined, dissolved and expelled. */
export const DisciplinePack = Schema.Struct({
  ...packFields,
  matter: Schema.Literal("discipline"),
  parameters: Schema.Struct({
    /** For any form that `votesByForm` does not name. */
    disciplineVote: Schema.optionalKey(parameter(VoteRule)),
    disciplineCommitteeVote: Schema.optionalKey(parameter(VoteRule)),
    votesByForm: Schema.optionalKey(
      parameter(
        Schema.Array(
          Schema.Struct({
            /** A form of discipline, or a reason of leaving. */
            form: Term,
            vote: VoteRule,
            committeeVote: Schema.optionalKey(VoteRule),
          }),
        ),
      ),
    ),
    dissolutionCommitteeVote: Schema.optionalKey(parameter(VoteRule)),
  }),
});
export type DisciplinePack = typeof DisciplinePack.Type;
