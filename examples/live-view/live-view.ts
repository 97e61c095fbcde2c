import type { DatabaseSync } from "node:sqlite";
import { addressOf } from "@tongket/core";
import {
  keepReacting,
  keepView,
  ProjectionView,
  type Reaction,
  type ViewTables,
} from "@tongket/core/live";
import type { EventStore } from "@tongket/core/log";
import { annualTotals } from "@tongket/core/projections";
import { openSqliteShelf, SqliteView } from "@tongket/store-sqlite";

// #region state
/** The totals of every branch and year, at hand at any time, from where the last run left them. */
export const liveTotals = (ledger: EventStore, file: string) => {
  const shelf = openSqliteShelf(file);
  const totals = new ProjectionView(annualTotals, { shelf });
  return { totals, kept: keepView(ledger, totals), close: () => shelf.close() };
};
// #endregion state

// #region tables
/** Who was admitted where and when, in a table that others ask by SQL. */
const admissions: ViewTables<DatabaseSync> = {
  name: "admissions",
  version: 1,
  reads: ["MemberAdmitted"],
  make: (database) =>
    database.exec("CREATE TABLE admission (member TEXT, branch TEXT, admitted_on TEXT) STRICT"),
  apply: (database, events) => {
    const insert = database.prepare("INSERT INTO admission VALUES (?, ?, ?)");
    for (const { data, effectiveOn } of events) {
      const { member, branch } = data as { readonly member: string; readonly branch: string };
      insert.run(member, branch, effectiveOn);
    }
  },
};
export const liveAdmissions = (ledger: EventStore, file: string) =>
  keepView(ledger, new SqliteView(file, admissions));
// #endregion tables

// #region letters
/** A letter for each award, sent once. One that may or may not have gone is for a person to see. */
export const liveLetters = (
  ledger: EventStore,
  {
    file,
    send,
    look,
  }: Record<"send" | "look", (award: string) => Promise<void>> & {
    readonly file: string;
  },
) => {
  const letters: Reaction = {
    name: "letters",
    reads: ["AwardGranted"],
    react: (event) => send(addressOf(event)),
    inDoubt: (event) => look(addressOf(event)),
  };
  const shelf = openSqliteShelf(file);
  const reacting = keepReacting(ledger, letters, { shelf, after: 0 });
  return { reacting, close: () => shelf.close() };
};
// #endregion letters
