import { allCommands, decodeCommand } from "@tongket/core";
import { nearest } from "@tongket/core/messages";
import type { Profile } from "@tongket/vault";
import type { UnnamedCommand } from "./command-ids.ts";
import {
  Failure,
  illTyped,
  inputFault,
  type Place,
  type PlacedFault,
  shapeFault,
  withoutValue,
  withValue,
} from "./fault.ts";
import type { InputLines } from "./input-lines.ts";
import { isInstant } from "./instant.ts";
import { readJsonLine } from "./json-line.ts";
import { withoutProfile } from "./profile.ts";

/** A command of a file, with what the edge does before core may have it. */
export interface GivenCommand {
  readonly place: { readonly file: string; readonly line: number };
  readonly command: UnnamedCommand;
  /** Personal data in clear, to be sealed when the command's turn comes. */
  readonly profile?: Profile;
  /** Where the clock of a simulated ledger is told to stand. */
  readonly recordedAt?: string;
}

/** What a file of commands may say, by the ledger it is for. */
export interface Reading {
  readonly simulated: boolean;
  /** The actor of a command that names none. */
  readonly actor?: string;
}

const faultsMax = 20;

/**
 * Reads every command of an input, or throws with the faults of all of them, or where there is
 * none at all: a file with one bad line is not recorded in part.
 */
export const commandsIn = (
  { file, lines }: InputLines,
  reading: Reading,
): readonly GivenCommand[] => {
  const commands: GivenCommand[] = [];
  const faults: PlacedFault[] = [];
  for (const one of lines) {
    const place = { file, line: one.line };
    const isPersonal = "text" in one && personal.test(one.text);
    const placed = (fault: PlacedFault): PlacedFault => ({
      ...(isPersonal ? withoutValue(fault) : withoutUnknown(fault)),
      place: { ...place, ...fault.place },
    });
    if ("fault" in one) faults.push(placed(one.fault));
    else if (!/^[\t\r ]*$/.test(one.text)) {
      const read = readCommand(one.text, reading);
      if ("faults" in read) faults.push(...read.faults.map(placed));
      else commands.push({ place, ...read });
    }
  }
  failWith(faults);
  if (commands.length > 0) return commands;
  throw new Failure("input", [inputFault("NoCommands", {}, { file })]);
};

/** A line that may hold what is to be sealed: what is wrong with it is told without its values. */
const personal = /profil|sealed/i;

/**
 * Of a line that looks like none of those it is told what is wrong without what may be the value
 * of a field that no command has: a name may stand there by mistake.
 */
const withoutUnknown = (fault: PlacedFault): PlacedFault => {
  const { rule, place, facts } = fault;
  const { found } = facts as { readonly found?: unknown };
  switch (rule) {
    case "NotNfc":
    case "LoneSurrogate":
    case "NumberNotExact":
      return withoutValue(fault);
    case "NotJson":
    case "CutOff": {
      const [start = ""] = String(found).split('"');
      return place.path === undefined ? withValue(fault, start) : withoutValue(fault);
    }
    case "NotAnObject":
      return withValue(fault, shapeOf(found));
    case "IllTyped":
      if (typeof found === "string" && !composite.test(String(facts["expected"]))) return fault;
      return typeof found === "number" ? fault : withValue(fault, shapeOf(found));
    default:
      return fault;
  }
};

const composite = /^(?:an? )?(?:object|array|list)/;

/** A value with its members named, and nothing told of them. */
const shapeOf = (value: unknown): unknown => {
  if (value === null || typeof value === "boolean" || value === undefined) return value;
  if (typeof value !== "object") return "…";
  if (Array.isArray(value)) return value.map(() => "…");
  return Object.fromEntries(Object.keys(value).map((member) => [member, "…"]));
};

/** One commit has one actor: that of the first command, or the one given. */
export const checkActors = (
  commands: readonly GivenCommand[],
  actor = commands[0]?.command.actor,
): void => {
  const faults = commands.flatMap(({ place, command }) =>
    command.actor === actor
      ? []
      : [
          inputFault(
            "ActorsDiffer",
            { actor, found: command.actor },
            { ...place, path: ["actor"] },
          ),
        ],
  );
  failWith(faults);
};

const failWith = (faults: readonly PlacedFault[]): void => {
  if (faults.length > 0) throw new Failure("input", faults, { faultsMax });
};

type ReadCommand = Omit<GivenCommand, "place"> | { readonly faults: readonly PlacedFault[] };

const readCommand = (text: string, reading: Reading): ReadCommand => {
  const line = readJsonLine(text);
  if (line.json === "Faulty") return { faults: [line.fault] };
  const { value } = line;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { faults: [inputFault("NotAnObject", { found: value })] };
  }
  const { recordedAt, ...asked } = value as { readonly [member: string]: unknown };
  const faults = recordedAt === undefined ? [] : clockFaults(recordedAt, reading);
  const opened = withoutProfile(asked);
  faults.push(...opened.faults);
  const withActor = reading.actor === undefined ? {} : { actor: reading.actor };
  const decoded = decodeCommand({ ...withActor, ...opened.asked }, "");
  if (decoded.decoded === "Faulty") {
    const places = new Set<string>();
    for (const { path, expected, found } of decoded.faults) {
      // The branches of a union find the same fault each.
      const key = `${path.join(" ")} ${expected}`;
      if (!places.has(key)) faults.push(commandFault(expected, found, { path }));
      places.add(key);
    }
  }
  if (faults.length > 0 || decoded.decoded === "Faulty") return { faults };
  const { id, ...unnamed } = decoded.command;
  return {
    command: id === "" ? unnamed : { ...unnamed, id },
    ...(opened.profile === undefined ? {} : { profile: opened.profile }),
    ...(recordedAt === undefined ? {} : { recordedAt: recordedAt as string }),
  };
};

const clockFaults = (recordedAt: unknown, { simulated }: Reading): PlacedFault[] => {
  const place = { path: ["recordedAt"] };
  if (!simulated) return [inputFault("RecordedAtForReal", { found: recordedAt }, place)];
  return typeof recordedAt === "string" && isInstant(recordedAt)
    ? []
    : [illTyped("an instant as YYYY-MM-DDTHH:MM:SS.mmmZ", recordedAt, place)];
};

const commandFault = (expected: string, found: unknown, place: Place): PlacedFault =>
  expected === "the name of a command"
    ? inputFault(
        "NoSuchCommand",
        { found, nearest: nearest(String(found), allCommands.keys()) },
        place,
      )
    : shapeFault(expected, found, place);
