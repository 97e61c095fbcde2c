import { allEvents, type RecordedEvent } from "@tongket/core";
import { expect, test } from "vitest";
import { emptyStore, rulebookWith } from "../history/history.ts";
import { historyIsLawful } from "../laws/history-is-lawful.ts";
import { flowUnder, stockAndFlowCloses } from "../laws/stock-and-flow-closes.ts";
import { ministry } from "./ministry.ts";
import type { MinistryOptions } from "./options.ts";
import { recordLines } from "./record-lines.ts";

const recorded = async (options: MinistryOptions): Promise<readonly RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  for await (const event of recordLines(emptyStore(), ministry(options))) events.push(event);
  return events;
};

const eventful = { changesPerBranch: 0.8, corrected: 0.05, profiled: 0.2 };

const sizes: readonly MinistryOptions[] = [
  { seed: 1, branches: 5, members: 20, years: 2, firstYear: 2006, density: eventful },
  { seed: 2, branches: 12, members: 80, years: 6, density: eventful },
  { seed: 3, branches: 30, members: 300, years: 3, density: eventful },
  { seed: 4, branches: 40, members: 600, years: 2, firstYear: 2006 },
  { seed: 5, branches: 9, members: 0, years: 2, density: eventful },
  { seed: 6, branches: 12, members: 100, years: 6, firstYear: 2022, density: eventful },
  { seed: 7, branches: 12, members: 100, years: 3, firstYear: 2018 },
];

test.each(sizes)(
  "every line of %j is recorded, and is lawful with all the others",
  async (size) => {
    const events = await recorded(size);
    historyIsLawful(events, { rulebook: rulebookWith(events) });
  },
);

test("a few small ministries meet every event, and all that makes reckoning hard", async () => {
  const each = await Promise.all(sizes.slice(0, 3).map(recorded));
  const all = each.flat();
  const met = new Set(all.map(({ type }) => type));
  expect(allEvents.map(({ type }) => type).filter((type) => !met.has(type))).toEqual([]);
  expect(all.filter(isLate).length).toBeGreaterThan(20);
  expect(each.map(inTransitOverNewYear).some((over) => over > 0)).toBe(true);
  expect(each.map(inspectedMoreThanOnce).every((more) => more > 0)).toBe(true);
});

const isLate = ({ effectiveOn, recordedAt }: RecordedEvent): boolean =>
  effectiveOn < recordedAt.slice(0, 10);

const inTransitOverNewYear = (events: readonly RecordedEvent[]): number => {
  const sent = new Map<string, string>();
  let over = 0;
  for (const { type, data, effectiveOn } of events) {
    const { member } = data as { readonly member: string };
    if (type === "MemberTransferred") sent.set(member, effectiveOn.slice(0, 4));
    if (type === "MemberReceived") {
      if ((sent.get(member) ?? "9999") < effectiveOn.slice(0, 4)) over += 1;
      sent.delete(member);
    }
  }
  return over;
};

const inspectedMoreThanOnce = (events: readonly RecordedEvent[]): number => {
  const turns = new Map<string, number>();
  for (const { type, data } of events) {
    if (type !== "BranchInspected") continue;
    const { branch, year } = data as { readonly branch: string; readonly year: number };
    turns.set(`${branch} ${year}`, (turns.get(`${branch} ${year}`) ?? 0) + 1);
  }
  return [...turns.values()].filter((times) => times > 1).length;
};

test("members of a ministry are the same counted by projection and one by one", async () => {
  const events = await recorded({ seed: 6, branches: 14, members: 120, years: 3 });
  stockAndFlowCloses(events, flowUnder(rulebookWith(events)));
});

test("the same options give the same lines, another seed gives others", () => {
  const lines = (seed: number): string =>
    JSON.stringify([...ministry({ seed, branches: 9, members: 40, years: 1 })]);
  expect(lines(1)).toBe(lines(1));
  expect(lines(1)).not.toBe(lines(2));
});

test("lines come in the order of recording, and tell no future", () => {
  let before = "";
  for (const line of ministry({ seed: 7, branches: 60, members: 500, years: 2 })) {
    expect(line.recordedAt > before && line.effectiveOn <= line.recordedAt.slice(0, 10)).toBe(true);
    before = line.recordedAt;
  }
});

test("memory does not grow with the lines of a large ministry", () => {
  const size = { seed: 8, branches: 51_000, members: 100_000, years: 2 };
  let [lines, most] = [0, 0];
  for (const _ of ministry(size)) {
    lines += 1;
    if (lines % 200_000 !== 0) continue;
    const { heapUsed } = process.memoryUsage();
    most = Math.max(most, heapUsed);
  }
  expect(lines).toBeGreaterThan(1_000_000);
  expect(most).toBeLessThan(400_000_000);
});
