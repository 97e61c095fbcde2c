export { createSqliteLedger, openSqliteLedger, type SqliteOptions } from "./sqlite-ledger.ts";
export { verifySqlite } from "./verify.ts";
