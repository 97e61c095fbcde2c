import * as Schema from "effect/Schema";
import type { CommandType } from "../kernel/command.ts";
import { CalendarDate } from "../kernel/date.ts";
import { type Fault, faultsOf } from "../kernel/fault.ts";
import { Id } from "../kernel/ids.ts";
import type { RuleContext } from "../rulebook/rulebook.ts";
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
  const decodeEnvelope = Schema.decodeUnknownResult(Envelope, strict);
  const decoders = new Map<string, ReturnType<typeof decoderOf>>();
  return (input, idIfAbsent) => {
    const envelope = decodeEnvelope(input);
    if (envelope._tag === "Failure") return faulty(faultsOf(envelope.failure.issue, input));
    const { id = idIfAbsent, command, data, ...rest } = envelope.success;
    const type = types.get(command);
    if (type === undefined) {
      return faulty([{ path: ["command"], expected: "the name of a command", found: command }]);
    }
    const decoder = decoders.get(command) ?? decoderOf(type);
    decoders.set(command, decoder);
    const decoded = decoder(data);
    if (decoded._tag === "Failure") {
      return faulty(faultsOf(decoded.failure.issue, data, ["data"]));
    }
    return { decoded: "Command", command: { ...rest, id, type, data: decoded.success } };
  };
};

const strict = { onExcessProperty: "error", errors: "all" } as const;

const decoderOf = (type: OpenCommandType) => Schema.decodeUnknownResult(type.schema, strict);

const faulty = (faults: readonly Fault[]): DecodedCommand => ({ decoded: "Faulty", faults });
