import type { EventStore, LedgerStorage } from "@tongket/core/log";
import { describe, expect, test } from "vitest";
import { headerOf } from "../src/conformance/bench.ts";
import { storeConformance } from "../src/conformance/conformance.ts";
import { newYear } from "../src/conformance/entries.ts";
import { strangersMutants } from "./mutants/by-a-stranger.ts";
import { faulty } from "./mutants/faulty.ts";
import { mutantsOfAppends } from "./mutants/of-appends.ts";
import { mutantsOfReadings } from "./mutants/of-readings.ts";

describe("the suite tells a true store from one that", () => {
  test.each([...mutantsOfAppends, ...mutantsOfReadings])("%s", async (_, killedBy, fault) => {
    const killer = storeConformance(() => faulty(fault)).find(({ name }) => name === killedBy);
    expect(killer?.name).toBe(killedBy);
    await expect(killer?.prove()).rejects.toThrow();
    const control = storeConformance(() => faulty(() => ({})));
    await control.find(({ name }) => name === killedBy)?.prove();
  });
});

describe("and from one, broken by who had not seen it, that", () => {
  test.each(strangersMutants)("%s", async (_, killedBy, storage) => {
    const killer = storeConformance(storage).find(({ name }) => name === killedBy);
    expect(killer?.name).toBe(killedBy);
    await expect(killer?.prove()).rejects.toThrow();
  });
});

/** Nothing that it is asked for comes true. */
const nothingStands: LedgerStorage = {
  create: async () => emptyHandle,
  open: async () => emptyHandle,
  list: async () => [],
};
const emptyHandle: EventStore = {
  header: headerOf(),
  headerHash: "",
  head: async () => ({ position: 0, hash: "", recordedAt: newYear }),
  append: async () => ({}) as never,
  appendVerbatim: async () => ({ position: 0, hash: "", recordedAt: newYear }),
  async *read() {},
  subscribe: () => ({ close: () => {}, async *[Symbol.asyncIterator]() {} }),
  find: async () => undefined,
  close: async () => {},
};

const refuse = async (): Promise<never> => {
  throw new Error("not here");
};
const nothingIsTaken: LedgerStorage = { create: refuse, open: refuse, list: refuse };

describe.each([
  ["honours nothing", nothingStands],
  ["refuses everything", nothingIsTaken],
])("a storage that %s fails", (_, storage) => {
  for (const { name, prove } of storeConformance(() => storage)) {
    test(name, () => expect(prove()).rejects.toThrow());
  }
});
