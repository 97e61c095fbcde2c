import { readFileSync } from "node:fs";
import { type Audit, Auditor } from "./audit.ts";
import type { Orders } from "./race-writer.ts";
import { type End, Writer } from "./writer.ts";

export interface Race {
  readonly path: string;
  readonly rounds: number;
  readonly seed: number;
  readonly lock: "lock" | "no-lock";
  /** Whether some are killed in each round. */
  readonly deadly: boolean;
  /** After each round; true ends the race. */
  readonly judge: (audit: Audit, round: number) => boolean | Promise<boolean>;
}

export interface Figures {
  readonly rounds: number;
  readonly acknowledged: number;
  readonly kills: { readonly [at: string]: number };
  readonly failures: readonly string[];
  readonly slowestRoundMs: number;
}

const writersCount = 8;
const sparesCount = 3;
const commitsPerRound = 3;

type Fate = Orders["fate"] | { readonly afterMs: number };

/**
 * Eight processes append to one ledger, round by round. Some are killed; in the next round another
 * takes the seat and records anew, under the same ids, what was not acknowledged.
 */
export const race = async (options: Race): Promise<Figures> => {
  const chance = chances(options.seed);
  const acknowledged = new Map<string, number>();
  const auditor = new Auditor();
  const kills: { [at: string]: number } = {};
  const failures: string[] = [];
  const fork = () => new Writer(options.path, options.lock);
  const spares = Array.from({ length: sparesCount }, fork);
  const seats = Array.from({ length: writersCount }, () => ({
    writer: fork(),
    unanswered: [] as string[],
  }));
  let [round, slowestRoundMs] = [0, 0];
  try {
    for (let isOver = false; !isOver && round < options.rounds; ) {
      round += 1;
      const fates = options.deadly ? fatesOf(round, chance) : [];
      await Promise.all(seats.map(({ writer }) => writer.ready));
      const began = performance.now();
      const ends = seats.map(async (seat, number): Promise<End> => {
        const news = Array.from({ length: commitsPerRound }, (_, at) => `${round}-${number}-${at}`);
        const ids = [...seat.unanswered, ...news];
        const end = await seat.writer.work(ids, fates[number], (id, position) => {
          acknowledged.set(id, position);
        });
        seat.unanswered = ids.filter((id) => !acknowledged.has(id));
        return end;
      });
      for (const [number, end] of (await Promise.all(ends)).entries()) {
        if (end.end === "Failed") failures.push(end.why);
        if (end.end !== "Killed") continue;
        kills[end.at] = (kills[end.at] ?? 0) + 1;
        spares.push(fork());
        (seats[number] as { writer: Writer }).writer = spares.shift() as Writer;
      }
      slowestRoundMs = Math.max(slowestRoundMs, performance.now() - began);
      const audit = auditor.look(readFileSync(options.path), acknowledged);
      isOver = await options.judge(audit, round);
    }
  } finally {
    for (const { kill } of [...spares, ...seats.map(({ writer }) => writer)]) kill();
  }
  return { rounds: round, acknowledged: acknowledged.size, kills, failures, slowestRoundMs };
};

const moments = ["locked", "half-written", "half-written", "written", "synced"] as const;

/** Who dies where: one by a moment or from outside; every tenth round also who takes its lock. */
const fatesOf = (round: number, chance: () => number): readonly Fate[] => {
  const fates: Fate[] = Array.from({ length: writersCount });
  const first = Math.floor(chance() * writersCount);
  const at = moments[Math.floor(chance() * moments.length)] ?? "locked";
  const shares = [0, 1, chance(), chance()];
  const share = shares[Math.floor(chance() * shares.length)] ?? 0;
  const append = 1 + Math.floor(chance() * commitsPerRound);
  fates[first] = chance() < 0.25 ? { afterMs: 30 * chance() } : { at, append, share };
  if (round % 10 === 0) {
    fates[first] = { at, append: 1, share };
    for (let other = 1; other <= 4; other += 1) {
      const takeover = chance() < 0.6 ? "claimed" : "judged";
      fates[(first + other) % writersCount] = { at: takeover, append: 0, share: 0 };
    }
  } else if (chance() < 0.15) {
    fates[(first + 1) % writersCount] = { at, append, share };
  }
  return fates;
};

/** Numbers from 0 to 1 from a seed (mulberry32): the same fates again, if not the same race. */
const chances = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};
