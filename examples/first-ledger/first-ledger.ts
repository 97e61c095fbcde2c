// #region example
import {
  BranchId,
  decodeCommand,
  Instant,
  openLedger,
  readBooks,
  rulebookFor,
} from "@tongket/core";
import { inMemoryStore } from "@tongket/core/log";
import { measured, viewYear } from "@tongket/core/projections";
import { shippedPacks } from "@tongket/core/rulebook";

const commands = [
  ["CarryInBranch", "2012-01-01", { branch: "m", kind: "upper-committee", name: "Đảng bộ mẫu" }],
  ["CarryInBranch", "2012-01-01", { branch: "c", kind: "cell", name: "Chi bộ 1", parent: "m" }],
  ["AdmitMember", "2012-06-01", { member: "an", branch: "c", decidedOn: "2012-05-20" }],
  ["AdmitMember", "2012-09-01", { member: "an", branch: "c", decidedOn: "2012-08-20" }],
] as const;

export const firstLedger = async (): Promise<readonly string[]> => {
  const said: string[] = [];
  const now = Instant.make("2013-01-23T02:00:00.000Z");
  const store = inMemoryStore({ createdAt: now, ledger: "demo", regime: "vn-party", tongket: 1 });
  const ledger = await openLedger(store, { now: () => now });

  for (const [index, [command, effectiveOn, data]] of commands.entries()) {
    const read = decodeCommand({ command, effectiveOn, actor: "clerk", data }, `demo-${index}`);
    if (read.decoded === "Faulty") throw new Error(JSON.stringify(read.faults));
    const result = await ledger.handle(read.command);
    said.push(`${command}: ${result.outcome}`);
    if (result.outcome === "Refused") said.push(JSON.stringify(result.refusals));
  }

  const books = await readBooks(store);
  const rulebook = await rulebookFor(store, shippedPacks);
  const year = viewYear({ books, rulebook, branch: BranchId.make("m"), year: 2012 });
  said.push(`membersAdmitted: ${JSON.stringify(measured(year, "membersAdmitted"))}`);
  said.push(`inspectionsHeld: ${JSON.stringify(measured(year, "inspectionsHeld"))}`);
  return said;
};
// #endregion example
