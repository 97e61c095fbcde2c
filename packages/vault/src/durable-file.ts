/** Files that are on disk for good when a call returns, or not there at all. */

import { randomBytes } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, resolve } from "node:path";

export const exists = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false }) !== undefined;

/** Made for its owner only; one that stands already keeps its mode. */
export const makeDirectory = (directory: string): void => {
  const made = mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (made !== undefined) syncDirectory(dirname(resolve(directory)));
};

/**
 * Makes a file that appears whole or not at all: written beside, then given its name by link(2),
 * which never overwrites. Whoever comes second leaves the file of the first as it is. A crash
 * may leave the `.new` name behind: of a file never used, or of the same file as `path`.
 */
export const makeFileOnce = (path: string, bytes: Buffer): void => {
  const fresh = `${path}.${randomBytes(8).toString("hex")}.new`;
  try {
    writeFileSync(fresh, bytes, { flag: "wx", mode: 0o600, flush: true });
    unlessFault("EEXIST", () => linkSync(fresh, path));
  } finally {
    rmSync(fresh, { force: true });
  }
};

/** Writes noise over a file, then unlinks it; another process may be doing the same. */
export const overwriteAndUnlink = (path: string): void => {
  unlessFault("ENOENT", () => {
    const noise = randomBytes(statSync(path).size);
    writeFileSync(path, noise, { flag: "r+", flush: true });
  });
  rmSync(path, { force: true });
};

export const syncDirectory = (directory: string): void => {
  // Windows opens no directory as a file; NTFS keeps a journal of its names.
  if (process.platform === "win32") return;
  const descriptor = openSync(directory, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

/** What the call returns, or undefined when it failed in the one way that is expected. */
export const unlessFault = <T>(expected: "ENOENT" | "EEXIST", call: () => T): T | undefined => {
  try {
    return call();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === expected) return undefined;
    throw error;
  }
};
