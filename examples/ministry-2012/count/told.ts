import type { CommandLine } from "../command-line.ts";

/** What any command of the ministry may say; a command says only what is its own. */
export interface Said {
  readonly admissionYear?: number;
  readonly audience?: string;
  readonly award?: string;
  readonly branch?: string;
  readonly by?: string;
  readonly category?: string;
  readonly committee?: string;
  readonly course?: string;
  readonly decidedOn?: string;
  readonly distinction?: string;
  readonly eligible?: number;
  readonly from?: { readonly external?: string };
  readonly goal?: {
    readonly op: string;
    readonly value: { readonly count?: number; readonly num?: number; readonly den?: number };
  };
  readonly in?: { readonly branch: string; readonly body?: string };
  readonly items?: readonly unknown[];
  readonly kind?: string;
  readonly level?: string;
  readonly measure?: string;
  readonly member?: string;
  readonly months?: number;
  readonly office?: string;
  readonly ordinal?: number;
  readonly parent?: string;
  readonly person?: string;
  readonly reached?: number | boolean;
  readonly reason?: string;
  readonly scope?: string;
  readonly shortcoming?: string;
  readonly since?: string;
  readonly status?: string;
  readonly subject?: { readonly member?: string; readonly branch?: string };
  readonly target?: string;
  readonly to?: string;
  readonly year?: number;
}

/** One command that stands. */
export interface Told {
  readonly command: string;
  readonly on: string;
  readonly said: Said;
}

/** The commands without those that a later one reverses, by the day of their effect. */
export const toldBy = (lines: Iterable<CommandLine>): readonly Told[] => {
  const all = [...lines];
  const reversed = new Set<string>();
  for (const { command, data } of all) {
    if (command !== "ReverseEvent") continue;
    const [line = ""] = ((data as Said).target ?? "").split(".");
    reversed.add(`line-${line.padStart(5, "0")}`);
  }
  const told: Told[] = [];
  for (const { id, command, effectiveOn, data } of all) {
    if (command === "ReverseEvent" || reversed.has(id)) continue;
    told.push({ command, on: effectiveOn, said: data as Said });
  }
  return told.sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
};

/** A member that a command must have to be counted. */
export const must = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new Error("A command lacks what the count needs of it");
  return value;
};

/** A count, a share, or nothing where nothing was told. */
export type Counted =
  | { readonly count: number }
  | { readonly num: number; readonly den: number }
  | undefined;

export const shareOf = (num: number, den: number): Counted =>
  den === 0 ? undefined : { num, den };
export const countOf = (count: number): Counted => (count === 0 ? undefined : { count });
