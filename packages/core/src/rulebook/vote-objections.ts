import { type Refusal, refusing } from "../kernel/refusal.ts";
import type { Vote } from "../kernel/vote.ts";
import type { VoteRule } from "./membership-pack.ts";
import { type Sourced, statedBy } from "./parameter.ts";
import { judgeVote } from "./vote.ts";

export const voteRefusals = [
  "VoteNotCarried",
  "CommitteeVoteNotCarried",
  "MoreVotesThanSummoned",
] as const;

const refuse = refusing<(typeof voteRefusals)[number]>();

/** The vote that a statement of a pack asks for, and the name of the statement. */
export interface AskedVote extends Sourced {
  readonly name: string;
  readonly value: VoteRule;
}

/** What a decision needs: the vote of the branch concerned, and of the committee that decides. */
export interface AskedVotes {
  readonly pack: string;
  readonly vote?: AskedVote | undefined;
  readonly committeeVote?: AskedVote | undefined;
}

/** The votes as an event tells them. */
export interface ToldVotes {
  readonly vote?: Vote;
  readonly committeeVote?: Vote;
}

/** What speaks against a decision on a subject by its votes. A vote not told is not judged. */
export const objectionsToVotes = (
  { pack, vote, committeeVote }: AskedVotes,
  told: ToldVotes,
  subject: string,
): readonly Refusal[] => [
  ...objectionsToVote(vote, told.vote, { pack, subject, refusal: "VoteNotCarried" }),
  ...objectionsToVote(committeeVote, told.committeeVote, {
    pack,
    subject,
    refusal: "CommitteeVoteNotCarried",
  }),
];

/** More votes than people called to it cannot be, whatever the law asks. */
const objectionsToVote = (
  asked: AskedVote | undefined,
  told: Vote | undefined,
  where: {
    readonly pack: string;
    readonly subject: string;
    readonly refusal: "VoteNotCarried" | "CommitteeVoteNotCarried";
  },
): readonly Refusal[] => {
  if (asked === undefined || told === undefined) return [];
  const { name, value: rule } = asked;
  const { pack, subject } = where;
  const { verdict, reason, inFavour, of } = judgeVote(rule, told);
  if (verdict !== "fail" || of === undefined) return [];
  if (reason === "more-votes-than-summoned") {
    const votes = inFavour + (told.against ?? 0);
    return [refuse("MoreVotesThanSummoned", { subject, votes, summoned: of })];
  }
  const needed = `${rule.op} ${rule.share.num}/${rule.share.den}`;
  const refusal = refuse(where.refusal, { subject, inFavour, of, needed });
  return [statedBy({ pack, name }, asked, refusal)];
};
