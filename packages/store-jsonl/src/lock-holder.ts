import { existsSync, readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

/** Who holds a lock: the content of its file. */
export interface LockHolder {
  readonly host: string;
  /** The kernel's space of process ids, which two containers of one name do not share. */
  readonly space?: string;
  readonly pid: number;
  /** Boot and clock tick at which the process started: a recycled pid has another. */
  readonly started?: string;
  /** Of this one lock: no other ever has it. */
  readonly nonce: string;
}

/** This process as the holder of a lock. */
export const thisProcess = (nonce: string): LockHolder => {
  self ??= { host: hostname(), ...spaceOfPids(), pid: process.pid, ...startOf(process.pid) };
  return { ...self, nonce };
};
let self: Omit<LockHolder, "nonce"> | undefined;

/**
 * Whether the holder is dead for certain. Of another host, or of another space of process ids,
 * nothing can be known, so its lock is never stale.
 */
export const isDead = ({ host, space, pid, started }: LockHolder): boolean => {
  const here = thisProcess("");
  if (host !== here.host || space !== here.space) return false;
  if (!isRunning(pid)) return true;
  const { started: startedNow, gone } = startOf(pid);
  if (gone === true) return true;
  return startedNow !== undefined && started !== undefined && startedNow !== started;
};

/** The holder in a lock file; null where there is no file, undefined where it names nobody. */
export const holderIn = (path: string): LockHolder | undefined | null => {
  // Most often there is none, and a failed read would cost ten times this question.
  if (!existsSync(path)) return null;
  try {
    const holder = JSON.parse(readFileSync(path, "utf8"));
    const isShaped =
      typeof holder?.host === "string" &&
      /^[0-9a-f]{16}$/.test(holder.nonce) &&
      Number.isSafeInteger(holder.pid) &&
      holder.pid > 0;
    return isShaped ? holder : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
};

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
};

/**
 * What Linux tells of a process. A zombie is gone only with its last thread: one that was killed
 * may still be writing.
 */
const startOf = (pid: number): { readonly started?: string; readonly gone?: true } => {
  const stat = systemText(`/proc/${pid}/stat`);
  boot ??= systemText("/proc/sys/kernel/random/boot_id")?.trim();
  if (stat === undefined || boot === undefined) return {};
  // The name of a process stands in brackets and may hold anything; the fields follow it.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [state = "", threads, ticks] = [fields[0], fields[17], fields[19]];
  if (["Z", "X"].includes(state) && Number(threads) <= 1) return { gone: true };
  return { started: `${boot}:${ticks}` };
};

let boot: string | undefined;

const spaceOfPids = (): { readonly space?: string } => {
  try {
    return { space: readlinkSync("/proc/self/ns/pid") };
  } catch {
    return {};
  }
};

const systemText = (path: string): string | undefined => {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return undefined;
  }
};
