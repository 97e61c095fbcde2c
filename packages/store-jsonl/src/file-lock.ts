/**
 * A lock file beside a ledger, one per append. It appears whole, by link(2), and never changes
 * hands but in one way. Whoever finds that its holder is dead must first hold the claim named by
 * the nonce of that lock, then sees that the lock is still the dead one's, and only then renames
 * its own over it. As no nonce returns, a slow taker finds another nonce and goes away empty; so
 * no lock of a living process is ever touched. A claim is a lock, and is itself taken over so.
 */

import { randomBytes } from "node:crypto";
import { linkSync, readdirSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { LedgerFault } from "@tongket/core/log";
import { holderIn, isDead, type LockHolder, thisProcess } from "./lock-holder.ts";
import { storageFault } from "./storage-fault.ts";

export type LockMoment = "judged" | "claimed";

export interface LockOptions {
  readonly waitMs: number;
  /** Tells a test that a dead holder's lock is being taken over. */
  readonly at?: (moment: LockMoment) => void;
}

/** Someone else has it; undefined: its file tells nobody's name. */
type Taken = { readonly by: LockHolder | undefined };

/** Beside the file itself, by whatever symbolic link it was named. */
export const lockOf = (ledger: string): string => {
  try {
    return `${realpathSync.native(ledger)}.lock`;
  } catch {
    // What is wrong with the file is told by its opening.
    return `${ledger}.lock`;
  }
};

/** Whether a process that may be alive is at work on the ledger. */
export const isLocked = (ledger: string): boolean => {
  const holder = holderIn(lockOf(ledger));
  return holder !== null && (holder === undefined || !isDead(holder));
};

/** Waits for the ledger's lock; gives what releases it, or a fault when the time is over. */
export const acquireLock = async (ledger: string, options: LockOptions): Promise<() => void> => {
  const lock = lockOf(ledger);
  const until = performance.now() + options.waitMs;
  try {
    for (let pauseMs = 2; ; pauseMs = Math.min(1.5 * pauseMs, 10)) {
      const nonce = newNonce();
      const taken = take({ base: lock, path: lock, nonce, at: options.at ?? (() => {}) });
      if (taken === undefined) return () => release(lock, nonce);
      if (performance.now() >= until) throw lockedBy(taken, ledger, options);
      await pause(Math.random() * pauseMs);
    }
  } catch (error) {
    throw storageFault(error, lock);
  }
};

const lockedBy = ({ by }: Taken, file: string, { waitMs }: LockOptions): LedgerFault =>
  new LedgerFault("LedgerLocked", {
    file,
    lock: lockOf(file),
    waitedMs: waitMs,
    ...(by === undefined ? {} : { host: by.host, pid: by.pid }),
  });

interface Attempt {
  /** The lock of the ledger, after which all other files are named. */
  readonly base: string;
  /** What is to be held: that lock, or a claim. */
  readonly path: string;
  readonly nonce: string;
  readonly at: (moment: LockMoment) => void;
}

const take = (attempt: Attempt): Taken | undefined => {
  const { base, path, nonce, at } = attempt;
  for (;;) {
    const holder = holderIn(path);
    if (holder === null) {
      if (placed(attempt, linkSync)) return undefined;
      continue;
    }
    if (holder === undefined || !isDead(holder)) return { by: holder };
    at("judged");
    const claim = { ...attempt, path: `${base}.${holder.nonce}`, nonce: newNonce() };
    const claimed = take(claim);
    if (claimed !== undefined) return claimed;
    try {
      at("claimed");
      if (holderIn(path)?.nonce !== holder.nonce) continue;
      if (!placed(attempt, renameSync)) continue;
      if (path === base) sweep(base, nonce);
      return undefined;
    } finally {
      release(claim.path, claim.nonce);
    }
  }
};

/**
 * Writes the new holder to a file of its own, then gives it the name of the lock: whole or not at
 * all. False where the name is taken, or another process has swept our file away half-written.
 */
const placed = (
  { base, path, nonce }: Attempt,
  put: (fresh: string, path: string) => void,
): boolean => {
  const fresh = `${base}.${nonce}.new`;
  try {
    writeFileSync(fresh, JSON.stringify(thisProcess(nonce)), { flag: "wx" });
    return succeeds(() => put(fresh, path));
  } finally {
    rmSync(fresh, { force: true });
  }
};

const succeeds = (put: () => void): boolean => {
  try {
    put();
    return true;
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (["EEXIST", "ENOENT"].includes(code)) return false;
    throw error;
  }
};

const release = (path: string, nonce: string): void => {
  if (holderIn(path)?.nonce === nonce) rmSync(path, { force: true });
};

/**
 * Removes what dead processes left beside the lock, and what is half-written. The holder of the
 * lock may: a claim on a lock that stands no more gives nobody anything.
 */
const sweep = (base: string, nonce: string): void => {
  for (const name of readdirSync(dirname(base))) {
    if (!name.startsWith(`${basename(base)}.`) || name.includes(nonce)) continue;
    const path = join(dirname(base), name);
    const holder = holderIn(path);
    const isLeft = holder === undefined ? name.endsWith(".new") : holder !== null && isDead(holder);
    if (isLeft) rmSync(path, { force: true });
  }
};

const newNonce = (): string => randomBytes(8).toString("hex");
