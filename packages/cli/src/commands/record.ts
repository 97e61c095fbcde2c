import { type Handler, type Outcome, openLedger } from "@tongket/core";
import type { EventStore } from "@tongket/core/log";
import type { Call, Run } from "../call.ts";
import { type Clock, clockFor } from "../clock.ts";
import { checkActors, commandsIn, type GivenCommand } from "../command-file.ts";
import { commandNamer } from "../command-ids.ts";
import { demandGoingOn } from "../ending.ts";
import { openVaultOf } from "../erased.ts";
import { callFailure, Failure, inputFault, type PlacedFault } from "../fault.ts";
import { readInput } from "../input-lines.ts";
import { withLedger } from "../ledger.ts";
import { isLedgerFault, ledgerFailure } from "../ledger-failure.ts";
import { placeOf } from "../ledger-place.ts";
import { flagOption } from "../options.ts";
import { sealed, vaultFor } from "../profile.ts";
import { Progress } from "../progress.ts";
import { endingOf, type NamedLine, Recording } from "../recording.ts";
import { RecordingInGroups, recordedBefore } from "../recording-in-groups.ts";
import { readReversals } from "../reversals.ts";

/** Records the commands of a file: reads all of it first, then goes one by one. */
export const run: Run = async (call) => {
  const [ledger = "", file = ""] = call.arguments;
  const together = flagOption(call, "atomic");
  if (together && flagOption(call, "keepGoing")) {
    throw callFailure("OptionsClash", { options: ["--atomic", "--keep-going"] });
  }
  return withLedger(call, async (store) => {
    const clock = clockFor(call, store.header);
    const input = await readInput(call.io, call.whole(file));
    const simulated = store.header.simulated === true;
    const commands = commandsIn(input, { simulated });
    checkClock(commands, clock, ledger);
    if (together) checkActors(commands);
    const record = together ? recordTogether : recordEach;
    const before = await store.head();
    const recording = await record(call, store, { clock, commands });
    // A call that was asked to end reads no more, and a ledger that failed may give no answer.
    if (!call.io.ending.aborted) {
      if (!recording.isStopped) {
        recording.warnings.push(...(await undoneSince(store, recording, input.file)));
      }
      if (commands.some(isErasure)) {
        await openVaultOf(call, store).catch((error: unknown) => {
          const failure = endOf(error, call);
          if (!recording.isStopped) throw failure;
        });
      }
    }
    const head = recording.isStopped ? recording.headSince(before) : await store.head();
    return endingOf(call, recording, head);
  });
};

/** Whoever records an erasure has the key destroyed, as `erase` does. */
const isErasure = ({ command }: GivenCommand): boolean => command.type.command === "ErasePerson";

interface Asked {
  readonly clock: Clock;
  readonly commands: readonly GivenCommand[];
}

/** From the first command on, the clock of a simulated ledger must stand somewhere. */
const checkClock = ([first]: readonly GivenCommand[], clock: Clock, ledger: string): void => {
  if (clock.isSet() || first === undefined || first.recordedAt !== undefined) return;
  throw new Failure("call", [inputFault("NowMissing", { ledger }, first.place)]);
};

const recordEach = async (
  call: Call,
  store: EventStore,
  { clock, commands }: Asked,
): Promise<Recording> => {
  const recording = new Recording(commands.length);
  const endsAtRefusal = !flagOption(call, "keepGoing");
  const groups = await RecordingInGroups.open({ store, clock, recording, endsAtRefusal });
  const vault = await vaultFor(call, store, commands);
  const named = commandNamer();
  const progress = new Progress(call, "progress.recording", () => commands.length);
  try {
    for (const [at, given] of commands.entries()) {
      await demandGoingOn(call.io.ending);
      progress.at(at);
      if (given.recordedAt !== undefined) clock.tell(given.recordedAt);
      const asked = sealed(given, vault);
      if ("refused" in asked) await groups.refuse(given, asked.refused);
      else await groups.record(given, named(asked));
      if (recording.refused > 0 && endsAtRefusal) return recording;
    }
    await groups.end();
  } catch (error) {
    // What was recorded before stands, unless it is just that which could not be written.
    await groups.end().catch(() => {});
    recording.stop(endOf(error, call));
  } finally {
    progress.end();
  }
  return recording;
};

/** What ends a recording between two commits, and lets those stand that are told of. */
const endOf = (error: unknown, call: Call): Failure => {
  if (error instanceof Failure && error.kind === "interrupted") return error;
  if (isLedgerFault(error)) return ledgerFailure(error, placeOf(call));
  throw error;
};

const recordTogether = async (
  call: Call,
  store: EventStore,
  { clock, commands }: Asked,
): Promise<Recording> => {
  const recording = new Recording(commands.length);
  const handler = await openLedger(store, clock);
  const vault = await vaultFor(call, store, commands);
  const named = commandNamer();
  const all: NamedLine[] = [];
  for (const given of commands) {
    if (given.recordedAt !== undefined) clock.tell(given.recordedAt);
    const asked = sealed(given, vault);
    if ("refused" in asked) {
      recording.take(given, asked.refused);
      return recording;
    }
    all.push({ given, command: named(asked) });
  }
  const same = await sameCommit(store, handler, all);
  if (same !== undefined) {
    recording.takeTogether(all, same);
    return recording;
  }
  const fresh: NamedLine[] = [];
  for (const line of all) {
    const before = await recordedBefore(store, line.given, line.command);
    if (before === undefined) fresh.push(line);
    else recording.take(line.given, before, line.command.id);
  }
  if (fresh.length === 0) return recording;
  const outcome = await handler.handleTogether(fresh.map(({ command }) => command));
  recording.takeTogether(fresh, outcome);
  return recording;
};

/** The commit that all the lines made together before, if they did. */
const sameCommit = async (
  store: EventStore,
  handler: Handler,
  all: readonly NamedLine[],
): Promise<Outcome | undefined> => {
  const commands = all.map(({ command }) => command);
  if ((await store.find(commands[0]?.id ?? "")) === undefined) return undefined;
  const outcome = await handler.handleTogether(commands);
  return outcome.outcome === "Refused" ? undefined : outcome;
};

/** Of lines recorded before, those that were reversed since: told, since they do not come back. */
const undoneSince = async (
  store: EventStore,
  { results, again, ofSeveral }: Recording,
  file: string,
): Promise<readonly PlacedFault[]> => {
  if (again === 0) return [];
  const reversed = [...(await readReversals(store, {})).keys()];
  const undone = new Set(reversed.map((address) => Number(address.split(".")[0])));
  // Of a commit of several commands nothing tells which of them made a fact.
  const lines = results.flatMap(({ outcome, position = 0, line }) =>
    outcome === "again" && undone.has(position) && !ofSeveral.has(position) ? [line] : [],
  );
  if (lines.length === 0) return [];
  return [inputFault("RecordedAndReversed", { count: lines.length, lines }, { file })];
};
