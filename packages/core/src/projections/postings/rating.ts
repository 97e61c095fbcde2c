import type { Post } from "../../kernel/tally.ts";
import type { Rated, RatingEvent } from "../../rating/events.ts";
import { measureOf, none } from "../measure.ts";
import { type PostingsOf, reading } from "./postings-of.ts";

const subject = ["branch", "year", "subjectKind"] as const;

/**
 * Ratings of a year, on the subject's branch: `rated KIND PACK LEVEL DISTINCTION`, KIND being
 * `member` or the kind of branch, and `rating-exempted KIND`. A revision moves one from its old
 * level to its new one, so the number rated stays.
 */
export const ratingPostings: PostingsOf<RatingEvent> = {
  RatingAssigned: reading(
    [...subject, "level", "distinction", "pack"],
    ["rated"],
    ({ data }, post) => postRated(data, data, post, 1),
  ),
  RatingRevised: reading([...subject, "from", "to"], ["rated"], ({ data }, post) => {
    postRated(data, data.from, post, -1);
    postRated(data, data.to, post, 1);
  }),
  RatingExempted: reading(
    subject,
    ["rating-exempted"],
    ({ data: { branch, year, subjectKind } }, post) =>
      post(branch, year, measureOf("rating-exempted", subjectKind), 1),
  ),
};

const postRated = (
  {
    branch,
    year,
    subjectKind,
  }: Pick<Extract<RatingEvent, { type: "RatingAssigned" }>["data"], (typeof subject)[number]>,
  { pack, level, distinction }: Rated,
  post: Post,
  change: 1 | -1,
): void =>
  post(branch, year, measureOf("rated", subjectKind, pack, level, distinction ?? none), change);
