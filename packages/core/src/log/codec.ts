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

/** The shape of a commit, whatever its events. */
const CommitRecord = Schema.Struct({
  actor: Id,
  commandHash: sha256Text,
  commandId: Id,
  events: Schema.Array(EventRecord).check(Schema.isMinLength(1)),
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
  if (`${canonicalJson(parsed).slice(0, -1)},"hash":"${hash}"}` !== text) {
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
