import type { CalendarDate, Instant } from "../kernel/date.ts";
import type { DomainEvent, RecordedEvent } from "../kernel/event.ts";
import { type Horizon, within } from "../log/effective.ts";
import { isReversal } from "../log/reversal.ts";
import { factMembers } from "../messages/facts.ts";
import { wantedByBooks } from "../projections/books.ts";
import type { Keeping } from "../projections/keeping.ts";
import type { Take } from "../replay/replaying.ts";
import type { WantedOf } from "../replay/wanted.ts";

/**
 * What a file takes along of a ledger, as JSON: the events with no more of their data than books,
 * explanations and words read. Books kept of it, by any day and instant within its horizon, are
 * those of the ledger.
 */
export interface Extract {
  readonly commits: readonly ExtractedCommit[];
}

type ExtractedCommit = readonly [
  position: number,
  recordedAt: Instant,
  actor: string,
  events: readonly ExtractedEvent[],
];
type ExtractedEvent = readonly [
  index: number,
  type: string,
  effectiveOn: CalendarDate,
  data: unknown,
  inPlaceOf?: string,
];

/** Takes an extract of all events in position order; undefined where it would hold too many. */
export const keepExtract = (
  horizon: Horizon,
  { eventsMax }: { readonly eventsMax: number },
): Keeping<Extract | undefined> => {
  let commits: [number, Instant, string, ExtractedEvent[]][] = [];
  let events = 0;
  return {
    wantedOf: wantedByExtract,
    take: (event, actor) => {
      if (!within(event, horizon) || isPassedOver(event)) return;
      events += 1;
      if (events > eventsMax) {
        commits = [];
        return;
      }
      const { position, recordedAt } = event;
      const last = commits.at(-1);
      if (last?.[0] === position) last[3].push(extracted(event));
      else commits.push([position, recordedAt, actor, [extracted(event)]]);
    },
    close: () => (events > eventsMax ? undefined : { commits }),
  };
};

/** Hands the events of an extract over in position order; what was left out is not there. */
export const takeExtract = ({ commits }: Extract, take: Take): void => {
  for (const [position, recordedAt, actor, events] of commits) {
    for (const [index, type, effectiveOn, data, inPlaceOf] of events) {
      const place = {
        position,
        index,
        recordedAt,
        ...(inPlaceOf === undefined ? {} : { inPlaceOf }),
      };
      take({ type, version: 1, effectiveOn, tags: [], data, ...place }, actor);
    }
  }
};

/** The days on which facts of an extract took effect, and the instants they were recorded at. */
export const timesIn = ({
  commits,
}: Extract): { readonly days: readonly CalendarDate[]; readonly instants: readonly Instant[] } => {
  const days = new Set<CalendarDate>();
  const instants = new Set<Instant>();
  for (const [, recordedAt, , events] of commits) {
    instants.add(recordedAt);
    for (const [, , effectiveOn] of events) days.add(effectiveOn);
  }
  return { days: [...days].sort(), instants: [...instants] };
};

/** What books want, with what its words tell of an event. */
const wantedByExtract: WantedOf = (type) => {
  const wanted = wantedByBooks(type);
  return typeof wanted === "string"
    ? wanted
    : { ...wanted, members: [...new Set([...wanted.members, ...factMembers(type)])] };
};

const isPassedOver = (event: RecordedEvent): boolean =>
  wantedByExtract(isReversal(event) ? event.data.original.type : event.type) === "nothing";

const extracted = (event: RecordedEvent): ExtractedEvent => {
  const { index, type, effectiveOn, inPlaceOf } = event;
  const head = [index, type, effectiveOn, dataOf(event)] as const;
  return inPlaceOf === undefined ? head : [...head, inPlaceOf];
};

/** NOTE: more may have been read than is wanted, and what of a reversed event is read whole. */
const dataOf = (event: Pick<DomainEvent, "type" | "data">): unknown => {
  if (isReversal(event)) {
    const { target, original } = event.data;
    const { type, effectiveOn } = original;
    return { target, original: { type, effectiveOn, data: dataOf(original) } };
  }
  const wanted = wantedByExtract(event.type);
  if (typeof wanted === "string") return event.data;
  const data = event.data as { readonly [member: string]: unknown };
  const { members, wholeWith = [] } = wanted;
  if (wholeWith.some((member) => data[member] !== undefined)) return data;
  return Object.fromEntries(
    members.flatMap((member) => (data[member] === undefined ? [] : [[member, data[member]]])),
  );
};
