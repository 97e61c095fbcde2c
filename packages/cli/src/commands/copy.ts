import type { EventStore } from "@tongket/core/log";
import { say } from "@tongket/core/messages";
import { openVault } from "@tongket/vault";
import type { Call, Ending, Run } from "../call.ts";
import { copyRecords, demandCopy, refused } from "../copying.ts";
import { destroyErased } from "../erased.ts";
import { Failure, inputFault, interrupted, type PlacedFault } from "../fault.ts";
import { isLedgerFault, ledgerFailure } from "../ledger-failure.ts";
import { type LedgerPlace, placeOf } from "../ledger-place.ts";
import { openStore } from "../ledger-store.ts";
import { asText } from "../lines.ts";
import { makeLedger } from "../make-ledger.ts";
import { flagOption } from "../options.ts";
import { vaultOf } from "../vault-place.ts";

/** Copies a ledger byte by byte; goes on where an earlier copy ended. */
export const run: Run = async (call) => {
  const places = { from: placeOf(call), to: placeOf(call, call.arguments[1] ?? "") };
  const from = await openStore(places.from);
  try {
    const to = await openedCopy(places.to, from);
    try {
      return await copied(call, places, { from, to });
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
};

interface Pair<Side> {
  readonly from: Side;
  readonly to: Side;
}

/** The ledger to copy to, made where there is none: of the same id, and with the same header. */
const openedCopy = async (place: LedgerPlace, { header }: EventStore): Promise<EventStore> => {
  const demandId = (found: string): void => {
    if (found === header.ledger) return;
    throw refused("LedgersDiffer", { from: header.ledger, to: found }, place);
  };
  if ("ledger" in place) demandId(place.ledger);
  try {
    const store = await openStore(place).catch((error: unknown) => {
      if (isLedgerFault(error) && error.fault === "LedgerMissing") return makeLedger(place, header);
      throw error;
    });
    if (store.header.ledger === header.ledger) return store;
    await store.close();
    throw refused("LedgersDiffer", { from: header.ledger, to: store.header.ledger }, place);
  } catch (error) {
    throw isLedgerFault(error) ? ledgerFailure(error, place) : error;
  }
};

const copied = async (
  call: Call,
  places: Pair<LedgerPlace>,
  stores: Pair<EventStore>,
): Promise<Ending> => {
  const { lang, io } = call;
  const [from, to] = [places.from.shown, places.to.shown];
  const sides = {
    from: { store: stores.from, place: places.from },
    to: { store: stores.to, place: places.to },
  };
  await demandCopy(sides);
  const { copied: count, head } = await copyRecords(sides, io.ending);
  const { position, hash } = head;
  const result = { from, to, copied: count, head: { position, hash } };
  const words = [say(lang, "copy.done", { count, to, position, hash })];
  if (io.ending.aborted) {
    const failure = interrupted(io.ending);
    return { result, words: asText(words), failure };
  }
  if (!flagOption(call, "withKeys")) return { result, words: asText(words) };
  const { faults, ...keys } = await copyKeys(call, places, stores);
  const failure = faults.length === 0 ? undefined : new Failure("refused", faults, { faultsMax });
  return {
    result: { ...result, keys },
    words: asText([...words, say(lang, "copy.keys", keys)]),
    failure,
  };
};

const faultsMax = 20;

/** The keys of all but the erased, whose keys are destroyed on both sides first. */
const copyKeys = async (call: Call, places: Pair<LedgerPlace>, stores: Pair<EventStore>) => {
  const folder = vaultOf(call, stores.to, places.to);
  const vault = openVault(vaultOf(call, stores.from, places.from));
  await destroyErased(openVault(folder), stores.to);
  await destroyErased(vault, stores.from);
  const faults: PlacedFault[] = [];
  let [copiedKeys, held] = [0, 0];
  for (const person of vault.people()) {
    const { outcome, ...told } = vault.copyTo(folder, person);
    if (outcome === "KeyCopied") copiedKeys += 1;
    else if (outcome === "KeyHeld") held += 1;
    else if (outcome === "OtherKey") {
      faults.push(inputFault("KeyDiffers", { person }, { file: folder }));
    } else if (outcome === "Damaged" && "message" in told) {
      faults.push(inputFault("KeyDamaged", { person, why: told.message }, { file: folder }));
    }
  }
  return { copied: copiedKeys, held, faults };
};
