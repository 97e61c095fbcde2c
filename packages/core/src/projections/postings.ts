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
import type { Posting } from "./postings/postings-of.ts";
import { ratingPostings } from "./postings/rating.ts";

export interface AnyPosting extends Pick<Posting<DomainEvent>, "words" | "post"> {
  readonly reads: readonly string[];
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
  const poster = posters.get(event.type);
  if (poster === undefined) return;
  const data = event.data as { readonly [member: string]: unknown };
  poster.post(
    poster.reads.map((member) => data[member]),
    event.effectiveOn,
    post,
  );
};

/** The types of event that post anything. */
export const postingTypes: readonly string[] = [...posters.keys()];

/** How a type posts; undefined where it posts nothing. */
export const postingOf = (type: string): AnyPosting | undefined => posters.get(type);

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
