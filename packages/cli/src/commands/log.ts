import type { EventStore, Query } from "@tongket/core/log";
import { say } from "@tongket/core/messages";
import type { Call, Run } from "../call.ts";
import { eventJson, eventText } from "../event-text.ts";
import { callFailure, interrupted } from "../fault.ts";
import { isKnown } from "../known-subject.ts";
import { withLedger } from "../ledger.ts";
import { namesFor } from "../names.ts";
import { flagOption, horizonOf, idOption } from "../options.ts";
import { jsonText } from "../speaking.ts";
import { standingEvents } from "../standing-events.ts";

/** Lists the facts that stand, in the order they were recorded; as JSON one a line. */
export const run: Run = async (call) => {
  const { io, lang, json } = call;
  const horizon = horizonOf(call);
  const selection = { query: queryOf(call), horizon, all: flagOption(call, "all") };
  return withLedger(call, async (store) => {
    const names = await namesFor(call, store, horizon);
    let count = 0;
    for await (const event of standingEvents(store, selection)) {
      if (io.ending.aborted) throw interrupted(io.ending);
      if (io.stdout.closed) break;
      count += 1;
      const line = json ? jsonText(eventJson(event, names)) : eventText(event, lang, names);
      await io.stdout.write(`${line}\n`);
    }
    return { notes: count === 0 ? [await whyNone(call, store)] : [] };
  });
};

/** Why nothing is listed; throws where a subject that was named is not in the ledger at all. */
const whyNone = async (call: Call, store: EventStore): Promise<string> => {
  const { position } = await store.head();
  if (position === 0) return say(call.lang, "log.empty");
  const [branch, member] = [idOption(call, "branch"), idOption(call, "member")];
  if (branch !== undefined && !(await isKnown(store, `branch:${branch}`))) {
    throw callFailure("BranchNotThere", { branch, year: undefined });
  }
  const person = `person:${member}`;
  if (member !== undefined && !(await isKnown(store, person))) {
    throw callFailure("NothingKnown", { subject: person, asOf: undefined });
  }
  return say(call.lang, "log.none");
};

/** Facts about all the subjects that are named. */
const queryOf = (call: Call): Query => {
  const [branch, member] = [idOption(call, "branch"), idOption(call, "member")];
  const tags = [
    ...(branch === undefined ? [] : [`branch:${branch}`]),
    ...(member === undefined ? [] : [`person:${member}`]),
  ];
  return tags.length === 0 ? "all" : { items: [{ tags: tags as never, types: [] }] };
};
