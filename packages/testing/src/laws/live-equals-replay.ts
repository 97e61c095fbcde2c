import { answerOf, type Projection, replay } from "@tongket/core";
import { inMemoryShelf, keepView, ProjectionView } from "@tongket/core/live";
import { effective, eventsOf, inMemoryStore, type StoredCommit } from "@tongket/core/log";
import { demandEqual } from "./law-broken.ts";

/** Keeps views; core's own way by default. */
export type Keep = typeof keepView;

/**
 * A view that is kept while a ledger grows, is stopped and kept again at every `pause`-th commit,
 * answers after each commit what a replay of the standing events gives.
 */
export const liveEqualsReplay = async <S, A>(
  projection: Projection<S, A>,
  commits: readonly StoredCommit[],
  {
    header,
    pause,
    keep = keepView,
  }: {
    readonly header: Parameters<typeof inMemoryStore>[0];
    readonly pause: number;
    readonly keep?: Keep;
  },
): Promise<void> => {
  const store = inMemoryStore(header);
  const shelf = inMemoryShelf();
  const begin = () => {
    const view = new ProjectionView(projection, { shelf, saveEvery: 3 });
    return { view, kept: keep(store, view) };
  };
  let { view, kept } = begin();
  for (const [at, { text, commit }] of commits.entries()) {
    const { position: after, hash: prev } = await store.head();
    await store.appendVerbatim([text], { after, prev });
    await kept.reached(commit.position);
    const events = commits.slice(0, at + 1).flatMap((one) => eventsOf(one.commit));
    demandEqual("a view that is kept answers as a replay does", {
      found: view.answered()?.answer,
      expected: answerOf(projection, replay(projection, effective(events))),
      where: { position: commit.position, projection: projection.name },
    });
    if ((at + 1) % pause > 0) continue;
    await kept.stop();
    ({ view, kept } = begin());
  }
  await kept.stop();
};
