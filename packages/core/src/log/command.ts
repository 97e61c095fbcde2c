import * as Schema from "effect/Schema";
import type { CommandType } from "../kernel/command.ts";
import { CalendarDate } from "../kernel/date.ts";
import { type Fault, faultsOf } from "../kernel/fault.ts";
import { strictly } from "../kernel/guard.ts";
import { Id } from "../kernel/ids.ts";
import type { RuleContext } from "../rulebook/rulebook.ts";
import { commandHashOf } from "./commit.ts";
import { Address } from "./events.ts";

/** A command type seen from outside, its data being whatever its schema let through. */
export type OpenCommandType = CommandType<string, unknown, RuleContext>;

/** A command that was decoded: its data has the shape of its type. */
export interface Command {
  readonly id: string;
  readonly type: OpenCommandType;
  /** The day the fact takes effect; the day of recording where absent. */
  readonly effectiveOn?: CalendarDate;
  /**
   * The address of an event that is reversed in the same commit: where the new fact is of the
   * same day, it stands in that day where the other stood.
   */
  readonly inPlaceOf?: string;
  readonly actor: string;
  readonly data: unknown;
}

/** The hash of what commands of one commit ask for, whatever their ids. */
export const hashOfCommands = (
  commands: readonly Pick<Command, "actor" | "type" | "effectiveOn" | "inPlaceOf" | "data">[],
): string =>
  commandHashOf({
    actor: commands[0]?.actor ?? "",
    commands: commands.map(({ type, effectiveOn, inPlaceOf, data }) => ({
      command: type.command,
      data,
      ...(effectiveOn === undefined ? {} : { effectiveOn }),
      ...(inPlaceOf === undefined ? {} : { inPlaceOf }),
    })),
  });

const Envelope = Schema.Struct({
  id: Schema.optionalKey(Id),
  command: Schema.String,
  effectiveOn: Schema.optionalKey(CalendarDate),
  inPlaceOf: Schema.optionalKey(Address),
  actor: Id,
  data: Schema.Unknown,
});

export type DecodedCommand =
  | { readonly decoded: "Command"; readonly command: Command }
  | { readonly decoded: "Faulty"; readonly faults: readonly Fault[] };

/** Reads commands of the given types; `idIfAbsent` names a command that brings no id. */
export const commandDecoder = (
  types: ReadonlyMap<string, OpenCommandType>,
): ((input: unknown, idIfAbsent: string) => DecodedCommand) => {
  const decodeEnvelope = Schema.decodeUnknownResult(Envelope, strictly);
  const decoders = new Map<string, ReturnType<typeof decoderOf>>();
  return (input, idIfAbsent) => {
    const envelope = decodeEnvelope(input);
    const faults = envelope._tag === "Failure" ? [...faultsOf(envelope.failure.issue, input)] : [];
    const asked = partsOf(input);
    const type = types.get(String(asked.command));
    if (type === undefined) {
      const found = asked.command;
      if (typeof found === "string") {
        faults.push({ path: ["command"], expected: "the name of a command", found });
      }
      return faulty(faults);
    }
    const decoder = decoders.get(type.command) ?? decoderOf(type);
    decoders.set(type.command, decoder);
    // An absent `data` is a fault of the envelope already.
    const data = "data" in asked ? decoder(asked.data) : undefined;
    if (data?._tag === "Failure") {
      faults.push(...faultsOf(data.failure.issue, asked.data, ["data"]));
    }
    if (envelope._tag === "Failure" || data?._tag !== "Success") return faulty(faults);
    const { id = idIfAbsent, command: _, data: __, ...rest } = envelope.success;
    return { decoded: "Command", command: { ...rest, id, type, data: data.success } };
  };
};

/** What an input names as command and data, whatever else is wrong with it. */
const partsOf = (input: unknown): { readonly command?: unknown; readonly data?: unknown } => {
  if (typeof input !== "object" || input === null) return {};
  const own = Object.entries(input).filter(([name]) => name === "command" || name === "data");
  return Object.fromEntries(own);
};

const decoderOf = (type: OpenCommandType) => Schema.decodeUnknownResult(type.schema, strictly);

const faulty = (faults: readonly Fault[]): DecodedCommand => ({ decoded: "Faulty", faults });
