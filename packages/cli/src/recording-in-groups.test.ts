import { decodeCommand, Instant } from "@tongket/core";
import {
  type EventStore,
  inMemoryStorage,
  LedgerFault,
  type LedgerHeader,
} from "@tongket/core/log";
import { beforeEach, expect, test } from "vitest";
import type { GivenCommand } from "./command-file.ts";
import { Recording } from "./recording.ts";
import { RecordingInGroups } from "./recording-in-groups.ts";
import { storeThrough } from "./store-through.ts";

const now = Instant.make("2013-01-01T00:00:00.000Z");
const header: LedgerHeader = { createdAt: now, ledger: "l", regime: "vn-party", tongket: 1 };
const clock = {
  now: () => now,
  today: () => "2013-01-01" as never,
  tell: () => {},
  isSet: () => true,
};

let store: EventStore;
let another: EventStore;
/** How many records each writing of several brought. */
let written: number[];
beforeEach(async () => {
  const storage = inMemoryStorage();
  const made = await storage.create(header);
  another = await storage.open("l");
  written = [];
  store = storeThrough(made, {
    appendVerbatim: (texts, onto) => {
      written.push(texts.length);
      return made.appendVerbatim(texts, onto);
    },
  });
});

const branch = (id: string, parent?: string) => {
  const asked = {
    command: "CarryInBranch",
    actor: "clerk",
    effectiveOn: "2012-01-01",
    data: { branch: id, kind: "upper-committee", name: id, ...(parent && { parent }) },
  };
  const read = decodeCommand(asked, `id-${id}`);
  if (read.decoded === "Faulty") throw new Error(JSON.stringify(read.faults));
  return read.command;
};

/** Opens a recording, and gives what records a branch as the next line. */
const begun = async (endsAtRefusal = true) => {
  const recording = new Recording(9);
  const groups = await RecordingInGroups.open({ store, clock, recording, endsAtRefusal });
  let line = 0;
  const record = (id: string, parent?: string): Promise<void> => {
    line += 1;
    const command = branch(id, parent);
    const given = { command, place: { file: "f", line } } as unknown as GivenCommand;
    return groups.record(given, command);
  };
  return { recording, groups, record };
};

const outcomes = ({ results }: Recording) =>
  results.map(({ line, outcome, position }) => [line, outcome, position]);

test("commits are written together, and told of only then", async () => {
  const { recording, groups, record } = await begun();
  await record("m");
  await record("n", "m");
  expect([outcomes(recording), (await another.head()).position]).toEqual([[], 0]);
  await groups.end();
  expect(outcomes(recording)).toEqual([
    [1, "recorded", 1],
    [2, "recorded", 2],
  ]);
  expect(written).toEqual([2]);
});

test("a group is written when it is long enough", async () => {
  const { recording, record } = await begun();
  for (let at = 0; at < 300; at += 1) await record(`b${at}`);
  expect(written.length).toBeGreaterThan(0);
  expect(recording.recorded).toBe(written.reduce((sum, one) => sum + one));
  expect((await another.head()).position).toBe(recording.recorded);
});

test("a refusal ends the group before it, and is decided on that group", async () => {
  const { recording, record } = await begun();
  await record("m");
  await record("n", "nowhere");
  expect(outcomes(recording)).toEqual([
    [1, "recorded", 1],
    [2, "refused", undefined],
  ]);
  expect((await another.head()).position).toBe(1);
});

test("to keep going, refusals wait for their turn", async () => {
  const { recording, groups, record } = await begun(false);
  await record("m");
  await record("n", "nowhere");
  await record("o", "m");
  await groups.end();
  expect(outcomes(recording).map(([, outcome]) => outcome)).toEqual([
    "recorded",
    "refused",
    "recorded",
  ]);
  expect(written).toEqual([2]);
});

test("where another wrote meanwhile it is decided anew, and one by one from then on", async () => {
  const { recording, groups, record } = await begun();
  const theirs = await begun();
  await theirs.record("m");
  await record("m");
  await record("n", "m");
  await theirs.groups.end();
  await groups.end();
  expect(outcomes(recording)).toEqual([
    [1, "again", 1],
    [2, "recorded", 2],
  ]);
  await record("o", "m");
  expect([recording.recorded, (await another.head()).position]).toEqual([2, 3]);
});

test("what is refused in the light of what another wrote ends the recording", async () => {
  const { recording, groups, record } = await begun();
  await record("m");
  await record("n", "m");
  await record("o", "m");
  const theirs = await begun();
  await theirs.record("n");
  await theirs.groups.end();
  await groups.end();
  expect(outcomes(recording)).toEqual([
    [1, "recorded", 2],
    [2, "refused", undefined],
  ]);
});

test("of a group that could not be written nothing is told", async () => {
  const { recording, groups, record } = await begun();
  await record("m");
  store.appendVerbatim = () => Promise.reject(new LedgerFault("StorageFailed"));
  await expect(groups.end()).rejects.toMatchObject({ fault: "StorageFailed" });
  await groups.end();
  expect([recording.recorded, (await another.head()).position]).toEqual([0, 0]);
});
