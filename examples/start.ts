/**
 * Records both examples as a clerk would, on the command line, and shows what comes of them: the
 * Vietnamese review of 2012 of the seed, and the scoreboard of 2013 of the synthetic ministry.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const node = (args: readonly string[], input?: string): string => {
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    ["--conditions=source", ...args],
    { encoding: "utf8", maxBuffer: 1 << 30, ...(input === undefined ? {} : { input }) },
  );
  if (status !== 0) {
    process.stderr.write(stderr || String(error));
    process.exit(status ?? 1);
  }
  return stdout;
};

const tongket = (args: readonly string[], input?: string): string =>
  node([here("../packages/cli/src/main.ts"), ...args], input);

const init = (ledger: string, id: string, now: string): string =>
  tongket(["init", ledger, "--id", id, "--simulated", "--now", now]);

const asked = (branch: string, year: number): readonly string[] => [
  ...["--branch", branch, "--year", String(year), "--lang", "vi"],
];

const folder = mkdtempSync(join(tmpdir(), "tongket-start-"));
try {
  const review = join(folder, "review-2012.jsonl");
  cpSync(here("review-2012/ledger.jsonl.vault"), `${review}.vault`, { recursive: true });
  init(review, "review-2012", "2013-01-24T01:00:00.000Z");
  tongket(["record", review, here("review-2012/commands.jsonl")]);
  process.stdout.write(tongket(["report", review, ...asked("bo-tttt", 2012), "--names"]));

  const ministry = join(folder, "ministry-2012.jsonl");
  init(ministry, "ministry-2012", "2012-01-01T00:00:00.000Z");
  tongket(["record", ministry, "-"], node([here("ministry-2012/generate.ts")]));
  const board = ["report", ministry, "--document", "scoreboard", ...asked("ministry", 2013)];
  process.stdout.write(`\n---\n\n${tongket(board)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
