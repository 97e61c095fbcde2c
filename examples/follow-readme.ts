import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));

/** What one call of the command line came to. */
interface Called {
  readonly line: string;
  readonly status: number | null;
  /** The words for people: refusals and warnings. */
  readonly stderr: string;
}

/** A fact of the ledger. */
interface Fact {
  readonly type: string;
  readonly data: { readonly [member: string]: unknown };
}

/** An example as its README has it made: the calls in order, and the files that they left. */
export interface Followed {
  readonly calls: readonly Called[];
  readonly made: (name: string) => string;
  /** The facts of one type in the ledger that was made. */
  readonly facts: (type: string) => readonly Fact["data"][];
  readonly clear: () => void;
}

/** Makes every call of a README's instructions in one language; files named `anew.` lie apart. */
export const followReadme = (example: string, lang: "vi" | "en"): Followed => {
  const home = mkdtempSync(join(tmpdir(), "tongket-example-"));
  const calls = callsOf(readFileSync(join(root, "examples", example, "README.md"), "utf8")).map(
    (line): Called => {
      const words = line.split(" ").map((word) => (isAnew(word) ? join(home, word) : word));
      const { status, stderr } = spawnSync(
        process.execPath,
        ["--conditions=source", "packages/cli/src/main.ts", ...words, "--lang", lang],
        { cwd: root, encoding: "utf8" },
      );
      return { line, status, stderr };
    },
  );
  const made = (name: string): string => readFileSync(join(home, name), "utf8");
  return {
    calls,
    made,
    facts: (type) =>
      factsIn(made("anew.jsonl")).flatMap((one) => (one.type === type ? [one.data] : [])),
    clear: () => rmSync(home, { recursive: true }),
  };
};

/** The facts of a ledger file, in order; its first line is the header. */
const factsIn = (ledger: string): readonly Fact[] =>
  ledger
    .trimEnd()
    .split("\n")
    .slice(1)
    .flatMap((line) => (JSON.parse(line) as { readonly events: readonly Fact[] }).events);

const program = "npm run -s tongket -- ";

const callsOf = (readme: string): readonly string[] =>
  (/```sh\n(.+?)```/s.exec(readme)?.[1] ?? "")
    .split("\n")
    .filter((line) => line.startsWith(program))
    .map((line) => line.slice(program.length));

const isAnew = (word: string): boolean => word.startsWith("anew.");
