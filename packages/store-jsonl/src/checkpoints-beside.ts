import { createHash } from "node:crypto";
import { readFile, rename, stat, writeFile } from "node:fs/promises";
import { deserialize, serialize } from "node:v8";
import type { Checkpoints } from "@tongket/core";
import { ShelfUnreadable } from "@tongket/core/log";

const hashBytes = 32;

/**
 * Checkpoints of a ledger beside its file, each in one of its own: `FILE.NAME`, which can be
 * deleted at any time. Whoever may read the ledger may read them, and nobody else. Loading rejects
 * with `ShelfUnreadable` where a file is damaged or was written by another Node, and either call
 * with the system's error.
 */
export const checkpointsBeside = (path: string): Checkpoints => ({
  load: async (name) => {
    const kept = await readFile(`${path}.${name}`).catch(undefinedWhereMissing);
    return kept === undefined ? undefined : readable(kept);
  },
  save: async (name, value) => {
    const body = serialize(value);
    const { mode } = await stat(path);
    // Of two that write it at once one may spoil it: its hash tells.
    const fresh = `${path}.${name}.new`;
    await writeFile(fresh, Buffer.concat([hashOf(body), body]), { mode: mode & 0o666 });
    await rename(fresh, `${path}.${name}`);
  },
});

const undefinedWhereMissing = (error: unknown): undefined => {
  if ((error as { readonly code?: unknown }).code !== "ENOENT") throw error;
};

const readable = (kept: Buffer): unknown => {
  const [hash, body] = [kept.subarray(0, hashBytes), kept.subarray(hashBytes)];
  if (!hash.equals(hashOf(body))) throw new ShelfUnreadable("the checkpoint is damaged");
  try {
    return deserialize(body);
  } catch (cause) {
    throw new ShelfUnreadable("the checkpoint cannot be read", { cause });
  }
};

const hashOf = (body: Buffer): Buffer => createHash("sha256").update(body).digest();
