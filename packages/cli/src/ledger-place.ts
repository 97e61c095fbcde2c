import type { Call } from "./call.ts";
import { argumentIllTyped, callFailure } from "./fault.ts";
import type { Io } from "./io.ts";
import { idExpected, isId } from "./options.ts";

/** Where a ledger is kept: a file, or a database or server and the ledger's id in it. */
export type LedgerPlace = FilePlace | DatabasePlace;

export interface FilePlace {
  readonly kind: "jsonl" | "sqlite";
  readonly path: string;
  /** As messages and results show it: never with a password. */
  readonly shown: string;
}

export interface DatabasePlace {
  readonly kind: "postgres" | "jetstream";
  readonly url: string;
  readonly ledger: string;
  readonly shown: string;
  /** Where to look for who logs in, if the URL names nobody. */
  readonly env: Io["env"];
  /** Ends every wait for an answer. */
  readonly ending: Io["ending"];
}

/** A scheme that names a database or a server comes here, and its driver into `ledger-store.ts`. */
const kindsByScheme: ReadonlyMap<string, DatabasePlace["kind"]> = new Map([
  ["postgres", "postgres"],
  ["postgresql", "postgres"],
  ["nats", "jetstream"],
]);

/** A database or a server with all the ledgers in it. */
export type StoragePlace = Omit<DatabasePlace, "ledger">;

type CallOfPlaces = Pick<Call, "whole" | "arguments"> & { readonly io: Pick<Io, "env" | "ending"> };

/** An ending that names a file comes here, and its driver into `ledger-store.ts`. */
const kindsByEnding: ReadonlyMap<string, FilePlace["kind"]> = new Map([
  ["jsonl", "jsonl"],
  ["db", "sqlite"],
  ["sqlite", "sqlite"],
  ["sqlite3", "sqlite"],
]);

/**
 * The place that an argument of a call names, by default LEDGER. Its name must tell the store: a
 * guess could make a ledger of a typo.
 */
export const placeOf = (
  { io: { env, ending: asked }, whole, arguments: [ledger = ""] }: CallOfPlaces,
  shown = ledger,
): LedgerPlace => {
  const [, scheme] = schemed.exec(shown) ?? [];
  if (scheme !== undefined) {
    const kind = kindsByScheme.get(scheme.toLowerCase());
    if (kind === undefined) throw callFailure("StoreNotShipped", { ledger: shown });
    return { kind, shown, env, ending: asked, ...partsOf(whole(shown), shown) };
  }
  const path = whole(shown);
  const kind = path.includes("\0") ? undefined : kindsByEnding.get(endingOf(path));
  if (kind === undefined) throw callFailure("LedgerNameUnclear", { ledger: shown });
  return { kind, path, shown };
};

/** The database that a URL names without naming a ledger in it; undefined for any other place. */
export const storagePlaceOf = (
  { io: { env, ending }, whole }: CallOfPlaces,
  shown: string,
): StoragePlace | undefined => {
  const [, scheme = ""] = schemed.exec(shown) ?? [];
  const kind = kindsByScheme.get(scheme.toLowerCase());
  if (kind === undefined || !URL.canParse(whole(shown))) return undefined;
  const { href: url, searchParams } = new URL(whole(shown));
  return searchParams.has("ledger") ? undefined : { kind, url, shown, env, ending };
};

/** One ledger of a database, as LEDGER names it. */
export const ledgerIn = (storage: string, ledger: string): string =>
  `${storage}${storage.includes("?") ? "&" : "?"}ledger=${ledger}`;

/** Whether the name of a file is that of a ledger. */
export const isLedgerFile = (name: string): boolean => kindsByEnding.has(endingOf(name));

const endingOf = (path: string): string => /[^/\\]\.([a-z0-9]+)$/.exec(path)?.[1] ?? "";

const schemed = /^([a-z][a-z0-9+.-]*):\/\//i;

/** The URL of the database, and the ledger that `?ledger=ID` names in it. */
const partsOf = (whole: string, shown: string): Pick<DatabasePlace, "url" | "ledger"> => {
  const url = URL.canParse(whole) ? new URL(whole) : undefined;
  if (url === undefined) throw callFailure("LedgerNameUnclear", { ledger: shown });
  const [ledger = "", ...others] = url.searchParams.getAll("ledger");
  if (ledger === "" || others.length > 0) throw callFailure("LedgerIdMissing", { ledger: shown });
  if (!isId(ledger)) throw argumentIllTyped("?ledger=", idExpected, ledger);
  url.searchParams.delete("ledger");
  return { url: url.href, ledger };
};
