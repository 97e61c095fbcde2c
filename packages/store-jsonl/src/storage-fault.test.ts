import { LedgerFault } from "@tongket/core/log";
import { expect, test } from "vitest";
import { creationFault, faultsOfStorage, storageFault } from "./storage-fault.ts";

const failed = (code: string) =>
  Object.assign(new Error(`${code}: it failed, open`), { errno: -1, code, syscall: "open" });

test.each([
  ["ENOENT", "LedgerMissing", "StorageFailed"],
  ["ENOTDIR", "LedgerMissing", "StorageFailed"],
  ["EISDIR", "NotALedger", "StorageFailed"],
  ["EEXIST", "StorageFailed", "LedgerExists"],
  ["EACCES", "StorageDenied", "StorageDenied"],
  ["EPERM", "StorageDenied", "StorageDenied"],
  ["EROFS", "StorageDenied", "StorageDenied"],
  ["ENOSPC", "StorageFailed", "StorageFailed"],
  ["EIO", "StorageFailed", "StorageFailed"],
])("%s is %s of a ledger in use, and %s of one to be made", async (code, inUse, made) => {
  const cause = failed(code);
  const facts = { file: "x.jsonl" };
  expect(storageFault(cause, "x.jsonl")).toMatchObject({ fault: inUse, facts, cause });
  expect(creationFault(cause, "x.jsonl")).toMatchObject({ fault: made, facts, cause });
  await expect(faultsOfStorage("x.jsonl", () => Promise.reject(cause))).rejects.toMatchObject({
    fault: inUse,
  });
});

test("other errors stay as they are", () => {
  const fault = new LedgerFault("BrokenRecord", { line: 2 });
  expect(storageFault(fault, "x.jsonl")).toBe(fault);
  const mistake = new TypeError("not a function");
  expect(storageFault(mistake, "x.jsonl")).toBe(mistake);
  expect(creationFault(mistake, "x.jsonl")).toBe(mistake);
});
