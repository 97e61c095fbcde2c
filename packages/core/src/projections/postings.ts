import type { DomainEvent } from "../kernel/event.ts";
import { negated, type Post } from "../kernel/tally.ts";
import { isReversal } from "../log/reversal.ts";
import {
  awardPostings,
  branchPostings,
  directivePostings,
  inspectionPostings,
  meetingPostings,
  reviewPostings,
  trainingPostings,
} from "./postings/activity.ts";
import { membershipPostings } from "./postings/membership.ts";
import { ratingPostings } from "./postings/rating.ts";

interface AnyPosting {
  readonly reads: readonly string[];
  readonly words: readonly string[];
  readonly post: (event: never, post: Post) => void;
}
const posters: ReadonlyMap<string, AnyPosting> = new Map(
  Object.entries({
    ...membershipPostings,
    ...ratingPostings,
    ...branchPostings,
    ...directivePostings,
    ...trainingPostings,
    ...meetingPostings,
    ...inspectionPostings,
    ...awardPostings,
    ...reviewPostings,
  }),
);

/**
 * Posts what one event adds to the annual totals, reading that event only. A reversal posts
 * exactly the negative of its original.
 */
export const postings = (
  event: Pick<DomainEvent, "type" | "data" | "effectiveOn">,
  post: Post,
): void => {
  if (isReversal(event)) return postings(event.data.original, negated(post));
  posters.get(event.type)?.post(event as never, post);
};

/** The types of event that post anything. */
export const postingTypes: readonly string[] = [...posters.keys()];

/** What the postings of a type read of an event's data; undefined where it posts nothing. */
export const postedMembers = (type: string): readonly string[] | undefined =>
  posters.get(type)?.reads;

/** The first words of the measures that events of a type may post on. */
export const postedWords = (type: string): readonly string[] => posters.get(type)?.words ?? [];

/** The types of event that post on measures with this first word. */
export const typesPosting = (word: string): readonly string[] => typesOfWord.get(word) ?? [];

const typesOfWord = new Map<string, string[]>();
for (const [type, { words }] of posters) {
  for (const word of words) typesOfWord.set(word, [...(typesOfWord.get(word) ?? []), type]);
}
