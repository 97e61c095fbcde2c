import type { StoredCommit } from "./commit.ts";

/** A batch is to be of about so many characters, and of so many commits at most. */
const batchLength = 2_000_000;
export const batchSizeMax = 1000;

/** How many commits to ask for next, where they are asked for by number: as long as the last. */
export const nextBatchSize = (last: readonly StoredCommit[]): number => {
  const length = last.reduce((sum, { text }) => sum + text.length, 0);
  return Math.max(1, Math.min(batchSizeMax, Math.floor((batchLength * last.length) / length)));
};
