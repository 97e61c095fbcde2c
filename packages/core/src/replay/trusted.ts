import type { DomainEvent, RecordedEvent } from "../kernel/event.ts";
import { eventsOf } from "../log/commit.ts";
import { areReadable, storedOf } from "../log/record.ts";
import { upcast } from "../log/upcast.ts";
import { parsed, textOf } from "./bytes.ts";
import { RecordHead } from "./record-head.ts";
import type { ReadRecord, RecordLine, Way } from "./replaying.ts";

const head = new RecordHead();

/** Parses the events of a record: for ledgers whose records were verified. */
export const trusted: Way = {
  record: (line) => {
    const start = head.read(line);
    const events = start < 0 ? undefined : parsed(line.bytes, start, line.ends.start);
    if (!areReadable(events)) return whole(line);
    const { position, recordedAt } = line.ends;
    return { events: events.map(placed(position, recordedAt)), actor: head.actor };
  },
};

/** The events of a record that is written in another layout. */
export const whole = ({ bytes, start, end, ends }: RecordLine): ReadRecord => {
  const { commit } = storedOf(textOf(bytes, start, end), ends.position);
  // Told as it stands in the bytes, as of any other record.
  const { recordedAt } = ends;
  return { events: eventsOf({ ...commit, recordedAt }), actor: commit.actor };
};

const placed =
  (position: number, recordedAt: RecordedEvent["recordedAt"]) =>
  (event: DomainEvent, index: number): RecordedEvent =>
    Object.assign(upcast(event), { position, index, recordedAt });
