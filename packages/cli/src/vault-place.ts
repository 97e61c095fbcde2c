import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import type { EventStore } from "@tongket/core/log";
import type { Call } from "./call.ts";
import { type LedgerPlace, placeOf } from "./ledger-place.ts";

/**
 * The folder with the keys of a ledger's people: beside its file, else on this machine and never
 * in the database. There it is named by the ledger's id and the beginning of its header's hash,
 * so that copies of a ledger share it, and two ledgers of one id do not.
 */
export const vaultOf = (
  call: Pick<Call, "io" | "options" | "whole" | "arguments">,
  { header, headerHash }: Pick<EventStore, "header" | "headerHash">,
  place: LedgerPlace = placeOf(call),
): string => {
  if ("path" in place) return `${place.path}.vault`;
  const name = header.ledger.replace(/[^A-Za-z0-9_-]/g, "_").slice(0, 64);
  return join(folderOf(call), `${name}-${headerHash.slice(0, 8)}.vault`);
};

/** `--vault`, else TONGKET_VAULT, else where programs keep the data of a user. */
const folderOf = ({
  io: { env },
  options,
  whole,
}: Pick<Call, "io" | "options" | "whole">): string => {
  const { vault = env["TONGKET_VAULT"] } = options;
  if (typeof vault === "string" && vault !== "") return whole(vault);
  const data = env["XDG_DATA_HOME"] ?? "";
  return join(
    isAbsolute(data) ? data : join(env["HOME"] ?? homedir(), ".local", "share"),
    "tongket",
  );
};
