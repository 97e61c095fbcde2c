import type { EventRecord } from "./events.ts";

/** Lifts the data of one type of event from a version to the next. Total and pure. */
export interface Upcaster {
  readonly type: string;
  readonly from: number;
  readonly up: (data: EventRecord["data"]) => EventRecord["data"];
}

/** Lifts an event of any known version to the current one; a reversal's original too. */
export type Upcast = (event: EventRecord) => EventRecord;

/** Current versions by type, as the event catalogue has them. */
export type CurrentVersions = ReadonlyMap<string, number>;

/**
 * Chains upcasters. Throws at the start, before any event is read, when two lift the same
 * version, a step is missing on the way up, or one starts at or above the current version.
 */
export const upcasterChain = (current: CurrentVersions, upcasters: readonly Upcaster[]): Upcast => {
  const steps = new Set<string>();
  for (const upcaster of upcasters) {
    const step = `${upcaster.type}@${upcaster.from}`;
    const version = current.get(upcaster.type);
    if (version === undefined) throw new Error(`Upcaster ${step}: no such event type`);
    if (steps.has(step)) throw new Error(`Upcaster ${step}: given twice`);
    if (upcaster.from < 1 || upcaster.from >= version) {
      throw new Error(`Upcaster ${step}: leads nowhere, the current version is ${version}`);
    }
    steps.add(step);
  }
  for (const [type, version] of current) {
    for (let from = 1; from < version; from += 1) {
      if (!steps.has(`${type}@${from}`)) {
        throw new Error(`Upcaster ${type}@${from}: missing, the current version is ${version}`);
      }
    }
  }
  return lifter(upcasters);
};

/** Lifts by a chain that was checked. */
export const lifter = (upcasters: readonly Upcaster[]): Upcast => {
  if (upcasters.length === 0) return (event) => event;
  const steps = new Map(upcasters.map((one) => [`${one.type}@${one.from}`, one]));
  const lift: Upcast = (event) => {
    let lifted = event;
    for (let step = next(steps, lifted); step !== undefined; step = next(steps, lifted)) {
      lifted = { ...lifted, version: lifted.version + 1, data: step.up(lifted.data) };
    }
    return lifted.type === "EventReversed" ? liftOriginal(lifted, lift) : lifted;
  };
  return lift;
};

const next = (steps: ReadonlyMap<string, Upcaster>, event: EventRecord): Upcaster | undefined =>
  steps.get(`${event.type}@${event.version}`);

const liftOriginal = (reversal: EventRecord, lift: Upcast): EventRecord => {
  const original = reversal.data["original"] as EventRecord | undefined;
  if (original === undefined) return reversal;
  const lifted = lift(original);
  return lifted === original
    ? reversal
    : { ...reversal, data: { ...reversal.data, original: lifted as never } };
};
