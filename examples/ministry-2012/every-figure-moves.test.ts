import { cellOfficers, stockAndFlow, targetProgress } from "@tongket/core/projections";
import { expect, test } from "vitest";
import type { CommandLine } from "./command-line.ts";
import { type Correction, corrections } from "./corrections.ts";
import type { Said } from "./count/told.ts";
import { countStocks, countYear } from "./count.ts";
import { ministryCommands } from "./generate.ts";
import { figureOf, readYears, recordAll } from "./record.ts";
import { top } from "./tree.ts";

/** All that is compared, by a name such as `2012 inspectionsHeld`. */
type Snapshot = Readonly<Record<string, unknown>>;

const years = [2012, 2013] as const;
const lines = [...ministryCommands()];
const desk = await recordAll(lines);

const counted = (told: readonly CommandLine[]): Snapshot => {
  const snapshot: Record<string, unknown> = {};
  for (const year of years) {
    const { figures, targets, vacant } = countYear(told, year);
    for (const [name, value] of Object.entries(figures)) snapshot[`${year} ${name}`] = value;
    for (const { target, verdict } of targets) snapshot[`verdict ${target}`] = verdict;
    snapshot[`${year} vacant`] = vacant;
    snapshot[`${year} stock`] = countStocks(told, year, top).get(top);
  }
  return snapshot;
};

const computed = async (): Promise<Snapshot> => {
  const snapshot: Record<string, unknown> = {};
  const views = await readYears(desk, ...years);
  for (const year of years) {
    const view = views[year];
    for (const name of Object.keys(countYear([], year).figures)) {
      snapshot[`${year} ${name}`] = figureOf(view, name);
    }
    for (const { target, verdict } of targetProgress(view)) {
      snapshot[`verdict ${target}`] = verdict;
    }
    snapshot[`${year} vacant`] = cellOfficers(view, "secretary").vacant;
    snapshot[`${year} stock`] = stockAndFlow(view);
  }
  return snapshot;
};

test("each figure moves with one of its commands, in ledger and count alike", async () => {
  let told: readonly CommandLine[] = lines;
  let before = await computed();
  expect(before).toEqual(counted(told));
  for (const [number, correction] of corrections.entries()) {
    told = await corrected(told, correction, number);
    const after = await computed();
    expect([correction.moves, after]).toEqual([correction.moves, counted(told)]);
    for (const name of correction.moves)
      expect([name, after[name]]).not.toEqual([name, before[name]]);
    before = after;
  }
});

/** Takes commands back in the ledger by reversing their entries, and out of the lines told. */
async function corrected(
  told: readonly CommandLine[],
  { command, which, all, instead }: Correction,
  number: number,
): Promise<readonly CommandLine[]> {
  const found = told.filter(
    (line) => (command ?? line.command) === line.command && which(line.data as Said, line),
  );
  const recordedAt = "2014-02-03T01:00:00.000Z";
  const anew = new Map<CommandLine, CommandLine | undefined>();
  for (const line of all === true ? found : found.slice(0, 1)) {
    const data = instead?.(line.data as Said);
    const id = `${line.id}-anew-${number}`;
    anew.set(line, data === undefined ? undefined : { ...line, id, recordedAt, data });
  }
  const reversals = [...anew.keys()].map((line) => ({
    id: `${line.id}-back-${number}`,
    command: "ReverseEvent",
    effectiveOn: "2014-02-03",
    actor: "clerk",
    recordedAt,
    data: { target: `${Number(line.id.slice("line-".length))}.0`, reason: "Ghi nhầm" },
  }));
  const added = [...anew.values()].filter((line) => line !== undefined);
  expect(await desk.record(...reversals, ...added)).toMatchObject({ outcome: "Recorded" });
  return told.flatMap((line) => (anew.has(line) ? (anew.get(line) ?? []) : [line]));
}
