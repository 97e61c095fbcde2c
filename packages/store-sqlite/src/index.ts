export { sqliteCheckpoints } from "./sqlite-checkpoints.ts";
export { createSqliteLedger, openSqliteLedger, type SqliteOptions } from "./sqlite-ledger.ts";
export { openSqliteShelf, type SqliteShelf } from "./sqlite-shelf.ts";
export { SqliteView } from "./sqlite-view.ts";
export { verifySqlite } from "./verify.ts";
