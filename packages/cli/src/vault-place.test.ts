import { homedir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Io } from "./io.ts";
import { placeOf } from "./ledger-place.ts";
import { vaultOf } from "./vault-place.ts";

const store = {
  header: { ledger: "so/2012" } as never,
  headerHash: "0123456789abcdef",
};
const found = (ledger: string, env: Io["env"] = {}, options: object = {}): string => {
  const io = { env, ending: new AbortController().signal };
  const call = { io, options, whole: (one: string) => one, arguments: [ledger] };
  return vaultOf(call as never, store, placeOf(call));
};
const database = "postgres://h/d?ledger=so/2012";
const name = "so_2012-01234567.vault";

test("the vault of a file lies beside it, whatever else is asked", () => {
  expect(found("a/l.jsonl", { TONGKET_VAULT: "keys" })).toBe("a/l.jsonl.vault");
  expect(found("l.db", {}, { vault: "keys" })).toBe("l.db.vault");
});

test("of a database it lies on this machine, where the call or the user says", () => {
  const env = { TONGKET_VAULT: "keys", XDG_DATA_HOME: "/data", HOME: "/an" };
  expect(found(database, env, { vault: "mine" })).toBe(join("mine", name));
  expect(found(database, env)).toBe(join("keys", name));
  expect(found(database, { ...env, TONGKET_VAULT: "" })).toBe(join("/data/tongket", name));
  const local = join(".local", "share", "tongket", name);
  expect(found(database, { XDG_DATA_HOME: "data", HOME: "/an" })).toBe(join("/an", local));
  expect(found(database)).toBe(join(homedir(), local));
});
