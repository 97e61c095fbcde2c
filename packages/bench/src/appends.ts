/**
 * `npm run bench:appends [postgres://…]`: appending beside other event stores of TypeScript, in one
 * run. Rounds take turns, each with an empty store; a ratio is the median of those of the rounds,
 * and no time counts unless as many events are read back as were appended.
 */
import type { Tag } from "@tongket/core";
import { aboutAny, type EventStore, inMemoryStore, type Query } from "@tongket/core/log";
import { openPostgresStorage } from "@tongket/store-postgres";
import {
  castoreInMemory,
  emmettInMemory,
  emmettOnPostgres,
  type Plain,
  type Writer,
} from "./append-peers.ts";
import { headerOf } from "./pair.ts";

type Writers = { readonly [name: string]: () => Promise<Writer> };

/** One way to append: how often, how many events at a time, and of how many branches. */
interface Way {
  readonly what: string;
  readonly rounds: number;
  readonly appends: number;
  readonly events: number;
  readonly branches: number;
  readonly ofMany?: true;
}

const single = { what: "single events of 200 branches", branches: 200, events: 1 };
const batch = { what: "1,000 events at once", branches: 200, events: 1000, ofMany: true } as const;
const inMemoryWays: readonly Way[] = [
  { ...single, rounds: 15, appends: 4000 },
  { ...single, what: "single events of 5,000 branches", branches: 5000, rounds: 5, appends: 20000 },
  { ...batch, rounds: 15, appends: 10 },
];
const postgresWays: readonly Way[] = [
  { ...single, rounds: 15, appends: 200 },
  { ...batch, rounds: 15, appends: 5 },
];

/** Events as clerks make them, the branches taking turns. */
const eventsFor = ({ appends, events, branches }: Way): readonly (readonly Plain[])[] =>
  Array.from({ length: appends }, (_, append) =>
    Array.from({ length: events }, (_, at) => {
      const branch = `c${(append + at) % branches}`;
      const member = `m${append}-${at}`;
      const data = { ageMonths: 300, branch, decidedOn: "2012-02-20", member };
      return { type: "MemberAdmitted", effectiveOn: "2012-03-01", branch, data };
    }),
  );

/** Ours: a command id that is new to the ledger, and nothing of the branch since the last look. */
const ownWriter = (store: EventStore): Writer => {
  let after = 0;
  const write = async (events: readonly Plain[], failIfMatch: Query): Promise<void> => {
    const draft = {
      actor: "clerk",
      commandHash: "0".repeat(64),
      commandId: `command-${after}`,
      events: events.map(({ branch, data, ...event }) => ({
        ...event,
        data,
        version: 1,
        tags: [`branch:${branch}`, `person:${data["member"]}`, "tree:all"],
      })),
    };
    const condition = { failIfMatch, after };
    const result = await store.append(draft as never, condition, store.header.createdAt);
    if (result.append !== "Appended") throw new Error(result.append);
    after = result.stored.commit.position;
  };
  return {
    append: (events) => write(events, aboutAny([`branch:${events[0]?.branch}` as Tag])),
    appendMany: (events) => write(events, "all"),
    eventsRead: async () => {
      let read = 0;
      for await (const batch of store.read()) {
        for (const { commit } of batch) read += commit.events.length;
      }
      return read;
    },
    close: () => store.close(),
  };
};

/** Milliseconds of a round. */
const round = async (open: () => Promise<Writer>, way: Way): Promise<number> => {
  const writer = await open();
  const all = eventsFor(way);
  const append = way.ofMany ? writer.appendMany : writer.append;
  const began = performance.now();
  for (const events of all) await append(events);
  const took = performance.now() - began;
  const [read, wanted] = [await writer.eventsRead(), way.appends * way.events];
  if (read !== wanted) throw new Error(`${read} events read back, not ${wanted}`);
  await writer.close();
  return took;
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const measure = async (place: string, writers: Writers, ways: readonly Way[]): Promise<void> => {
  for (const way of ways) {
    const names = Object.keys(writers);
    const times = new Map<string, number[]>(names.map((name) => [name, []]));
    // The first turns warm up.
    for (let at = -3; at < way.rounds; at += 1) {
      for (const [name, open] of Object.entries(writers)) {
        const took = await round(open, way);
        if (at >= 0) times.get(name)?.push(took);
      }
    }
    const [own = []] = times.values();
    for (const [name, taken] of times) {
      const perSecond = Math.round((way.appends * way.events * 1000) / median(taken));
      const ratio = median(own.map((took, at) => (taken[at] ?? Number.NaN) / took));
      const told = [place, way.what, name, perSecond.toLocaleString("en"), ratio.toFixed(2)];
      console.log(`| ${told.join(" | ")} |`);
    }
  }
};

console.log("| where | appended | by | events/s | time beside ours |\n|---|---|---|---|---|");
await measure(
  "memory",
  {
    tongket: async () => ownWriter(inMemoryStore(headerOf("bench"))),
    Emmett: emmettInMemory,
    castore: castoreInMemory,
  },
  inMemoryWays,
);

const [url] = process.argv.slice(2);
if (url !== undefined) {
  const storage = await openPostgresStorage({ url });
  const emmett = await emmettOnPostgres(url);
  let made = 0;
  const ours = async (): Promise<Writer> => {
    made += 1;
    return ownWriter(await storage.create(headerOf(`bench-${Date.now()}-${made}`)));
  };
  await measure("PostgreSQL", { tongket: ours, Emmett: emmett.writer }, postgresWays);
  await storage.close();
  await emmett.close();
}
