import { decodeCommand, type Handler, type Outcome, openLedger, type Refusal } from "@tongket/core";
import { say } from "@tongket/core/messages";
import type { Vault } from "@tongket/vault";
import type { Call, Ending, Run } from "../call.ts";
import { clockFor } from "../clock.ts";
import { checkActors, commandsIn, type GivenCommand } from "../command-file.ts";
import { namedTogether, type UnnamedCommand } from "../command-ids.ts";
import { argumentIllTyped, callFailure, Failure, optionIllTyped } from "../fault.ts";
import { readInput } from "../input-lines.ts";
import { withLedger } from "../ledger.ts";
import { asText } from "../lines.ts";
import { idOption, isAddress } from "../options.ts";
import { sealed, vaultFor } from "../profile.ts";
import { followedJson, followedLines } from "../recording.ts";
import { refusalsTogether } from "../refused.ts";
import { faultsJson, warningLines } from "../speaking.ts";

/** Reverses an event, and records anew what a file says instead, in one commit. */
export const run: Run = async (call) => {
  const [ledger = "", target = "", file] = call.arguments;
  if (!isAddress(target)) {
    throw argumentIllTyped("ADDRESS", "an event's address as POSITION.INDEX", target);
  }
  const actor = idOption(call, "actor") ?? "";
  const reason = String(call.options["reason"]);
  return withLedger(call, async (store) => {
    const clock = clockFor(call, store.header);
    const input = file === undefined ? undefined : await readInput(call.io, call.whole(file));
    const simulated = store.header.simulated === true;
    const anew = input === undefined ? [] : commandsIn(input, { simulated, actor });
    checkActors(anew, actor);
    for (const { recordedAt } of anew) if (recordedAt !== undefined) clock.tell(recordedAt);
    if (!clock.isSet()) throw callFailure("NowMissing", { ledger });
    const handler = await openLedger(store, clock);
    const reversal = reversalOf({ actor, target, reason });
    const asked = seal(anew, await vaultFor(call, store, anew));
    const outcome = Array.isArray(asked)
      ? await corrected(handler, { reversal, anew: asked, target })
      : asked;
    return endingOf(call, outcome, anew);
  });
};

/**
 * What is recorded anew takes the place of what is reversed, unless it says another. Where it
 * cannot stand there, since it rests on something later that day, it stands behind all of it.
 */
const corrected = async (
  handler: Handler,
  asked: {
    readonly reversal: UnnamedCommand;
    readonly anew: readonly UnnamedCommand[];
    readonly target: string;
  },
): Promise<Outcome> => {
  const { reversal, anew, target } = asked;
  const placed = anew.map((command) => ({ inPlaceOf: target, ...command }));
  const outcome = await handler.handleTogether(namedTogether([reversal, ...placed]));
  if (outcome.outcome !== "Refused" || anew.length === 0) return outcome;
  const behind = await handler.handleTogether(namedTogether([reversal, ...anew]));
  return behind.outcome === "Refused" ? outcome : behind;
};

/** Without an id: one follows from what is asked, so that the same correction is made once. */
const reversalOf = (asked: {
  readonly actor: string;
  readonly target: string;
  readonly reason: string;
}): UnnamedCommand => {
  const { actor, target, reason } = asked;
  const decoded = decodeCommand({ command: "ReverseEvent", actor, data: { target, reason } }, "");
  if (decoded.decoded === "Command") {
    const { id: _, ...command } = decoded.command;
    return command;
  }
  // All else was looked at before, as options and arguments.
  throw optionIllTyped("--reason", decoded.faults[0]?.expected ?? "", reason);
};

const seal = (anew: readonly GivenCommand[], vault: Vault): UnnamedCommand[] | Outcome => {
  const commands: UnnamedCommand[] = [];
  for (const given of anew) {
    const asked = sealed(given, vault);
    if ("refused" in asked) return asked.refused;
    commands.push(asked);
  }
  return commands;
};

const endingOf = (
  { lang, arguments: [file = "", target = ""] }: Call,
  outcome: Outcome,
  anew: readonly GivenCommand[],
): Ending => {
  const places = [{ file }, ...anew.map(({ place }) => place)];
  const placed = (refusals: readonly Refusal[]) => refusalsTogether(refusals, places, { file });
  switch (outcome.outcome) {
    case "Refused":
      return { failure: new Failure("refused", placed(outcome.refusals)) };
    case "Recorded": {
      const { stored, again, followed = [] } = outcome;
      const warnings = placed(outcome.warnings);
      const { position } = stored.commit;
      const events = stored.commit.events.map((_, index) => `${position}.${index}`);
      const facts = { target, position, anew: anew.length };
      return {
        result: {
          target,
          position,
          events,
          again,
          head: { position, hash: stored.hash },
          warnings: faultsJson(lang, warnings),
          followed: followedJson(followed),
        },
        notes: warningLines(lang, warnings),
        words: asText([
          say(lang, again ? "correct.again" : "correct.done", facts),
          ...followedLines(lang, followed),
        ]),
      };
    }
    case "Unchanged":
      throw new Error("A reversal always makes an event");
  }
};
