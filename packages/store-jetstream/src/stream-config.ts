import type { StreamConfig, StreamInfo } from "@nats-io/jetstream";
import { LedgerFault } from "@tongket/core/log";
import { unfit } from "./jetstream-fault.ts";

/**
 * The name of a ledger's stream. Servers keep a stream in a folder of its name, so two ids differ
 * also where case does not count: `_` stands before a letter that was a capital, and before a digit
 * for a sign.
 */
export const streamOf = (ledger: string): string => {
  if (!idPattern.test(ledger)) {
    throw new RangeError(`a ledger's id has 1 to 96 of A-Z a-z 0-9 . _ : / -, and not ${ledger}`);
  }
  return `${prefix}${ledger.replace(/[A-Z._:/]/g, (one) => `_${signs[one] ?? one.toLowerCase()}`)}`;
};

const prefix = "tongket-";
const signs: Readonly<Record<string, string>> = { ".": "0", _: "1", ":": "2", "/": "3" };
const signOf = new Map(Object.entries(signs).map(([sign, digit]) => [digit, sign]));
const idPattern = /^[A-Za-z0-9._:/-]{1,96}$/;

/** The ledger whose stream has the name; undefined for a name that no ledger gives. */
export const ledgerOf = (stream: string): string | undefined => {
  if (!stream.startsWith(prefix)) return undefined;
  const ledger = stream
    .slice(prefix.length)
    .replace(/_(.)/g, (_, one: string) => signOf.get(one) ?? one.toUpperCase());
  return idPattern.test(ledger) && streamOf(ledger) === stream ? ledger : undefined;
};

export const subjectOf = (stream: string): string => `tongket.ledger.${stream}`;

/** What keeps every record: nothing is ever too much, too old or too many, or deleted. */
const keeping = {
  storage: "file",
  retention: "limits",
  discard: "new",
  deny_delete: true,
  deny_purge: true,
  max_age: 0,
  max_bytes: -1,
  max_msgs: -1,
  max_msgs_per_subject: -1,
  max_msg_size: -1,
} as const satisfies Partial<StreamConfig>;

/** What would drop or change records, or hold them back from the disk; servers leave out a no. */
const forbidden = [
  "mirror",
  "sources",
  "subject_transform",
  "allow_rollup_hdrs",
  "allow_msg_ttl",
  "allow_msg_counter",
  "allow_msg_schedules",
  "no_ack",
] as const;

export const configOf = (stream: string, replicas: number) => ({
  ...keeping,
  name: stream,
  subjects: [subjectOf(stream)],
  num_replicas: replicas,
});

/** Throws where a stream could lose or drop records, or has lost some. */
export const demandKeeping = ({ config, state }: StreamInfo, replicas: number): void => {
  const found: Readonly<Record<string, unknown>> = { ...config };
  const { name: stream } = config;
  const demand = (setting: string, isRight: boolean, needed: string): void => {
    if (isRight) return;
    const is = JSON.stringify(found[setting]) ?? "none";
    throw unfit(stream, { setting, found: is, needed });
  };
  for (const [setting, value] of Object.entries(keeping)) {
    demand(setting, found[setting] === value, String(value));
  }
  for (const setting of forbidden) demand(setting, !found[setting], "none");
  demand("persist_mode", config.persist_mode !== "async", "sync");
  const subjects = JSON.stringify([subjectOf(stream)]);
  demand("subjects", JSON.stringify(config.subjects) === subjects, subjects);
  demand("num_replicas", config.num_replicas >= replicas, String(replicas));
  const { first_seq: first, last_seq: last, messages } = state;
  if (messages !== last || (messages > 0 && first !== 1)) {
    const facts = { position: messages, expected: messages, found: last, stream, first };
    throw new LedgerFault("PositionGap", facts);
  }
};
