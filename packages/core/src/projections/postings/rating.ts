import type { Post } from "../../kernel/tally.ts";
import { isMember, type Rated, type RatingEvent } from "../../rating/events.ts";
import { measureOf, none } from "../measure.ts";

/**
 * Ratings of a year, on the subject's branch: `rated KIND PACK LEVEL DISTINCTION`, KIND being
 * `member` or the kind of branch, and `rating-exempted KIND`. A revision moves one from its old
 * level to its new one, so the number rated stays.
 */
export const postRating = (event: RatingEvent, post: Post): void => {
  switch (event.type) {
    case "RatingAssigned":
      return postRated(event.data, event.data, post, 1);
    case "RatingRevised":
      postRated(event.data, event.data.from, post, -1);
      return postRated(event.data, event.data.to, post, 1);
    case "RatingExempted": {
      const { branch, year, subjectKind } = event.data;
      return post(branch, year, measureOf("rating-exempted", subjectKind), 1);
    }
  }
};

const postRated = (
  subject: Extract<RatingEvent, { type: "RatingAssigned" | "RatingRevised" }>["data"],
  { pack, level, distinction }: Rated,
  post: Post,
  change: 1 | -1,
): void => {
  const { branch, year, subjectKind } = subject;
  const kind = isMember(subject) ? "member" : subjectKind;
  post(branch, year, measureOf("rated", kind, pack, level, distinction ?? none), change);
};
