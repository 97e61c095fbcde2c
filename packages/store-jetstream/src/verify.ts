import {
  type ChainVerdict,
  type KeptText,
  type VerifyOptions,
  verifyTexts,
} from "@tongket/core/log";
import type { LedgerStream } from "./ledger-stream.ts";

const batchSize = 1000;

/** What a ledger's stored texts come to, and whether a head known elsewhere is among them. */
export const verdictOn = (
  stream: LedgerStream,
  { head, ...options }: VerifyOptions,
): Promise<ChainVerdict> =>
  verifyTexts(everyText(stream, options), head === undefined ? [] : [head]);

/** As far as the ledger goes when the reading begins. */
async function* everyText(
  stream: LedgerStream,
  { signal, at }: Omit<VerifyOptions, "head">,
): AsyncIterable<KeptText> {
  const { position: end = -1 } = (await stream.last()) ?? {};
  for (let from = 0; from <= end; from += batchSize) {
    signal?.throwIfAborted();
    at?.(from);
    yield* await stream.records(from, Math.min(end, from + batchSize - 1));
  }
}
