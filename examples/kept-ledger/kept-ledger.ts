// #region example
import {
  BranchId,
  decodeCommand,
  Instant,
  openLedger,
  readBooks,
  rulebookFor,
} from "@tongket/core";
import { type EventStore, LedgerFault, type LedgerHeader } from "@tongket/core/log";
import { measured, viewYear } from "@tongket/core/projections";
import { shippedPacks } from "@tongket/core/rulebook";
import { openPostgresStorage } from "@tongket/store-postgres";
import { createSqliteLedger, openSqliteLedger } from "@tongket/store-sqlite";

const now = () => Instant.make(new Date().toISOString());
const header = (ledger: string): LedgerHeader => ({
  createdAt: now(),
  ledger,
  regime: "vn-party",
  tongket: 1,
});

/** Opens a ledger, or makes it where there is none; any other fault stays one. */
const openedOrMade = (open: () => Promise<EventStore>, make: () => Promise<EventStore>) =>
  open().catch((error: unknown) => {
    if (error instanceof LedgerFault && error.fault === "LedgerMissing") return make();
    throw error;
  });

export const inSqlite = (file: string, ledger: string): Promise<EventStore> =>
  openedOrMade(
    () => openSqliteLedger(file),
    () => createSqliteLedger(file, header(ledger)),
  );

/** Close the storage behind its ledgers. */
export const inPostgres = async (url: string, ledger: string) => {
  const storage = await openPostgresStorage({ url });
  const store = await openedOrMade(
    () => storage.open(ledger),
    () => storage.create(header(ledger)),
  );
  return { store, storage };
};

const commands = [
  ["CarryInBranch", "2012-01-01", { branch: "c", kind: "base-cell", name: "Chi bộ mẫu" }],
  ["AdmitMember", "2012-06-01", { member: "an", branch: "c", decidedOn: "2012-05-20" }],
] as const;

/** Records the commands, once however often it is called, and tells a figure of the year. */
export const membersAdmitted = async (store: EventStore) => {
  const ledger = await openLedger(store, { now });
  for (const [index, [command, effectiveOn, data]] of commands.entries()) {
    const read = decodeCommand({ command, effectiveOn, actor: "clerk", data }, `own-${index}`);
    if (read.decoded === "Faulty") throw new Error(JSON.stringify(read.faults));
    const result = await ledger.handle(read.command);
    if (result.outcome === "Refused") throw new Error(JSON.stringify(result.refusals));
  }
  const [books, rulebook] = [await readBooks(store), await rulebookFor(store, shippedPacks)];
  const year = viewYear({ books, rulebook, branch: BranchId.make("c"), year: 2012 });
  return measured(year, "membersAdmitted");
};
// #endregion example
