import { matches, type SourceTree, type Violation } from "./source-tree.ts";

/**
 * A file that a rule lets be, and why. `rule` is the name a violation prints.
 * `file` is a path, or a glob for a kind of file.
 */
export type Exception = { readonly rule: string; readonly file: string; readonly reason: string };

/** The whole list. An entry that is no longer needed fails, so this only ever tells the truth. */
const exceptions: readonly Exception[] = [
  {
    rule: "sizes.file",
    file: "{packages,examples}/**/*.test.ts",
    reason: "a list of examples is read one by one; cutting it by length would scatter them",
  },
  {
    rule: "sizes.function",
    file: "{packages,examples}/**/*.test.ts",
    reason: "a describe block is a list of examples, not steps of one thought",
  },
  {
    rule: "doc-regions",
    file: "packages/vault/README.md",
    reason: "its own test, readme.test.ts, runs the block as it stands in the document",
  },
  {
    rule: "sizes.file",
    file: "packages/core/src/messages/{*.{en,vi},languages/*}.ts",
    reason: "a catalogue is one list, and its translations are read side by side",
  },
];

/** The violations that no exception covers, and one for each exception that covers nothing. */
export function withExceptions(
  tree: SourceTree,
  violations: readonly Violation[],
  list: readonly Exception[] = exceptions,
): Violation[] {
  const covers = ({ rule, file }: Exception, found: Violation): boolean =>
    rule === found.rule && matches(found.file, file);
  const left = violations.filter((found) => !list.some((exception) => covers(exception, found)));
  const stale = list.filter((exception) => {
    // NOTE: a glob speaks of files yet to grow, so it is stale only when there are no such files.
    if (exception.file.includes("*"))
      return !tree.some(({ path }) => matches(path, exception.file));
    return !violations.some((found) => covers(exception, found));
  });
  return [...left, ...stale.map(staleException)];
}

function staleException({ rule, file }: Exception): Violation {
  return {
    rule: "exceptions",
    file: "packages/tidy/src/exceptions.ts",
    line: 1,
    message: `the exception of ${file} from ${rule} is no longer needed`,
    remedy: "delete the entry",
  };
}
