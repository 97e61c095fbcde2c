/** One command as `tongket record` reads it from a line of a file. */
export interface CommandLine {
  readonly id: string;
  readonly command: string;
  readonly effectiveOn: string;
  readonly actor: string;
  /** Where the clock of the simulated ledger stands. */
  readonly recordedAt: string;
  readonly data: object;
}

/** A command before it has its place in the file. */
export interface Draft {
  readonly command: string;
  readonly effectiveOn: string;
  /** The day it is written down: that of its effect, or later. */
  readonly recordedOn: string;
  readonly data: object | ((lineOf: (key: string) => number) => object);
  /** A name by which a later command finds the number of its line. */
  readonly key?: string;
}

export const draft = (
  command: string,
  effectiveOn: string,
  data: Draft["data"],
  more: { readonly recordedOn?: string; readonly key?: string } = {},
): Draft => ({ command, effectiveOn, recordedOn: effectiveOn, data, ...more });

/** The drafts in the order they are written down; those of one day stay as they came. */
export const inOrder = (drafts: Iterable<Draft>): readonly Draft[] =>
  [...drafts].sort((a, b) => compare(a.recordedOn, b.recordedOn));

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/**
 * Merges streams that are each in order into the lines of one file. On the same day the earlier
 * stream comes first. Line 42 has the id `line-00042` and becomes commit 42.
 */
export function* linesOf(streams: readonly Iterable<Draft>[]): Iterable<CommandLine> {
  const lines = new Map<string, number>();
  let number = 0;
  let [today, onDay] = ["", 0];
  for (const { command, effectiveOn, recordedOn, data, key } of merged(streams)) {
    if (recordedOn < today) throw new Error(`${command} is written down out of order`);
    if (effectiveOn > recordedOn) throw new Error(`${command} is written down before its effect`);
    number += 1;
    onDay = recordedOn === today ? onDay + 1 : 0;
    today = recordedOn;
    if (key !== undefined) lines.set(key, number);
    yield {
      id: `line-${String(number).padStart(5, "0")}`,
      command,
      effectiveOn,
      actor: "clerk",
      recordedAt: new Date(Date.parse(`${recordedOn}T01:00:00.000Z`) + onDay * 1000).toISOString(),
      data: typeof data === "function" ? data((name) => lineNamed(lines, name)) : data,
    };
  }
}

const lineNamed = (lines: ReadonlyMap<string, number>, key: string): number => {
  const line = lines.get(key);
  if (line === undefined) throw new Error(`No line before is named ${key}`);
  return line;
};

function* merged(streams: readonly Iterable<Draft>[]): Iterable<Draft> {
  const heads = streams.map((stream) => {
    const rest = stream[Symbol.iterator]();
    return { rest, next: rest.next() };
  });
  for (;;) {
    let first: (typeof heads)[number] | undefined;
    for (const head of heads) {
      if (head.next.done === true) continue;
      const isEarlier = first === undefined || dayOf(head.next) < dayOf(first.next);
      if (isEarlier) first = head;
    }
    if (first === undefined || first.next.done === true) return;
    yield first.next.value;
    first.next = first.rest.next();
  }
}

const dayOf = (next: IteratorResult<Draft, unknown>): string =>
  next.done === true ? "" : next.value.recordedOn;
