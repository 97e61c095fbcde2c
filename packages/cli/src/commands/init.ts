import { Id, Instant, Term } from "@tongket/core";
import { say } from "@tongket/core/messages";
import { shippedPacks } from "@tongket/core/rulebook";
import type { Call, Run } from "../call.ts";
import { callFailure, inputFault, type PlacedFault } from "../fault.ts";
import { type LedgerPlace, placeOf } from "../ledger-place.ts";
import { makeLedger } from "../make-ledger.ts";
import { demanded, flagOption, idOption, instantOption } from "../options.ts";
import { faultsJson, warningLines } from "../speaking.ts";

const regimeByDefault = "vn-party";

/** Makes a new, empty ledger. */
export const run: Run = async (call) => {
  const { io, lang } = call;
  const place = placeOf(call);
  const ledger = place.shown;
  const id = Id.make(idOf(call, place));
  const regime = Term.make(idOption(call, "regime") ?? regimeByDefault);
  const simulated = flagOption(call, "simulated");
  const told = instantOption(call, "now");
  if (told !== undefined && !simulated) throw callFailure("NowNeedsSimulated", {});
  if (told === undefined && simulated) throw callFailure("NowMissing", { ledger });
  const createdAt = Instant.make(told ?? io.now());
  const store = await makeLedger(place, {
    createdAt,
    ledger: id,
    regime,
    ...(simulated ? { simulated: true as const } : {}),
    tongket: 1,
  });
  const { header, headerHash } = store;
  await store.close();
  const warnings = regimeWarnings(regime);
  return {
    result: {
      file: ledger,
      header,
      head: { position: 0, hash: headerHash },
      warnings: faultsJson(lang, warnings),
    },
    notes: warningLines(lang, warnings),
    words: `${say(lang, "init.done", { ledger: id, file: ledger })}\n`,
  };
};

/** Of a database the id stands in the URL; of a file only the option tells it. */
const idOf = (call: Call, place: LedgerPlace): string => {
  const asked = idOption(call, "id");
  if ("path" in place) return demanded(call, "--id", asked);
  if (asked === undefined || asked === place.ledger) return place.ledger;
  throw callFailure("LedgerIdOther", { id: asked, ledger: place.ledger });
};

/** Under a regime without rules nearly every command is refused, until some are registered. */
const regimeWarnings = (regime: string): readonly PlacedFault[] => {
  const regimes = [...new Set(shippedPacks.map((pack) => pack.regime as string))];
  return regimes.includes(regime) ? [] : [inputFault("RegimeNotShipped", { regime, regimes })];
};
