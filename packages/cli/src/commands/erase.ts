import { decodeCommand, type Outcome, openLedger } from "@tongket/core";
import type { EventStore } from "@tongket/core/log";
import { say } from "@tongket/core/messages";
import { openVault } from "@tongket/vault";
import type { Call, Run } from "../call.ts";
import { clockFor } from "../clock.ts";
import { namedTogether } from "../command-ids.ts";
import { erasedIn } from "../erased.ts";
import { callFailure, Failure } from "../fault.ts";
import { isKnown } from "../known-subject.ts";
import { withLedger } from "../ledger.ts";
import { demanded, idOption } from "../options.ts";
import { refusalFaults } from "../refused.ts";
import { vaultOf } from "../vault-place.ts";

/**
 * Erases what is sealed of a person: records it first, then destroys the key. Cut short between
 * the two it is finished by the same call again, and by whoever opens the ledger for names.
 */
export const run: Run = async (call) => {
  const person = demanded(call, "--person", idOption(call, "person"));
  return withLedger(call, async (store) => {
    const subject = `person:${person}`;
    if (!(await isKnown(store, subject))) {
      throw callFailure("NothingKnown", { subject, asOf: undefined });
    }
    const before = (await erasedIn(store)).get(person);
    const position = before ?? (await recorded(call, store, person));
    const vault = vaultOf(call, store);
    const { hadKey } = openVault(vault).destroy(person);
    const { position: last, hash } = await store.head();
    const again = before !== undefined;
    const facts = { person, position };
    const done = say(call.lang, again ? "erase.again" : "erase.done", facts);
    const key = hadKey
      ? say(call.lang, "erase.key")
      : say(call.lang, "erase.noKey", { person, vault });
    return {
      result: { person, position, again, hadKey, vault, head: { position: last, hash } },
      words: `${done} ${key}\n`,
    };
  });
};

/** Who erases, where nobody is named. */
const actorByDefault = "tongket";

/** The position of the erasure, which another call may have recorded a moment ago. */
const recorded = async (call: Call, store: EventStore, person: string): Promise<number> => {
  const clock = clockFor(call, store.header);
  if (!clock.isSet()) throw callFailure("NowMissing", { ledger: call.arguments[0] });
  const actor = idOption(call, "actor") ?? actorByDefault;
  const asked = decodeCommand({ command: "ErasePerson", actor, data: { person } }, "");
  if (asked.decoded === "Faulty") throw new Error("The person and the actor were looked at before");
  const { id: _, ...command } = asked.command;
  const handler = await openLedger(store, clock);
  const outcome = await handler.handleTogether(namedTogether([command]));
  return outcome.outcome === "Recorded"
    ? outcome.stored.commit.position
    : ((await erasedIn(store)).get(person) ?? refusedBy(call, outcome));
};

const refusedBy = (call: Call, outcome: Outcome): never => {
  const refusals = outcome.outcome === "Refused" ? outcome.refusals : [];
  throw new Failure("refused", refusalFaults(refusals, { file: call.arguments[0] ?? "" }));
};
