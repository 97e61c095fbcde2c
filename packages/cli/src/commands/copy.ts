import { type EventStore, ofTypes } from "@tongket/core/log";
import { say } from "@tongket/core/messages";
import { openVault } from "@tongket/vault";
import type { Call, Ending, Run } from "../call.ts";
import { copyRecords, demandCopy, demandId, type Sides } from "../copying.ts";
import { destroyErased, erasedIn } from "../erased.ts";
import { Failure, inputFault, interrupted, type PlacedFault } from "../fault.ts";
import { tellTornTail } from "../ledger.ts";
import { failureIn, isLedgerFault } from "../ledger-failure.ts";
import { type LedgerPlace, placeOf } from "../ledger-place.ts";
import { openStore } from "../ledger-store.ts";
import { asText } from "../lines.ts";
import { makeLedger } from "../make-ledger.ts";
import { flagOption } from "../options.ts";
import { Progress } from "../progress.ts";
import { standingEvents } from "../standing-events.ts";
import { vaultOf } from "../vault-place.ts";

/** Copies a ledger byte by byte; goes on where an earlier copy ended. */
export const run: Run = async (call) => {
  const [source, target] = [placeOf(call), placeOf(call, call.arguments[1] ?? "")];
  const from = { place: source, store: await openStore(source) };
  try {
    const to = { place: target, store: await openedCopy(target, from.store) };
    try {
      return await copied(call, { from, to });
    } finally {
      await to.store.close();
    }
  } finally {
    await from.store.close();
  }
};

/** The ledger to copy to, made where there is none: of the same id, and with the same header. */
const openedCopy = (place: LedgerPlace, from: EventStore): Promise<EventStore> => {
  if ("ledger" in place) demandId(from, place.ledger, place);
  return openStore(place)
    .catch((error: unknown) => {
      if (isLedgerFault(error) && error.fault === "LedgerMissing") {
        return makeLedger(place, from.header);
      }
      throw error;
    })
    .catch((error: unknown) => {
      throw failureIn(error, place);
    });
};

const lastPositionOf = async (store: EventStore): Promise<number> => (await store.head()).position;

const copied = async (call: Call, sides: Sides): Promise<Ending> => {
  const { lang, io } = call;
  await tellTornTail(call, sides.from);
  await demandCopy(sides);
  const progress = new Progress(call, "progress.copying", () => lastPositionOf(sides.from.store));
  const {
    copied: count,
    head,
    failure = io.ending.aborted ? interrupted(io.ending) : undefined,
  } = await copyRecords(sides, io.ending, (position) => progress.at(position)).finally(() =>
    progress.end(),
  );
  const { position, hash } = head;
  const [from, to] = [sides.from.place.shown, sides.to.place.shown];
  const result = { from, to, copied: count, head: { position, hash } };
  const words = [say(lang, "copy.done", { count, to, position, hash })];
  if (failure !== undefined || !flagOption(call, "withKeys")) {
    return { result, words: asText(words), failure };
  }
  const { faults, ...keys } = await copyKeys(call, sides);
  return {
    result: { ...result, keys },
    words: asText([...words, say(lang, "copy.keys", keys)]),
    notes:
      keys.missing === 0 ? [] : [`${say(lang, "warning")}: ${say(lang, "copy.keysMissing", keys)}`],
    failure: faults.length === 0 ? undefined : new Failure("refused", faults, { faultsMax }),
  };
};

const faultsMax = 20;

/** The keys of all but the erased, whose keys are destroyed on both sides first. */
const copyKeys = async (call: Call, { from, to }: Sides) => {
  const source = vaultOf(call, from.store, from.place);
  const vault = openVault(source);
  const folder = vaultOf(call, to.store, to.place);
  await destroyErased(openVault(folder), to.store);
  await destroyErased(vault, from.store);
  const [sealed, erased] = [await sealedIn(from.store), await erasedIn(from.store)];
  const missing = [...sealed].filter((one) => !vault.has(one) && !erased.has(one)).length;
  const found = { vault: source, sealed: sealed.size, missing };
  const keys = { ...found, copied: 0, held: 0, faults: [] as PlacedFault[] };
  for (const person of vault.people()) {
    const result = vault.copyTo(folder, person);
    switch (result.outcome) {
      case "KeyCopied":
        keys.copied += 1;
        break;
      case "KeyHeld":
        keys.held += 1;
        break;
      case "OtherKey":
        keys.faults.push(inputFault("KeyDiffers", { person }, { file: folder }));
        break;
      case "Damaged":
        keys.faults.push(
          inputFault("KeyDamaged", { person, why: result.message }, { file: folder }),
        );
    }
  }
  return keys;
};

/** Everybody of whom the ledger holds a sealed text. */
const sealedIn = async (store: EventStore): Promise<ReadonlySet<string>> => {
  const sealed = new Set<string>();
  const profiles = { query: ofTypes("PersonProfiled"), horizon: {}, all: false };
  for await (const { data } of standingEvents(store, profiles)) {
    sealed.add((data as { readonly person: string }).person);
  }
  return sealed;
};
