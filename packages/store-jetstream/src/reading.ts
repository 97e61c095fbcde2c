import {
  type AppendCondition,
  hasMatch,
  nextBatchSize,
  type Query,
  type ReadOptions,
  type StoredCommit,
} from "@tongket/core/log";
import type { KnownLog } from "./known-log.ts";

/** In batches, as far as the ledger goes when the reading begins. */
export async function* reading(
  log: KnownLog,
  { query, after, limit, backwards }: Required<ReadOptions>,
): AsyncGenerator<readonly StoredCommit[], void> {
  if (limit <= 0) return;
  const rising = await mayMatch(log, query, Math.max(0, after));
  yield* matching(log, rising, { query, limit, backwards });
}

/** The first position known that matches the condition of an append. */
export const firstMatch = async (
  log: KnownLog,
  { failIfMatch: query, after }: AppendCondition,
): Promise<number | undefined> => {
  const asked = { query, limit: 1, backwards: false };
  for await (const [first] of matching(log, log.candidates(query, after), asked)) {
    return first?.commit.position;
  }
  return undefined;
};

/** In order, the positions of all commits that may match, as of now. */
const mayMatch = async (log: KnownLog, query: Query, after: number): Promise<readonly number[]> => {
  if (query !== "all") {
    await log.catchUp();
    return log.candidates(query, after);
  }
  const { position = 0 } = (await log.stream.last()) ?? {};
  const length = Math.max(0, position - after);
  return Array.from({ length }, (_, index) => after + 1 + index);
};

async function* matching(
  { stream }: KnownLog,
  rising: readonly number[],
  { query, limit, backwards }: Required<Omit<ReadOptions, "after">>,
): AsyncGenerator<readonly StoredCommit[], void> {
  let left = limit;
  for (let [at, size] = [0, Math.min(100, limit)]; at < rising.length && left > 0; ) {
    const most = query === "all" ? Math.min(size, left) : size;
    const some = backwards
      ? rising.slice(Math.max(0, rising.length - at - most), rising.length - at)
      : rising.slice(at, at + most);
    const commits = await stream.commits(some);
    const found = commits.filter(({ commit }) => hasMatch(query, commit));
    const batch = (backwards ? found.toReversed() : found).slice(0, left);
    if (batch.length > 0) yield batch;
    left -= batch.length;
    at += some.length;
    size = nextBatchSize(commits);
  }
}
