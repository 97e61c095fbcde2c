import { createHash } from "node:crypto";
import { readFile, realpath } from "node:fs/promises";
import { deserialize, serialize } from "node:v8";
import type { Checkpoints } from "@tongket/core";
import { ShelfUnreadable } from "@tongket/core/log";
import { writeBeside } from "./beside-file.ts";

const hashBytes = 32;

/**
 * Checkpoints of a ledger beside its file, each in one of its own: `FILE.NAME`, which can be
 * deleted at any time. Whoever may read the ledger may read them, and nobody else. Loading rejects
 * with `ShelfUnreadable` where a file is damaged or was written by another Node, and either call
 * with the system's error.
 */
export const checkpointsBeside = (path: string): Checkpoints => ({
  load: async (name) => {
    const file = `${await realpath(path)}.${name}`;
    const kept = await readFile(file).catch(undefinedWhereMissing);
    return kept === undefined ? undefined : readable(kept);
  },
  save: async (name, value) => {
    const body = serialize(value);
    // Beside a link to the ledger others may come to it than come to the ledger.
    const file = `${await realpath(path)}.${name}`;
    await writeBeside(path, file, Buffer.concat([hashOf(body), body]));
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
