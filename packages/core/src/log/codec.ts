import * as Schema from "effect/Schema";
import { isCanonical } from "../kernel/canonical-json.ts";
import { Instant } from "../kernel/date.ts";
import type { DomainEvent } from "../kernel/event.ts";
import type { Fault } from "../kernel/fault.ts";
import { faultFinder } from "../kernel/guard.ts";
import { Id } from "../kernel/ids.ts";
import { Text } from "../kernel/text.ts";
import { bodyOf, hashOfText, type StoredCommit } from "./commit.ts";
import { eventCatalogue, tagsOf } from "./event-catalogue.ts";
import { EventRecord } from "./events.ts";
import { parseRecord } from "./record.ts";
import { upcasters } from "./upcast.ts";
import { upcasterChain } from "./upcasters.ts";

const upcast = upcasterChain(
  new Map([...eventCatalogue.values()].map(({ type, version }) => [type, version])),
  upcasters,
);

const sha256Text = Schema.String.check(Schema.isPattern(/^[0-9a-f]{64}$/));

/** What was parsed is JSON: an event's data have only to be an object. */
const ParsedEvent = Schema.Struct({
  ...EventRecord.fields,
  data: Schema.declare(
    (data): data is EventRecord["data"] =>
      typeof data === "object" && data !== null && !Array.isArray(data),
    { expected: "object" },
  ),
});

/** The shape of a commit, whatever its events. */
const CommitRecord = Schema.Struct({
  actor: Id,
  commandHash: sha256Text,
  commandId: Id,
  events: Schema.Array(ParsedEvent).check(Schema.isMinLength(1)),
  furtherIds: Schema.optionalKey(Schema.Array(Id).check(Schema.isMinLength(1))),
  note: Schema.optionalKey(Text),
  position: Schema.Int,
  prev: sha256Text,
  recordedAt: Instant,
});

const shapeFaults = faultFinder(CommitRecord as unknown as Schema.Codec<unknown, unknown>);

const dataFaultFinders = new Map<string, ReturnType<typeof faultFinder>>();

export type DecodedCommit =
  | { readonly decoded: "Commit"; readonly stored: StoredCommit }
  | { readonly decoded: "Faulty"; readonly faults: readonly Fault[] };

/**
 * Reads one record of a foreign ledger (the validated way): its hash, its shape, that its text is
 * canonical, and each event by its type, lifted to the current version, with the tags it must have.
 */
export const decodeCommit = (text: string): DecodedCommit => {
  const hash = hashOfText(text);
  if (hash === undefined) return faulty([], "a record whose hash is true of its text", text);
  const parsed = parseRecord(text);
  const misshapen = shapeFaults(parsed);
  if (parsed === undefined || misshapen.length > 0) return { decoded: "Faulty", faults: misshapen };
  if (!isCanonical(bodyOf(text), parsed)) return faulty([], "canonical JSON (RFC 8785)", text);
  const faults: Fault[] = [];
  const events = parsed.events.map((record, index) => {
    const lifted = upcast(record as EventRecord);
    faults.push(...eventFaults(lifted as DomainEvent, ["events", index]));
    return lifted;
  });
  if (faults.length > 0) return { decoded: "Faulty", faults };
  const commit = { ...parsed, events };
  return { decoded: "Commit", stored: { commit, hash, text } };
};

/** What is wrong with an event that has the shape of one, but for its day. */
const eventFaults = (
  { type, version, data, tags }: DomainEvent,
  path: Fault["path"],
): readonly Fault[] => {
  const known = eventCatalogue.get(type);
  if (known === undefined) {
    return [{ path: [...path, "type"], expected: "a known event type", found: type }];
  }
  if (version !== known.version) {
    const expected = `version ${known.version} of ${type} or an older one`;
    return [{ path: [...path, "version"], expected, found: version }];
  }
  const faultsIn = dataFaultFinders.get(type) ?? faultFinder(known.schema);
  dataFaultFinders.set(type, faultsIn);
  const misshapen = faultsIn(data);
  if (misshapen.length > 0) {
    return misshapen.map((fault) => ({ ...fault, path: [...path, "data", ...fault.path] }));
  }
  if (areTags(tags, known.tags(data))) return [];
  const [expected, found] = [tagsOf({ type, data }).join(" "), tags.join(" ")];
  return [{ path: [...path, "tags"], expected, found }];
};

/** Whether these are all the subjects of an event, in their order, each told once. */
const areTags = (tags: readonly string[], subjects: readonly string[]): boolean => {
  let known = 0;
  for (const subject of subjects) {
    const at = tags.indexOf(subject);
    if (at < 0) return false;
    if (at === known) known += 1;
  }
  return known === tags.length;
};

const faulty = (
  path: readonly (string | number)[],
  expected: string,
  found: unknown,
): DecodedCommit => ({ decoded: "Faulty", faults: [{ path, expected, found }] });
