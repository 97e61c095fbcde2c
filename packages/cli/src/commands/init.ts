import { Id, Instant, Term } from "@tongket/core";
import { say } from "@tongket/core/messages";
import { shippedPacks } from "@tongket/core/rulebook";
import { createJsonlLedger } from "@tongket/store-jsonl";
import type { Run } from "../call.ts";
import { callFailure, inputFault, type PlacedFault } from "../fault.ts";
import { isLedgerFault } from "../ledger-failure.ts";
import { ledgerPath } from "../ledger-path.ts";
import { flagOption, idOption, instantOption } from "../options.ts";
import { folderMissing } from "../output-file.ts";
import { faultsJson, warningLines } from "../speaking.ts";

const regimeByDefault = "vn-party";

/** Makes a new, empty ledger. */
export const run: Run = async (call) => {
  const { io, lang } = call;
  const [ledger = ""] = call.arguments;
  const path = ledgerPath(ledger);
  const id = Id.make(idOption(call, "id") ?? "");
  const regime = Term.make(idOption(call, "regime") ?? regimeByDefault);
  const simulated = flagOption(call, "simulated");
  const told = instantOption(call, "now");
  if (told !== undefined && !simulated) throw callFailure("NowNeedsSimulated", {});
  if (told === undefined && simulated) throw callFailure("NowMissing", { ledger });
  const createdAt = Instant.make(told ?? io.now());
  const store = await createJsonlLedger(path, {
    createdAt,
    ledger: id,
    regime,
    ...(simulated ? { simulated: true as const } : {}),
    tongket: 1,
  }).catch((error: unknown) => {
    throw isLedgerFault(error) && error.facts["code"] === "ENOENT" ? folderMissing(ledger) : error;
  });
  const { header, headerHash } = store;
  await store.close();
  const warnings = regimeWarnings(regime);
  return {
    exit: 0,
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

/** Under a regime without rules nearly every command is refused, until some are registered. */
const regimeWarnings = (regime: string): readonly PlacedFault[] => {
  const regimes = [...new Set(shippedPacks.map((pack) => pack.regime as string))];
  return regimes.includes(regime) ? [] : [inputFault("RegimeNotShipped", { regime, regimes })];
};
