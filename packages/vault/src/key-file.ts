/**
 * The keys of persons on disk: `<person>.key` holds 32 random bytes, an empty `<person>.erased`
 * is the tombstone. Any number of processes may work in one directory without a lock:
 * - a key appears whole by link(2), which never overwrites, so all makers end with one key;
 * - a tombstone is written before its key is touched and looked for after a key was read, so a
 *   key half overwritten, or linked while another process erased, is never used.
 */
import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  exists,
  makeDirectory,
  makeFileOnce,
  overwriteAndUnlink,
  syncDirectory,
  unlessFault,
} from "./durable-file.ts";
import { personFile, personOfFile } from "./person-file.ts";
import {
  type Damaged,
  damagedKey,
  type KeyCopied,
  type KeyGone,
  keyGone,
  personErased,
} from "./results.ts";

export interface KeyPlace {
  readonly directory: string;
  readonly person: string;
}

interface KeyFound {
  readonly outcome: "KeyFound";
  readonly key: Buffer;
}

const KEY_BYTES = 32;
const KEY_ENDING = ".key";

/** Reads a key anew each time, so that a key destroyed by another process is not used again. */
export const readKey = (place: KeyPlace): KeyFound | KeyGone | Damaged => {
  const path = keyPath(place);
  const key = unlessFault("ENOENT", () => readFileSync(path));
  const erased = exists(tombstonePath(place));
  if (erased || !key) return keyGone(place.person, erased);
  if (key.length === KEY_BYTES) return { outcome: "KeyFound", key };
  const fault = `has ${key.length} bytes instead of ${KEY_BYTES}`;
  return damagedKey(place.person, path, fault);
};

/** The person's key, made and on disk for good before it is returned. */
export const readOrMakeKey = (place: KeyPlace) => {
  let found = readKey(place);
  if (found.outcome === "KeyGone" && !found.erased) {
    makeDirectory(place.directory);
    makeFileOnce(keyPath(place), randomBytes(KEY_BYTES));
    found = readKey(place);
  }
  if (found.outcome === "KeyGone") {
    if (!found.erased) throw new Error(`${keyPath(place)} was removed while it was being made`);
    // An erasure that was cut short, or ran while the key was linked, is finished here.
    eraseKey(place);
    return personErased(place.person);
  }
  // Another process may have linked the key a moment ago and not have synced it yet.
  if (found.outcome === "KeyFound") syncDirectory(place.directory);
  return found;
};

/**
 * Gives a person's key to another vault, on disk for good, unless that has one, or has erased the
 * person: then it stays so.
 */
export const copyKey = (from: KeyPlace, directory: string): KeyCopied | KeyGone | Damaged => {
  const { person } = from;
  const source = readKey(from);
  if (source.outcome !== "KeyFound") return source;
  const place = { directory, person };
  const isMade = !hasKey(place) && !exists(tombstonePath(place));
  if (isMade) {
    makeDirectory(directory);
    makeFileOnce(keyPath(place), source.key);
  }
  const found = readKey(place);
  if (found.outcome === "KeyGone") {
    eraseKey(place);
    return keyGone(person, true);
  }
  if (found.outcome === "Damaged") return found;
  syncDirectory(directory);
  if (!found.key.equals(source.key)) return { outcome: "OtherKey", person };
  return { outcome: isMade ? "KeyCopied" : "KeyHeld", person };
};

/**
 * Tombstone, overwrite, unlink, in this order; safe to repeat. Noise and not zeros, so that a
 * reader who came at the wrong moment holds no key that anyone could guess.
 */
export const eraseKey = (place: KeyPlace): boolean => {
  makeDirectory(place.directory);
  makeFileOnce(tombstonePath(place), Buffer.alloc(0));
  syncDirectory(place.directory);
  const hadKey = hasKey(place);
  if (hadKey) {
    overwriteAndUnlink(keyPath(place));
    syncDirectory(place.directory);
  }
  return hadKey;
};

/** Whether a key file lies here, sound or not, or with its erasure cut short. */
export const hasKey = (place: KeyPlace): boolean => exists(keyPath(place));

/** Everybody whose key file lies here, sorted by UTF-16 units. */
export const peopleWithKeys = (directory: string): string[] =>
  (unlessFault("ENOENT", () => readdirSync(directory)) ?? [])
    .filter((name) => name.endsWith(KEY_ENDING))
    .map((name) => personOfFile(name.slice(0, -KEY_ENDING.length)))
    .filter((person) => person !== undefined)
    .sort();

const keyPath = ({ directory, person }: KeyPlace): string =>
  join(directory, personFile(person) + KEY_ENDING);

const tombstonePath = ({ directory, person }: KeyPlace): string =>
  join(directory, `${personFile(person)}.erased`);
