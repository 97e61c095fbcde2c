import { say } from "@tongket/core/messages";
import type { Page } from "@tongket/core/report";
import type { Names } from "./names.ts";

/** In what words something is told, and whether long lists are told in full. */
export interface Telling {
  readonly page: Page;
  readonly names: Names;
  readonly all: boolean;
}

/** How many lines of a list are told without `--all`. */
export const linesMax = 12;

export const asText = (lines: readonly string[]): string =>
  lines.map((line) => `${line}\n`).join("");

export const indented = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => `  ${line}`);

/** The lines, or the first of them and how many more there are. */
export const cut = (telling: Telling, lines: readonly string[]): readonly string[] => {
  if (telling.all || lines.length <= linesMax) return lines;
  const shown = lines.slice(0, linesMax - 1);
  return [...shown, moreLine(telling, lines.length - shown.length)];
};

export const moreLine = ({ page }: Telling, more: number): string =>
  say(page.lang, "explain.more", { more });
