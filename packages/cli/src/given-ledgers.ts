import { readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Call } from "./call.ts";
import { callFailure, fileFault } from "./fault.ts";
import { failureIn } from "./ledger-failure.ts";
import {
  isLedgerFile,
  ledgerIn,
  placeOf,
  type StoragePlace,
  storagePlaceOf,
} from "./ledger-place.ts";
import { withStorage } from "./ledger-store.ts";

/** The call as though it were about one ledger alone. */
export const aboutLedger = (call: Call, shown: string, whole = call.whole(shown)): Call => ({
  ...call,
  arguments: [shown],
  whole: (one) => (one === shown ? whole : call.whole(one)),
});

/**
 * Hands over each ledger that an argument of a call names, one after the other: a ledger, every
 * ledger file right in a folder by its name, or every ledger of a database by its id. The tree
 * ledger of the call is left out where it stands among those.
 */
export const eachGiven = async (
  call: Call,
  given: string,
  use: (one: Call) => Promise<void>,
): Promise<void> => {
  const storage = storagePlaceOf(call, given);
  if (storage !== undefined) return eachInStorage(call, storage, use);
  const folder = call.whole(given);
  if (!(await isFolder(folder))) return use(aboutLedger(call, given));
  const tree = resolve(call.whole(call.arguments[0] ?? ""));
  const files = (await readdir(folder, { withFileTypes: true }))
    .filter((file) => isLedgerFile(file.name) && !file.isDirectory())
    .map((file) => file.name)
    .filter((name) => resolve(folder, name) !== tree)
    .toSorted();
  if (files.length === 0) throw callFailure("NoLedgerThere", { place: given });
  for (const file of files) await use(aboutLedger(call, join(given, file), join(folder, file)));
};

const eachInStorage = (
  call: Call,
  at: StoragePlace,
  use: (one: Call) => Promise<void>,
): Promise<void> =>
  withStorage(at, async (storage) => {
    const tree = placeOf(call);
    const ids = (await storage.list()).filter(
      (id) => !("ledger" in tree) || tree.url !== at.url || tree.ledger !== id,
    );
    if (ids.length === 0) throw callFailure("NoLedgerThere", { place: at.shown });
    for (const id of ids) {
      await use(aboutLedger(call, ledgerIn(at.shown, id), ledgerIn(at.url, id)));
    }
  }).catch((error: unknown) => {
    throw failureIn(error, { ...at, ledger: "" });
  });

/** A file that is not there is for who opens it to tell, where its name is that of a ledger. */
const isFolder = async (path: string): Promise<boolean> => {
  // A URL is no path, and a name with such a character is none either.
  if (path.includes("\0") || /^[a-z][a-z0-9+.-]*:\/\//i.test(path)) return false;
  const found = await stat(path).catch((error: unknown) => {
    if (!isLedgerFile(path)) throw fileFault(path, error);
  });
  return found?.isDirectory() === true;
};
