import type { RecordedEvent } from "@tongket/core";
import { inForce, matters, type Rulebook } from "@tongket/core/rulebook";
import { commandOf } from "../given-when-then.ts";
import { commitsIn, eventsIn, type History, rulebookWith, Workbench } from "../history/history.ts";
import { contraryOf } from "../rating-laws/only-the-pack-given.ts";
import { ratingPacks } from "../vocabulary.ts";
import { demandEqual, LawBroken } from "./law-broken.ts";
import { figuresTold, type PackOf, placesIn, verdictsTold } from "./told-of-a-ledger.ts";

const law = "a pack of a later year changes no verdict and no total of an earlier one";

/**
 * Registers a pack for a later year that asks the contrary of the last one, and reads the ledger
 * again: the pack in force on each day, the verdict on each rating and every figure stay.
 */
export const laterPacksChangeNothing = async (history: History, packOf?: PackOf): Promise<void> => {
  const { events, rulebook } = history;
  const later = await withLaterPack(history);
  const known = rulebookWith(later);
  demandEqual(law, { found: packsOn(events, known), expected: packsOn(events, rulebook) });
  demandEqual(law, {
    found: verdictsTold(later, known, packOf),
    expected: verdictsTold(events, rulebook, packOf),
  });
  const places = placesIn(events);
  demandEqual(law, {
    found: figuresTold(later, known, places),
    expected: figuresTold(events, rulebook, places),
  });
};

const withLaterPack = async ({ store }: History): Promise<readonly RecordedEvent[]> => {
  const last = ratingPacks.at(-1);
  if (last === undefined) return [];
  const { inForceTo: _, ...rest } = contraryOf(last);
  const content = { ...rest, pack: "later-contrary", inForceFrom: "2060-01-01" };
  const bench = new Workbench(store);
  bench.now = "2059-01-01T00:00:00.000Z";
  const handler = await bench.open();
  const line = ["RegisterRulePack", "2059-01-01", { content }] as const;
  const outcome = await handler.handle(commandOf(line, "later-pack"));
  if (outcome.outcome !== "Recorded")
    throw new LawBroken("a later pack is registered", { outcome });
  return eventsIn(await commitsIn(store));
};

/** The pack of every matter in force on every day of which something is recorded. */
const packsOn = (events: readonly RecordedEvent[], rulebook: Rulebook): ReadonlySet<string> =>
  new Set(
    events.flatMap(({ effectiveOn }) =>
      matters.map((matter) => {
        const found = inForce(rulebook, matter, effectiveOn);
        const pack = found.inForce === "One" ? found.pack.pack : found.inForce;
        return `${effectiveOn} ${matter} ${pack}`;
      }),
    ),
  );
