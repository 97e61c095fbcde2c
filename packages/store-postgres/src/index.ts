export {
  openPostgresStorage,
  type PostgresOptions,
  type PostgresStorage,
} from "./postgres-storage.ts";
