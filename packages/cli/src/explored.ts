import { readExtract } from "@tongket/core";
import type { Horizon } from "@tongket/core/log";
import { shippedPacks } from "@tongket/core/rulebook";
import type { Explored } from "@tongket/render-html";
import type { YearRead } from "./year.ts";

/** More than these make a page that opens slowly. */
const eventsMax = 250_000;

/** What a page to explore takes along of its ledger; undefined where that is too much. */
export const exploredOf = async (
  { known, request }: YearRead,
  { horizon, names }: { readonly horizon: Horizon; readonly names: ReadonlyMap<string, string> },
): Promise<Explored | undefined> => {
  const extract = await readExtract(known, horizon, { eventsMax });
  const { regime } = known.header;
  return (
    extract && {
      extract,
      regime,
      packs: shippedPacks.filter((pack) => pack.regime === regime),
      names: Object.fromEntries(names),
      ...(request.simulated === true ? { simulated: true } : {}),
    }
  );
};
