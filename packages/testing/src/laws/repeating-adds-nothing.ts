import type { Handler, Outcome } from "@tongket/core";
import type { EventStore } from "@tongket/core/log";
import {
  type Attempt,
  emptyStore,
  type History,
  toldCommands,
  Workbench,
} from "../history/history.ts";
import { demandEqual, LawBroken } from "./law-broken.ts";

/** A place to try a history once more: a new, empty store of any kind. */
export type OpenStore = () => EventStore | Promise<EventStore>;

/**
 * Repeating commands adds nothing: at once under their id, and one alone also under another, from
 * the same handler or from one opened anew. And whichever handler decides, one that stands beside
 * another, or one opened for the occasion, the same commands make the same ledger, byte by byte.
 */
export const repeatingAddsNothing = async (
  history: History,
  openStore: OpenStore = emptyStore,
): Promise<void> => {
  const bench = new Workbench(await openStore());
  const standing = [await bench.open(), await bench.open(1)];
  for (const [index, attempt] of history.attempts.entries()) {
    bench.now = attempt.now;
    const handler = standing[index % 3] ?? (await bench.open());
    const outcome = await handler.handleTogether(attempt.commands);
    demandEqual("every handler decides alike", {
      found: outcome,
      expected: attempt.outcome,
      where: toldCommands(attempt.commands),
    });
    if (outcome.outcome === "Recorded" && !outcome.again) {
      await repeat(bench, handler, attempt, index);
    }
  }
  demandEqual("the same commands make the same ledger", {
    found: await bench.store.head(),
    expected: await history.store.head(),
  });
};

const repeat = async (
  bench: Workbench,
  handler: Handler,
  { commands, outcome }: Attempt,
  index: number,
): Promise<void> => {
  const before = await bench.store.head();
  // Warnings, and what followed from the facts, are told once.
  const { followed: _, ...first } = outcome as Extract<Outcome, { outcome: "Recorded" }>;
  const again = { ...first, again: true, warnings: [] };
  for (const each of [handler, await bench.open()]) {
    demandEqual("the same command gives its first result", {
      found: await each.handleTogether(commands),
      expected: again,
    });
    const [first, ...others] = commands;
    if (first === undefined || others.length > 0) continue;
    const renamed = await each.handle({ ...first, id: `again-${index}` });
    if (renamed.outcome === "Recorded") {
      const facts = { command: toldCommands(commands), recorded: renamed };
      throw new LawBroken("repeating a command adds nothing", facts);
    }
  }
  demandEqual("repeating adds nothing", { found: await bench.store.head(), expected: before });
};
