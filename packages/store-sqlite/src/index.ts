export { createSqliteLedger, openSqliteLedger, type SqliteOptions } from "./sqlite-ledger.ts";
