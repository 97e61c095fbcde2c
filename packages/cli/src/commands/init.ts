import { Id, Instant, Term } from "@tongket/core";
import { say } from "@tongket/core/messages";
import { createJsonlLedger } from "@tongket/store-jsonl";
import type { Run } from "../call.ts";
import { callFailure } from "../fault.ts";
import { ledgerPath } from "../ledger-path.ts";
import { flagOption, idOption, instantOption } from "../options.ts";

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
  });
  const { header, headerHash } = store;
  await store.close();
  return {
    exit: 0,
    result: { file: ledger, header, head: { position: 0, hash: headerHash } },
    words: `${say(lang, "init.done", { ledger: id, file: ledger })}\n`,
  };
};
