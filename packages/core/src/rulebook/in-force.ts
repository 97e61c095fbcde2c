import { type CalendarDate, dayAfter, dayBefore, lastDay } from "../kernel/date.ts";
import type { Matter, RulePack } from "./rule-pack.ts";

export type PackOf<M extends Matter> = Extract<RulePack, { matter: M }>;

/** The packs of one regime, those of a matter in the order of their first days. */
export interface PacksByMatter {
  readonly byMatter: ReadonlyMap<Matter, readonly RulePack[]>;
  /** The ids of those that the ledger itself holds. */
  readonly registered: ReadonlySet<string>;
}

/** Which pack of a matter judges a day; where it is not exactly one, nothing may be judged. */
export type InForce<P> =
  | { readonly inForce: "One"; readonly pack: P }
  /** A gap, with the packs that stand before and after it. */
  | { readonly inForce: "None"; readonly before: P | undefined; readonly after: P | undefined }
  /** An overlap. */
  | { readonly inForce: "Several"; readonly packs: readonly P[] };

/**
 * The pack of a matter in force on a day. One without `inForceTo` is in force until the day before
 * the next of its matter begins. Where a pack that the ledger registered meets a shipped one on a
 * day, as after an update of the library, the registered one holds: a ledger is self-contained.
 */
export const inForce = <M extends Matter>(
  { byMatter, registered }: PacksByMatter,
  matter: M,
  day: CalendarDate,
): InForce<PackOf<M>> => {
  const packs = (byMatter.get(matter) ?? []) as readonly PackOf<M>[];
  const begun = packs.filter(({ inForceFrom }) => inForceFrom <= day);
  const last = begun.at(-1);
  const holding = begun.filter(({ inForceFrom, inForceTo }) =>
    inForceTo === undefined ? inForceFrom === last?.inForceFrom : day <= inForceTo,
  );
  const own = holding.filter(({ pack }) => registered.has(pack));
  const [one, ...others] = own.length > 0 ? own : holding;
  if (one === undefined) return { inForce: "None", before: last, after: packs[begun.length] };
  return others.length === 0
    ? { inForce: "One", pack: one }
    : { inForce: "Several", packs: [one, ...others] };
};

/** The pack in force on a day; undefined in a gap or an overlap. */
export const onlyInForce = <M extends Matter>(
  packs: PacksByMatter,
  matter: M,
  day: CalendarDate,
): PackOf<M> | undefined => {
  const found = inForce(packs, matter, day);
  return found.inForce === "One" ? found.pack : undefined;
};

/** The last day of a pack as its regime stands; undefined while no next one ends it. */
export const lastDayOf = (
  { byMatter }: PacksByMatter,
  { matter, inForceFrom, inForceTo }: RulePack,
): CalendarDate | undefined => {
  const next = byMatter.get(matter)?.find((one) => one.inForceFrom > inForceFrom);
  return inForceTo ?? (next === undefined ? undefined : dayBefore(next.inForceFrom));
};

/** When a pack is in force: what its spans are compared by. */
export interface Span {
  readonly pack: string;
  readonly inForceFrom: CalendarDate;
  readonly inForceTo?: CalendarDate;
}

/** Days on which two packs of one matter judge, or none between two of them. */
export interface SpanFault {
  readonly spans: "overlap" | "gap";
  readonly with: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** How a pack fails to fit between the others of its regime and matter. */
export const spanFaults = (pack: Span, others: readonly Span[]): readonly SpanFault[] => {
  const rest = others
    .filter((one) => one.pack !== pack.pack)
    .toSorted((a, b) => (a.inForceFrom < b.inForceFrom ? -1 : 1));
  const next = rest.find(({ inForceFrom }) => inForceFrom > pack.inForceFrom);
  const overlaps = rest.flatMap((other) => crossing(pack, other));
  const before = rest.findLast(({ inForceFrom }) => inForceFrom < pack.inForceFrom);
  return [...overlaps, ...gapBetween(before, pack, pack), ...gapBetween(pack, next, pack)];
};

/** The days two packs share: an open one ends where the other begins, unless both begin at once. */
const crossing = (pack: Span, other: Span): readonly SpanFault[] => {
  const [first, second] =
    other.inForceFrom <= pack.inForceFrom ? ([other, pack] as const) : ([pack, other] as const);
  const from = second.inForceFrom;
  const isSame = first.inForceFrom === from;
  const end = first.inForceTo ?? (isSame ? lastDay : dayBefore(from));
  const to = min(end, second.inForceTo ?? lastDay);
  return from <= to ? [{ spans: "overlap", with: other.pack, from, to }] : [];
};

const gapBetween = (
  before: Span | undefined,
  after: Span | undefined,
  pack: Span,
): readonly SpanFault[] => {
  if (before?.inForceTo === undefined || after === undefined) return [];
  const from = dayAfter(before.inForceTo);
  const other = before === pack ? after : before;
  return from < after.inForceFrom
    ? [{ spans: "gap", with: other.pack, from, to: dayBefore(after.inForceFrom) }]
    : [];
};

const min = (a: CalendarDate, b: CalendarDate): CalendarDate => (a < b ? a : b);
