export { checkpointsBeside } from "./checkpoints-beside.ts";
export {
  createJsonlLedger,
  type JsonlLedger,
  type JsonlOptions,
  openJsonlLedger,
} from "./jsonl-ledger.ts";
export type { TornTail } from "./ledger-reader.ts";
export { verifyJsonl } from "./verify.ts";
