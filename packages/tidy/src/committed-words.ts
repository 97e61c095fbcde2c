import { posix } from "node:path";
import type { Fault, SourceFile, SourceTree, Violation } from "./source-tree.ts";

type Word = Fault & { readonly pattern: RegExp; readonly files?: RegExp };

/** What a text of this repository never holds; each pattern is tried line by line. */
const words: readonly Word[] = [
  {
    pattern: /(?<![\w.~)}\]*-])\/(?:work|home|root|tmp)\//,
    message: "an absolute path of one machine",
    remedy: "write a path from the root of the repository, or make a folder under os.tmpdir()",
  },
  {
    pattern: /\bregistry\.[a-z0-9-]+\.[a-z]{2,}|https?:\/\/registry\b/i,
    message: "the host of a package registry",
    remedy: "name the package only; a lock file is written with omit-lockfile-registry-resolved",
  },
  {
    pattern: /"resolved":\s*"https?:/,
    message: "a lock file that names where its packages came from",
    remedy: "set omit-lockfile-registry-resolved=true in .npmrc and write the lock file anew",
    files: /(?:^|\/)(?:package-lock|npm-shrinkwrap)\.json$/,
  },
];

/** No word of the machine it was written on, and every text in NFC. */
export function committedWords(tree: SourceTree): Violation[] {
  return tree.flatMap((file) => [
    ...words.flatMap((word) => occurrences(file, word)),
    ...notComposed(file),
  ]);
}

/** One violation a file and word, with a count: a lock file would name a thousand. */
function occurrences(file: SourceFile, { pattern, message, remedy, files }: Word): Violation[] {
  if (files?.test(file.path) === false) return [];
  return firstLine(file, (line) => pattern.test(line), { message, remedy });
}

function notComposed(file: SourceFile): Violation[] {
  const remedy = 'save it as NFC; where a test needs NFD, write the escape, as "a\\u0323"';
  const isComposed = (text: string): boolean => text.normalize("NFC") === text;
  if (!isComposed(posix.normalize(file.path))) {
    const message = "a file name that is not NFC";
    return [{ rule: "committed-words", file: file.path, line: 1, message, remedy }];
  }
  if (isComposed(file.text)) return [];
  return firstLine(file, (line) => !isComposed(line), { message: "text that is not NFC", remedy });
}

function firstLine(file: SourceFile, isBad: (line: string) => boolean, fault: Fault): Violation[] {
  const lines = file.text.split("\n");
  const first = lines.findIndex(isBad);
  if (first < 0) return [];
  const others = lines.filter(isBad).length - 1;
  const message = others === 0 ? fault.message : `${fault.message} (and on ${others} more lines)`;
  return [
    { rule: "committed-words", file: file.path, line: first + 1, message, remedy: fault.remedy },
  ];
}
