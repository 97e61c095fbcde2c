import { type Projection, type RecordedEvent, replay, step } from "@tongket/core";
import { demandEqual } from "./law-broken.ts";

const law = "replay(es) = es.reduce(step), and no step changes the state it was given";

/** The law of every projection; `events` may be those of any ledger. */
export const replayEqualsReduce = <S, A>(
  projection: Projection<S, A>,
  events: readonly RecordedEvent[],
): void => {
  const before = JSON.stringify(events);
  const replayed = replay(projection, events);
  let state = projection.initial();
  for (const event of events) {
    const kept = structuredClone(state);
    const next = step(projection, state, event);
    demandEqual(law, { found: state, expected: kept, where: event });
    state = next;
  }
  demandEqual(law, { found: state, expected: replayed, where: projection.name });
  demandEqual(law, { found: replay(projection, events), expected: replayed, where: "once more" });
  demandEqual(law, { found: JSON.stringify(events), expected: before, where: "the events" });
};
