/** A stream of text that may go away, as a pipe does when its reader ends. */
export interface Output {
  /** Settles when more may be written; writing to a closed output is no fault. */
  write(text: string): Promise<void>;
  readonly closed: boolean;
  /** How wide it is, where it is a terminal whose line can be drawn anew. */
  readonly columns?: number | undefined;
}

/** All that the program has of its surroundings. */
export interface Io {
  readonly env: { readonly [name: string]: string | undefined };
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** The time, as an instant in UTC. */
  readonly now: () => string;
  /** The calendar day where this machine stands. */
  readonly today: () => string;
  /** Aborted with the name of the signal that asks the program to end. */
  readonly ending: AbortSignal;
}
