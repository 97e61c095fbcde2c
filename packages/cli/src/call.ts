import type { Lang } from "@tongket/core/messages";
import type { Failure } from "./fault.ts";
import type { Io } from "./io.ts";

/** One call of a command: what was asked, and where. */
export interface Call {
  readonly io: Io;
  readonly lang: Lang;
  /** Results as JSON, faults too. */
  readonly json: boolean;
  readonly command: string;
  /** A place as it was given, with the password that no argument below holds. */
  readonly whole: (shown: string) => string;
  readonly arguments: readonly (string | undefined)[];
  readonly options: {
    readonly [name: string]: string | boolean | readonly string[] | undefined;
  };
}

/** How a command ended: its result for machines, and the same in words. */
export interface Ending {
  readonly result?: unknown;
  readonly words?: string;
  /** Said to people beside the result. */
  readonly notes?: readonly string[];
  /** What was refused or found, listed as faults are; it says how the program exits. */
  readonly failure?: Failure | undefined;
}

export type Run = (call: Call) => Promise<Ending>;
