import packageJson from "../package.json" with { type: "json" };
import type { Call, Ending } from "./call.ts";
import { readCommandLine } from "./command-line.ts";
import { Failure, inputFault, interrupted } from "./fault.ts";
import type { Io, Output } from "./io.ts";
import { langOf } from "./lang.ts";
import { isLedgerFault, ledgerFailure } from "./ledger-failure.ts";
import { placeOf } from "./ledger-place.ts";
import { withoutPasswords } from "./passwords.ts";
import { failureJson, failureText, jsonText } from "./speaking.ts";

/** Runs one call of the program and gives its exit code. It never throws. */
export const main = async (given: readonly string[], outer: Io): Promise<number> => {
  const { argv, whole, hidden } = withoutPasswords(given);
  const io = hiding(outer, hidden);
  const lang = langOf(argv, io.env);
  const json = argv.includes("--json");
  let call: Call | undefined;
  const fail = async (failure: Failure): Promise<number> => {
    if (json) await io.stdout.write(`${jsonText({ error: failureJson(lang, failure) })}\n`);
    else await io.stderr.write(failureText(lang, failure));
    return failure.exit;
  };
  try {
    const asked = readCommandLine(argv, lang, packageJson.version);
    if (asked.asked === "Text") {
      await io.stdout.write(asked.text);
      return 0;
    }
    call = { ...asked.call, io, whole };
    const { run } = await asked.row.load();
    const ending = await run(call);
    await tell(ending, call);
    return ending.failure?.exit ?? 0;
  } catch (error) {
    return fail(failureOf(error, io, call));
  }
};

/** Also what the system or a driver says of a place shows no password. */
const hiding = (io: Io, hidden: (text: string) => string): Io => {
  const through = (output: Output): Output => ({
    get closed() {
      return output.closed;
    },
    columns: output.columns,
    write: (text) => output.write(hidden(text)),
  });
  return { ...io, stdout: through(io.stdout), stderr: through(io.stderr) };
};

const tell = async (
  { result, words = "", notes = [], failure }: Ending,
  { io, lang, json }: Call,
): Promise<void> => {
  if (json) {
    const error = failure === undefined ? {} : { error: failureJson(lang, failure) };
    if (result === undefined && failure === undefined) return;
    await io.stdout.write(`${jsonText({ ...(result as object), ...error })}\n`);
    return;
  }
  if (failure !== undefined) await io.stderr.write(failureText(lang, failure));
  await io.stdout.write(words);
  for (const note of notes) await io.stderr.write(`${note}\n`);
};

const failureOf = (error: unknown, io: Io, call: Call | undefined): Failure => {
  if (error instanceof Failure) return error;
  if (io.ending.aborted) return interrupted(io.ending);
  if (isLedgerFault(error)) return ledgerFailure(error, call && placeOf(call));
  const { code, path, syscall } = (error ?? {}) as NodeJS.ErrnoException;
  if (code !== undefined && syscall !== undefined) {
    const file = path ?? call?.arguments[0] ?? syscall;
    return new Failure("input", [inputFault("FileUnreadable", { file, why: code }, { file })]);
  }
  return programFailure(error);
};

const programFailure = (error: unknown): Failure => {
  const [what = ""] = String(error).split("\n");
  const facts = { what, version: packageJson.version };
  return new Failure("program", [inputFault("ProgramFault", facts)], { exit: 70 });
};

/** What to say of an error that no call of a command met: one line, and no stack. */
export const strayErrorText = (error: unknown, io: Io): string =>
  failureText(langOf([], io.env), programFailure(error));
