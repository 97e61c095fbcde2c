import * as Schema from "effect/Schema";
import { canonicalJson } from "../kernel/canonical-json.ts";
import { Instant } from "../kernel/date.ts";
import { type Fault, faultsOf } from "../kernel/fault.ts";
import { Id } from "../kernel/ids.ts";
import { Text } from "../kernel/text.ts";
import type { Commit, StoredCommit } from "./commit.ts";
import { hashOfText } from "./commit.ts";
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

const strict = { onExcessProperty: "error", errors: "all" } as const;
const decodeShape = Schema.decodeUnknownResult(CommitRecord, strict);

const dataDecoders = new Map<string, ReturnType<typeof dataDecoder>>();
const dataDecoder = (schema: Schema.Codec<unknown, unknown>) =>
  Schema.decodeUnknownResult(schema, strict);

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
  const shape = decodeShape(parsed);
  if (shape._tag === "Failure") {
    return { decoded: "Faulty", faults: faultsOf(shape.failure.issue, parsed) };
  }
  if (!isCanonical(text, parsed, hash)) {
    return faulty([], "canonical JSON (RFC 8785)", text);
  }
  const faults: Fault[] = [];
  const events = shape.success.events.map((record, index) => {
    const lifted = upcast(record);
    faults.push(...eventFaults(lifted, ["events", index]));
    return lifted;
  });
  if (faults.length > 0) return { decoded: "Faulty", faults };
  const commit = { ...shape.success, events } as Commit;
  return { decoded: "Commit", stored: { commit, hash, text } };
};

const isCanonical = (text: string, parsed: unknown, hash: string): boolean => {
  try {
    // What JSON writes alike, with keys in order and no escape, is its own canonical text.
    return (
      (!text.includes("\\") && areSorted(parsed) && isSealed(text, JSON.stringify(parsed), hash)) ||
      isSealed(text, canonicalJson(parsed), hash)
    );
  } catch (error) {
    // What has no canonical text: a lone surrogate, a number too large, lists in too many lists.
    if (error instanceof RangeError) return false;
    throw error;
  }
};

const isSealed = (text: string, body: string, hash: string): boolean =>
  text === `${body.slice(0, -1)},"hash":"${hash}"}`;

const areSorted = (value: unknown): boolean => {
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value)) return value.every(areSorted);
  const members = value as Readonly<Record<string, unknown>>;
  let last: string | undefined;
  for (const key of Object.keys(members)) {
    if ((last !== undefined && key <= last) || !areSorted(members[key])) return false;
    last = key;
  }
  return true;
};

const eventFaults = (event: EventRecord, path: readonly (string | number)[]): readonly Fault[] => {
  const { type, version, data, tags } = event;
  const known = eventCatalogue.get(type);
  if (known === undefined) {
    return [{ path: [...path, "type"], expected: "a known event type", found: type }];
  }
  if (version !== known.version) {
    const expected = `version ${known.version} of ${type} or an older one`;
    return [{ path: [...path, "version"], expected, found: version }];
  }
  const decode = dataDecoders.get(type) ?? dataDecoder(known.schema);
  dataDecoders.set(type, decode);
  const decoded = decode(data);
  if (decoded._tag === "Failure") {
    return faultsOf(decoded.failure.issue, data, [...path, "data"]);
  }
  const expected = tagsOf({ type, data });
  return expected.length === tags.length && expected.every((one, at) => one === tags[at])
    ? []
    : [{ path: [...path, "tags"], expected: expected.join(" "), found: tags.join(" ") }];
};

const faulty = (
  path: readonly (string | number)[],
  expected: string,
  found: unknown,
): DecodedCommit => ({ decoded: "Faulty", faults: [{ path, expected, found }] });
