/**
 * `npm run bench:stores [URL…]`: SQLite, and the stores of the URLs (`postgres:`, `nats:`), each
 * against its raw driver, in one run. Raw is the same driver, tables, indexes, durability and lock,
 * writing rows that were made before, plainly or by statements like the store's: nothing is
 * parsed, hashed or judged. Rounds of both take turns, so that other work disturbs both; the ratio
 * is the median of theirs.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type CommitDraft,
  commitAfter,
  type EventStore,
  headOf,
  type StoredCommit,
  storedOf,
} from "@tongket/core/log";
import { jetstreamPair } from "./jetstream-pair.ts";
import { type Pair, rawWays, rowsOf } from "./pair.ts";
import { postgresPair } from "./postgres-pair.ts";
import { sqlitePair } from "./sqlite-pair.ts";

/** One way to write: how often both take turns, and what one round writes. */
interface Way {
  readonly what: string;
  readonly rounds: number;
  readonly commits: number;
  readonly events: number;
  /** All records of a round in one transaction, as a copy writes them. */
  readonly isCopy?: true;
}
const ways: readonly Way[] = [
  { what: "single commits, durable", rounds: 30, commits: 20, events: 1 },
  { what: "one commit of 500 events", rounds: 30, commits: 1, events: 500 },
  { what: "a copy of 1,000 commits", rounds: 15, commits: 1000, events: 1, isCopy: true },
];

let made = 0;
/** A commit as clerks make them: some 350 bytes and three tags an event. */
const draftOf = ({ events }: Way): CommitDraft => {
  made += 1;
  const id = `c${made}`;
  return {
    actor: "clerk",
    commandHash: "0".repeat(64),
    commandId: id,
    events: Array.from({ length: events }, (_, at) => {
      const [branch, member] = [`c${(made + at) % 40}`, `${id}-${at}`];
      const data = { ageMonths: 300, branch, decidedOn: "2012-02-20", member };
      const tags = [`branch:${branch}`, `person:${member}`, "tree:all"];
      const type = "MemberAdmitted";
      return { type, version: 1, effectiveOn: "2012-03-01", tags, data } as never;
    }),
  };
};

const append = async (
  store: EventStore,
  draft: CommitDraft,
  after: number,
): Promise<StoredCommit> => {
  const failIfMatch = { items: [{ tags: ["branch:c1"], types: ["BranchDissolved"] }] } as never;
  const result = await store.append(draft, { failIfMatch, after }, store.header.createdAt);
  if (result.append !== "Appended") throw new Error(result.append);
  return result.stored;
};

const timed = async (work: () => Promise<void>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

/** One round of the store, and of its driver with the very same records: milliseconds each. */
const round = async ({ store, raw }: Pair, way: Way): Promise<readonly [number, number]> => {
  const drafts = Array.from({ length: way.commits }, () => draftOf(way));
  if (way.isCopy) {
    const { position: after, hash: prev } = await store.head();
    const texts = await textsBehind(store, drafts);
    const own = await timed(async () => void (await store.appendVerbatim(texts, { after, prev })));
    const rows = texts.map((text) => rowsOf(storedOf(text)));
    return [own, await timed(() => raw(rows))];
  }
  const stored: StoredCommit[] = [];
  const { position: head } = await store.head();
  const own = await timed(async () => {
    for (const [at, draft] of drafts.entries()) stored.push(await append(store, draft, head + at));
  });
  const all = stored.map(rowsOf);
  const driven = await timed(async () => {
    for (const rows of all) await raw([rows]);
  });
  return [own, driven];
};

/** What the drafts would be as records of the ledger. */
const textsBehind = async (
  store: EventStore,
  drafts: readonly CommitDraft[],
): Promise<readonly string[]> => {
  let head = await store.head();
  return drafts.map((draft) => {
    const stored = commitAfter(head, draft, store.header.createdAt);
    head = headOf(stored);
    return stored.text;
  });
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const measure = async (pair: Pair): Promise<void> => {
  for (const way of ways) {
    await round(pair, way);
    const rounds: (readonly [number, number])[] = [];
    for (let at = 0; at < way.rounds; at += 1) rounds.push(await round(pair, way));
    const perSecond = (index: 0 | 1): string => {
      const ms = median(rounds.map((one) => one[index]));
      return Math.round((way.commits * 1000) / ms).toLocaleString("en");
    };
    const ratio = median(rounds.map(([own, raw]) => raw / own));
    const line = [pair.name, way.what, perSecond(0), perSecond(1), ratio.toFixed(2)];
    console.log(`| ${line.join(" | ")} |`);
  }
  await pair.close();
};

const folder = mkdtempSync(join(tmpdir(), "tongket-bench-"));
console.log("| store | written | commits/s | raw commits/s | ratio |\n|---|---|---|---|---|");
try {
  for (const way of rawWays) await measure(await sqlitePair(folder, way));
  for (const url of process.argv.slice(2)) {
    if (url.startsWith("nats:")) await measure(await jetstreamPair(url));
    else for (const way of rawWays) await measure(await postgresPair(url, way));
  }
} finally {
  rmSync(folder, { recursive: true });
}
