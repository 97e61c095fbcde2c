import { decodeCommand, Instant, openLedger, type RecordedEvent } from "@tongket/core";
import { type EventStore, eventsOf } from "@tongket/core/log";
import type { CommandLine } from "./options.ts";

/**
 * Records the lines in a ledger, one commit each, with the clock that they tell, and yields what
 * each recorded. Throws at a line that is ill-typed, refused, or adds nothing.
 */
export async function* recordLines(
  store: EventStore,
  lines: Iterable<CommandLine>,
): AsyncGenerator<RecordedEvent, void> {
  let now = Instant.make("1990-01-01T00:00:00.000Z");
  const handler = await openLedger(store, { now: () => now });
  let number = 0;
  for (const { recordedAt, ...line } of lines) {
    number += 1;
    now = Instant.make(recordedAt);
    const decoded = decodeCommand(line, `line-${number}`);
    const outcome = decoded.decoded === "Command" ? await handler.handle(decoded.command) : decoded;
    if (!("outcome" in outcome) || outcome.outcome !== "Recorded") {
      throw new Error(`line ${number}, ${JSON.stringify(line)}: ${JSON.stringify(outcome)}`);
    }
    yield* eventsOf(outcome.stored.commit);
  }
}
