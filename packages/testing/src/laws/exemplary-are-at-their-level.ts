import type { RecordedEvent } from "@tongket/core";
import { postings, wordsOf } from "@tongket/core/projections";
import { type Rulebook, ratingPackOf } from "@tongket/core/rulebook";
import { LawBroken } from "./law-broken.ts";
import type { Postings } from "./parts-add-up.ts";

/**
 * The exemplary are among those at the top: in every branch and year, whatever was revised or
 * reversed, nobody with a distinction stands at a level that the pack does not give it to, and no
 * member has one.
 */
export const exemplaryAreAtTheirLevel = (
  events: readonly RecordedEvent[],
  rulebook: Rulebook,
  post: Postings = postings as Postings,
): void => {
  const rated = new Map<string, number>();
  for (const event of events) {
    post(event, (branch, year, measure, amount) => {
      const key = `${branch} ${year} ${measure}`;
      rated.set(key, (rated.get(key) ?? 0) + amount);
    });
  }
  for (const [key, amount] of rated) {
    const [, , what, kind, pack = "", level, distinction] = wordsOf(key);
    if (what !== "rated" || distinction === "-" || amount === 0) continue;
    const entry = ratingPackOf(rulebook, pack)?.parameters.branchDistinctions.value.find(
      ({ term }) => term === distinction,
    );
    if (amount < 0 || kind === "member" || entry?.level !== level) {
      throw new LawBroken("the exemplary are among those at their level", { key, amount });
    }
  }
};
