import { type DomainEvent, newEvent } from "../kernel/event.ts";
import type { Change } from "../kernel/law.ts";
import { type Refusal, refusing } from "../kernel/refusal.ts";
import { type CapVerdict, judgeCap, type RatedCounts, ratedCounts } from "../rulebook/caps.ts";
import { isVerified, type Sourced, statedBy } from "../rulebook/parameter.ts";
import type { Cap, RatedKind, RatingPack } from "../rulebook/rating-pack.ts";
import { type RuleContext, ratingPackOf } from "../rulebook/rulebook.ts";
import { CapBreachNoted } from "./events.ts";
import type { CohortState } from "./state.ts";

export const capRefusals = ["CapExceeded"] as const;

const refuse = refusing<(typeof capRefusals)[number]>();

/** Every cap of a pack on the ratings of a committee and year, as they stand. */
export const judgeCaps = (state: CohortState, pack: RatingPack): readonly CapVerdict[] =>
  (pack.parameters.caps ?? []).map((cap) => judgeCap(cap, countsOf(state, cap.of), pack));

const countsOf = ({ members, branches }: CohortState, of: RatedKind): RatedCounts =>
  ratedCounts(
    of === "member"
      ? [...members.values()].flatMap((held) =>
          [...held].map(([level, count]) => ({ level, count })),
        )
      : branches.values(),
  );

/** A cap as `RatingsClosed` states it. */
export const judgedCap = ({ cap, verdict, part, base, allowed }: CapVerdict) => ({
  cap: cap.term,
  verdict,
  part,
  ...(base === undefined ? {} : { base }),
  ...(allowed === undefined ? {} : { allowed }),
});

/** What speaks against closing: each cap that is not kept. */
export const objectionsToCaps = (state: CohortState, pack: RatingPack): readonly Refusal[] =>
  judgeCaps(state, pack).flatMap((judged) => {
    if (judged.verdict !== "fail") return [];
    const { cap, part, base, allowed, baseName, rounding } = judged;
    const { committee, year } = state;
    const facts = { committee, year, cap: cap.term, part, base, allowed, of: baseName, rounding };
    const refusal = statedBy(
      { pack: pack.pack, name: cap.term },
      cap,
      refuse("CapExceeded", facts),
    );
    return [blocks(judged, pack, state) ? refusal : ({ ...refusal, advisory: true } as Refusal)];
  });

/**
 * Beside the share, of which the refusal itself speaks, the base must be verified to block. A
 * rounding that is only our choice blocks nothing which the most lenient one would let pass.
 */
const blocks = ({ cap }: CapVerdict, pack: RatingPack, state: CohortState): boolean => {
  const verified = (statement: Sourced | undefined): boolean => isVerified(statement ?? cap);
  if (!verified(cap.baseStated)) return false;
  const lenient: Cap = verified(cap.roundingStated) ? cap : { ...cap, rounding: "ceiling" };
  return judgeCap(lenient, countsOf(state, cap.of), pack).verdict === "fail";
};

/** A cap that was kept, and that a commit leaves broken after the ratings were closed. */
export const capBreaches = (
  { before, after }: Change<CohortState>,
  { rulebook, today }: RuleContext,
): readonly DomainEvent[] => {
  const { closed, committee, year, lastOn = today } = after;
  if (closed?.pack === undefined) return [];
  const pack = ratingPackOf(rulebook, closed.pack);
  if (pack === undefined) return [];
  const judged = (state: CohortState) => judgeCaps(state, pack).map(judgedCap);
  const known = before.closed === undefined ? closed.caps : judged(before);
  return judged(after).flatMap(({ verdict, base: _, ...broken }) => {
    const was = known.find(({ cap }) => cap === broken.cap)?.verdict;
    if (verdict !== "fail" || was === "fail") return [];
    const breach = { committee, year, ...broken };
    // Behind all that made it so, also where a clock is slow.
    return [newEvent(CapBreachNoted, breach, lastOn > today ? lastOn : today)];
  });
};
