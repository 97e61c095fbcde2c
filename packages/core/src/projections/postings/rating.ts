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
    ([branch, year, subjectKind, level, distinction, pack], _, post) =>
      post(branch, year, measureOf("rated", subjectKind, pack, level, distinction ?? none), 1),
  ),
  RatingRevised: reading(
    [...subject, "from", "to"],
    ["rated"],
    ([branch, year, subjectKind, from, to], _, post) => {
      post(branch, year, rated(subjectKind, from), -1);
      post(branch, year, rated(subjectKind, to), 1);
    },
  ),
  RatingExempted: reading(subject, ["rating-exempted"], ([branch, year, subjectKind], _, post) =>
    post(branch, year, measureOf("rating-exempted", subjectKind), 1),
  ),
};

const rated = (subjectKind: string, { pack, level, distinction }: Rated): string =>
  measureOf("rated", subjectKind, pack, level, distinction ?? none);
