import { fileURLToPath } from "node:url";
import { openJsonlLedger } from "@tongket/store-jsonl";
import { expect, test } from "vitest";
import { presentAtMeetings } from "./read-a-log.ts";

const file = fileURLToPath(new URL("../review-2012/ledger.jsonl", import.meta.url));

/** The same of all commits, one after another. */
const counted = async (): Promise<ReadonlyMap<string, number>> => {
  const found = new Map<string, number>();
  const ledger = await openJsonlLedger(file);
  for await (const batch of ledger.read()) {
    for (const { type, data } of batch.flatMap(({ commit }) => commit.events)) {
      const { branch, present = 0 } = data as { branch: string; present?: number };
      if (type === "MeetingHeld") found.set(branch, (found.get(branch) ?? 0) + present);
      expect(type).not.toBe("EventReversed");
    }
  }
  await ledger.close();
  return found;
};

test.each(["validated", "trusted", "projected"] as const)(
  "meetings are counted: %s",
  async (way) => {
    const expected = await counted();
    expect(expected.size).toBeGreaterThan(0);
    expect(await presentAtMeetings(file, way)).toEqual(expected);
  },
);
