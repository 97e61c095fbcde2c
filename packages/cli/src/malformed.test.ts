import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { canonicalJson } from "@tongket/core";
import { hashedText } from "@tongket/core/log";
import { shippedPacks } from "@tongket/core/rulebook";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { runBinary, runHere } from "./trial-run.ts";

let home: string;
/** A ledger of two branches and a member, put back before each row. */
let original: string;
const work = (): string => join(home, "work");

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "tongket-malformed-"));
  original = join(home, "original");
  mkdirSync(original);
  const real = join(original, "l.jsonl");
  await runHere(["init", real, "--id", "l"]);
  const done = await runHere(["record", real, "-"], { stdin: `${founding.join("\n")}\n` });
  if (done.exit !== 0) throw new Error(done.err);
});

beforeEach(() => {
  rmSync(work(), { recursive: true, force: true });
  cpSync(original, work(), { recursive: true });
});

afterAll(() => rmSync(home, { recursive: true }));

const line = (command: string, data: unknown, more: object = {}): string =>
  JSON.stringify({ command, actor: "clerk", effectiveOn: "2012-06-01", data, ...more });

const founding = [
  line("CarryInBranch", { branch: "m", kind: "upper-committee", name: "M" }),
  line("CarryInBranch", { branch: "c", kind: "cell", name: "C", parent: "m" }, { id: "used" }),
  line("CarryInMember", { member: "p", branch: "c", status: "official" }),
];

const rename = (name: unknown, more: object = {}): string =>
  line("RenameBranch", { branch: "m", name }, more);

/** Every file below a folder with its bytes. */
const bytesIn = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .toSorted()
      .flatMap((name) => {
        const path = join(folder, name);
        return statSync(path).isFile() ? [[name, readFileSync(path, "latin1")] as const] : [];
      }),
  );

interface Expected {
  readonly exit: 0 | 1 | 2;
  readonly rule: string;
  /** The line of the file, where it is one. */
  readonly line?: number;
  readonly path?: string;
  /** Parts of the English message: what is wrong, what was received, what to do. */
  readonly says: readonly (string | RegExp)[];
}

/** Runs a call in both languages, for people and for machines, and looks at all that came. */
const expectFault = async (
  argv: readonly string[],
  { exit, rule, line: at, path, says }: Expected,
  { stdin, file }: { readonly stdin?: string | Uint8Array; readonly file?: string } = {},
): Promise<void> => {
  const before = bytesIn(work());
  const surroundings = stdin === undefined ? {} : { stdin };
  const told = await runHere(argv, surroundings);
  const vietnamese = await runHere(argv, { ...surroundings, env: { LANG: "vi_VN.UTF-8" } });
  const json = await runHere(["--json", ...argv], surroundings);
  expect([told.exit, vietnamese.exit, json.exit], told.err).toEqual([exit, exit, exit]);
  for (const part of says) expect(told.err).toMatch(part);
  expect(told.err).toContain(`[${rule}]`);
  expect(told.err).toContain("Remedy: ");
  expect(vietnamese.err).toContain("Cách khắc phục: ");
  expect(vietnamese.err).toContain(`[${rule}]`);
  if (file !== undefined) expect(told.err).toContain(at === undefined ? file : `${file}:${at}: `);
  if (path !== undefined) expect(told.err).toContain(`: ${path}: `);
  for (const text of [told.out, told.err, vietnamese.out, vietnamese.err, json.out, json.err]) {
    expect(text).not.toMatch(/^\s*at .*:\d+:\d+|node_modules|undefined|\[object/m);
    expect(text).not.toMatch(/(?<!\\u)\{\w+(:\w+)?\}/);
    expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u);
  }
  const { error } = JSON.parse(json.out) as {
    readonly error: { readonly exit: number; readonly faults: readonly { rule: string }[] };
  };
  expect(error.exit).toBe(exit);
  expect(error.faults.map((fault) => fault.rule)).toContain(rule);
  expect(bytesIn(work())).toEqual(before);
};

type Row = readonly [what: string, input: string | Uint8Array, expected: Expected];

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));

const illTyped = (path: string, ...says: readonly (string | RegExp)[]): Expected => ({
  exit: 2,
  rule: "IllTyped",
  line: 1,
  path,
  says,
});

/** Files of commands that cannot be read: nothing of them is recorded. */
const unreadable: readonly Row[] = [
  ["an empty file", "", { exit: 2, rule: "NoCommands", says: [/no command/] }],
  ["blank lines only", "\n \t\n\r\n", { exit: 2, rule: "NoCommands", says: [/no command/] }],
  [
    "a byte order mark",
    bytes([0xef, 0xbb, 0xbf], rename("x")),
    { exit: 2, rule: "HasBom", line: 1, says: [/byte order mark/, /Save it as UTF-8/] },
  ],
  [
    "Latin-1",
    bytes(rename("x"), "\n", '{"command":"', [0xe9, 0x22, 0x7d]),
    { exit: 2, rule: "NotUtf8", line: 2, says: [/Byte 13 .*0xe9/, /Save the file as UTF-8/] },
  ],
  [
    "a character cut in half",
    bytes('{"a":"', [0xc3]),
    { exit: 2, rule: "NotUtf8", line: 1, says: [/Byte 7 .*0xc3/] },
  ],
  [
    "UTF-16",
    Buffer.from(`\u{feff}${rename("x")}`, "utf16le"),
    { exit: 2, rule: "NotUtf8", line: 1, says: [/0xff/] },
  ],
  [
    "a surrogate encoded in three bytes",
    bytes('{"a":"', [0xed, 0xa0, 0x80], '"}'),
    { exit: 2, rule: "NotUtf8", line: 1, says: [/0xed/] },
  ],
  [
    "a line of 10 MB",
    `${rename("x")}\n${rename("y".repeat(10_000_000))}\n`,
    { exit: 2, rule: "LineTooLong", line: 2, says: [/1,048,576 bytes/, /nothing behind it/] },
  ],
  [
    "a line of one byte too many",
    " ".repeat(1024 * 1024 + 1),
    { exit: 2, rule: "LineTooLong", line: 1, says: [/1,048,576/] },
  ],
  ["NUL bytes", "\0\0\0\0", { exit: 2, rule: "NotJson", line: 1, says: [/Column 1/, "u{0}"] }],
  [
    "a NUL inside a text",
    '{"command":"a\0b"}',
    { exit: 2, rule: "NotJson", line: 1, path: "command", says: [/Column 14/] },
  ],
  [
    "a file cut off",
    `${rename("x")}\n${rename("y").slice(0, -9)}`,
    { exit: 2, rule: "CutOff", line: 2, says: [/ends inside its JSON/, /cut off/] },
  ],
  [
    "two objects on a line",
    `${rename("x")}${rename("y")}`,
    { exit: 2, rule: "NotJson", line: 1, says: [/Column \d+/, /one JSON object on one line/] },
  ],
  [
    "JSON over many lines",
    JSON.stringify(JSON.parse(rename("x")), null, 2),
    { exit: 2, rule: "CutOff", line: 1, says: ["“{”"] },
  ],
  ["single quotes", "{'command':1}", { exit: 2, rule: "NotJson", line: 1, says: [/Column 2/] }],
  ["a comma too many", '{"a":1,}', { exit: 2, rule: "NotJson", line: 1, says: [/Column 8/] }],
  ["a comment", `${rename("x")} // why`, { exit: 2, rule: "NotJson", line: 1, says: ["// why"] }],
  ["no JSON at all", "%PDF-1.7", { exit: 2, rule: "NotJson", line: 1, says: ["%PDF-1.7"] }],
  [
    "a member given twice",
    '{"command":"RenameBranch","actor":"a","data":{"branch":"m","name":"x","branch":"c"}}',
    { exit: 2, rule: "DuplicateField", line: 1, path: "data.branch", says: ["“branch” twice"] },
  ],
  [
    "a lone surrogate",
    '{"command":"RenameBranch","actor":"a","data":{"branch":"m","name":"\\ud800"}}',
    {
      exit: 2,
      rule: "LoneSurrogate",
      line: 1,
      path: "data.name",
      says: [/half a character/, "“…”"],
    },
  ],
  [
    "text in NFD",
    rename("Đa\u0323ng bô\u0323"),
    { exit: 2, rule: "NotNfc", line: 1, path: "data.name", says: [/Unicode NFC/, "uconv"] },
  ],
  [
    "a number beyond all",
    '{"command":"ExtendProbation","actor":"a","data":{"member":"p","months":1e999}}',
    { exit: 2, rule: "NumberNotExact", line: 1, path: "data.months", says: [/number …/] },
  ],
  [
    "a whole number that would be rounded",
    '{"command":"ExtendProbation","actor":"a","data":{"member":"p","months":9007199254740993}}',
    { exit: 2, rule: "NumberNotExact", line: 1, says: [/number …/, /whole numbers up to/] },
  ],
  [
    "100,000 levels",
    `${"[".repeat(100_000)}${"]".repeat(100_000)}`,
    { exit: 2, rule: "TooDeep", line: 1, says: [/64 levels/] },
  ],
  [
    "100,000 levels in the data",
    `{"command":"RenameBranch","actor":"a","data":${'{"a":'.repeat(100_000)}`,
    { exit: 2, rule: "TooDeep", line: 1, says: [/64 levels/] },
  ],
];

/** Commands that are JSON and yet none. */
const shapeless: readonly Row[] = [
  ["a number", "17", { exit: 2, rule: "NotAnObject", line: 1, says: ["received “…”"] }],
  ["a text", '"x"', { exit: 2, rule: "NotAnObject", line: 1, says: ["received “…”"] }],
  ["null", "null", { exit: 2, rule: "NotAnObject", line: 1, says: ["received null"] }],
  [
    "an array of commands",
    `[${rename("x")}]`,
    { exit: 2, rule: "NotAnObject", line: 1, says: [/`command`, `actor` and `data`/] },
  ],
  [
    "an unknown command",
    line("DropTables", {}),
    { exit: 2, rule: "NoSuchCommand", line: 1, path: "command", says: ["“DropTables”"] },
  ],
  [
    "a command misspelt",
    line("AdmitMembr", {}),
    { exit: 2, rule: "NoSuchCommand", line: 1, says: ["“AdmitMembr”; AdmitMember is near"] },
  ],
  ...["__proto__", "toString", "constructor"].map(
    (name): Row => [
      `the command ${name}`,
      line(name, {}),
      { exit: 2, rule: "NoSuchCommand", line: 1, says: [`“${name}”`] },
    ],
  ),
  [
    "no command, actor and data",
    "{}",
    { exit: 2, rule: "FieldMissing", line: 1, path: "command", says: ["received nothing"] },
  ],
  [
    "no actor",
    '{"command":"RenameBranch","data":{"branch":"m","name":"x"}}',
    { exit: 2, rule: "FieldMissing", line: 1, path: "actor", says: ["Add the field"] },
  ],
  [
    "a member nobody knows",
    rename("x", { colour: "red" }),
    {
      exit: 2,
      rule: "FieldUnknown",
      line: 1,
      path: "colour",
      says: [/no such field here\. /, /spelling/],
    },
  ],
  [
    "a member nobody knows in the data",
    line("RenameBranch", { branch: "m", name: "x", oldName: "y" }),
    { exit: 2, rule: "FieldUnknown", line: 1, path: "data.oldName", says: [/no such field/] },
  ],
  [
    "`__proto__` in the data",
    '{"command":"RenameBranch","actor":"a","data":{"branch":"m","name":"x","__proto__":{"a":1}}}',
    { exit: 2, rule: "FieldUnknown", line: 1, path: "data.__proto__", says: [/no such field/] },
  ],
  [
    "`__proto__` beside the data",
    '{"command":"RenameBranch","actor":"a","__proto__":{"id":"x"},"data":{}}',
    { exit: 2, rule: "FieldUnknown", line: 1, path: "__proto__", says: [/no such field/] },
  ],
];

/** Values that are not of their kind. */
const wrongValues: readonly Row[] = [
  ["data that are a text", line("RenameBranch", "x"), illTyped("data", "Expected object", "“…”")],
  ["data that are an array", line("RenameBranch", []), illTyped("data", "Expected object", "[]")],
  ["a name that is a number", rename(17), illTyped("data.name", "Expected string; received 17")],
  ["a name that is null", rename(null), illTyped("data.name", "received null")],
  ["an empty name", rename(""), illTyped("data.name", "1 to 500 characters", "“”")],
  ["a name too long", rename("x".repeat(501)), illTyped("data.name", "1 to 500", "x…”")],
  [
    "a text too long",
    line("ReverseEvent", { target: "1.0", reason: "x".repeat(20_001) }),
    illTyped("data.reason", "1 to 20,000 characters"),
  ],
  [
    "an id with a space",
    line("RenameBranch", { branch: "m n", name: "x" }),
    illTyped("data.branch", "an id: 1 to 96", "“m n”", "these characters only"),
  ],
  [
    "an id with Vietnamese letters",
    line("RenameBranch", { branch: "đảng", name: "x" }),
    illTyped("data.branch", "“đảng”"),
  ],
  [
    "an id that is too long",
    line("RenameBranch", { branch: "m".repeat(97), name: "x" }),
    illTyped("data.branch", "mmm…”"),
  ],
  [
    "an id that would forge the terminal",
    line("RenameBranch", { branch: "m\n\u001b[2Jx\u202e", name: "x" }),
    illTyped("data.branch", "m\\u{a}\\u{1b}[2Jx\\u{202e}"),
  ],
  ["an empty actor", rename("x", { actor: "" }), illTyped("actor", "an id", "“”")],
  ["an id that is an object", rename("x", { id: { a: 1 } }), illTyped("id", '{"a":"…"}')],
  [
    "31 February as the day of effect",
    rename("x", { effectiveOn: "2013-02-31" }),
    illTyped("effectiveOn", "a calendar date", "“2013-02-31”", "such as 2013-01-23"),
  ],
  [
    "31 February in the data",
    line("AdmitMember", { member: "q", branch: "c", decidedOn: "2012-02-31" }),
    illTyped("data.decidedOn", "“2012-02-31”"),
  ],
  [
    "29 February of a year that has none",
    rename("x", { effectiveOn: "2100-02-29" }),
    illTyped("effectiveOn", "“2100-02-29”"),
  ],
  [
    "a date as people write it",
    rename("x", { effectiveOn: "23/1/2013" }),
    illTyped("effectiveOn", "“23/1/2013”"),
  ],
  ["a date that is a number", rename("x", { effectiveOn: 20130123 }), illTyped("effectiveOn")],
  [
    "a status that there is not",
    line("CarryInMember", { member: "q", branch: "c", status: "honorary" }),
    illTyped("data.status", '"probationary" | "official"', "“honorary”"),
  ],
  [
    "fewer than nobody",
    line("AdmitMember", {
      member: "q",
      branch: "c",
      decidedOn: "2012-05-01",
      vote: { inFavour: -1 },
    }),
    illTyped("data.vote.inFavour", "a count from 0", "received -1"),
  ],
  [
    "half a month",
    line("ExtendProbation", { member: "p", months: 1.5 }),
    illTyped("data.months", "an integer", "received 1.5"),
  ],
  [
    "an address that is none",
    line("ReverseEvent", { target: "first", reason: "x" }),
    illTyped("data.target", "POSITION.INDEX", "“first”"),
  ],
  [
    "the clock of a real ledger",
    rename("x", { recordedAt: "2012-06-01T00:00:00.000Z" }),
    {
      exit: 2,
      rule: "RecordedAtForReal",
      line: 1,
      path: "recordedAt",
      says: ["“2012-06-01T00:00:00.000Z”", "Leave `recordedAt` out"],
    },
  ],
  [
    "a profile that is a text",
    line("ProfilePerson", { person: "p", profile: "Trần Thị Mơ" }),
    illTyped("data.profile", "Expected object"),
  ],
  [
    "a profile with a number",
    line("ProfilePerson", { person: "p", profile: { name: "Trần Thị Mơ", age: 40 } }),
    illTyped("data.profile.age", "Expected string", "received “…”"),
  ],
  [
    "a profile without a person",
    line("ProfilePerson", { profile: { name: "Trần Thị Mơ" } }),
    { exit: 2, rule: "FieldMissing", line: 1, path: "data.person", says: [/missing/] },
  ],
  [
    "a profile beside a sealed text",
    line("ProfilePerson", { person: "p", profile: { name: "x" }, sealed: "v1.x" }),
    { exit: 2, rule: "ProfileSealedTwice", line: 1, says: [/both a profile and a sealed text/] },
  ],
  ...[
    "v1.SG9hbmcgTEVBS05BTUU",
    `v1.${Buffer.from("Hoang LEAKNAME".padEnd(92)).toString("base64url")}`,
    `v1.${Buffer.alloc(93, 0xff).toString("base64url")}`,
    "Hoang",
  ].map(
    (sealed, at): Row => [
      `a sealed text that no vault made (${at})`,
      line("ProfilePerson", { person: "p", sealed }),
      illTyped("data.sealed", "a sealed text", "received “…”", "Give `profile`"),
    ],
  ),
  [
    "a profile too long to seal",
    line("ProfilePerson", { person: "p", profile: { name: "x".repeat(15_000) } }),
    { exit: 2, rule: "ProfileTooLong", line: 1, says: [/15,0\d\d bytes/, /14,000 at most/] },
  ],
];

describe.each([
  ["cannot be read", unreadable],
  ["are no commands", shapeless],
  ["are ill-typed", wrongValues],
])("inputs that %s end with 2 and change nothing", (_, rows) => {
  test.each(rows)("%s", async (_what, input, expected) => {
    const [ledger, file] = [join(work(), "l.jsonl"), join(home, "commands.jsonl")];
    writeFileSync(file, input);
    await expectFault(["record", ledger, file], expected, { file });
    const { line: at, ...other } = expected;
    const stdin = { ...other, ...(at === undefined ? {} : { line: at }) };
    await expectFault(["record", ledger, "-"], stdin, { stdin: input, file: "stdin" });
  });
});

/** Commands that are well-formed and refused by a rule of the ledger. */
const refused: readonly Row[] = [
  [
    "an unknown branch",
    line("RenameBranch", { branch: "nowhere", name: "x" }),
    { exit: 1, rule: "BranchUnknown", line: 1, says: ["no branch nowhere", "Check the id"] },
  ],
  [
    "the branch `__proto__`",
    line("CarryInMember", { member: "q", branch: "__proto__", status: "official" }),
    { exit: 1, rule: "BranchUnknown", line: 1, says: ["no branch __proto__"] },
  ],
  [
    "a day in the future",
    rename("x", { effectiveOn: "2031-01-01" }),
    {
      exit: 1,
      rule: "EffectiveInFuture",
      line: 1,
      says: ["1 January 2031", "today is 1 January 2030"],
    },
  ],
  [
    "an event that there is not",
    line("ReverseEvent", { target: "99.0", reason: "x" }),
    { exit: 1, rule: "UnknownEvent", line: 1, says: ["no event 99.0", "tongket log"] },
  ],
  [
    "the id of another command",
    rename("x", { id: "used" }),
    { exit: 1, rule: "CommandIdReused", line: 1, says: ["used", "position 2"] },
  ],
  [
    "a member who is one already",
    line("CarryInMember", { member: "p", branch: "c", status: "probationary" }),
    { exit: 1, rule: "IsMemberAlready", line: 1, says: ["p is a member already"] },
  ],
  [
    "a word that the rules do not know",
    line("CarryInBranch", { branch: "x", kind: "soviet", name: "x", parent: "m" }),
    { exit: 1, rule: "NotInVocabulary", line: 1, says: ["“soviet”", "kinds of branch"] },
  ],
  [
    "a word that is like some that the rules know",
    line("CarryInBranch", { branch: "x", kind: "committee", name: "x", parent: "m" }),
    { exit: 1, rule: "NotInVocabulary", line: 1, says: [/near are upper-committee, .* and \w/] },
  ],
  [
    "a day before the branch was there",
    rename("x", { effectiveOn: "2001-01-01" }),
    { exit: 1, rule: "BranchUnknown", line: 1, says: ["no branch m"] },
  ],
];

describe("commands that a rule refuses end with 1 and change nothing", () => {
  test.each(refused)("%s", async (_what, input, expected) => {
    const [ledger, file] = [join(work(), "l.jsonl"), join(home, "commands.jsonl")];
    writeFileSync(file, input);
    await expectFault(["record", ledger, file], expected, { file });
    const { line: _line, ...whole } = expected;
    await expectFault(["record", ledger, file, "--atomic"], whole, { file });
  });
});

type Call = readonly [what: string, argv: readonly string[], expected: Expected];
const call = (what: string, rule: string, argv: readonly string[], ...says: RegExp[]): Call => [
  what,
  argv,
  { exit: 2, rule, says },
];

/** Calls that ask for nothing there is. L stands for the ledger, W for its folder. */
const calls: readonly Call[] = [
  call("no command", "CommandMissing", [], /No command/, /--help/),
  call("an unknown command", "UnknownCommand", ["frobnicate"], /“frobnicate”/),
  call("a command that would forge", "UnknownCommand", ["a'\nb\u001b[0m"], /u\{a\}b\\u\{1b\}/),
  call("an unknown option", "UnknownOption", ["log", "L", "--colour"], /“--colour”/, /log --help/),
  call("no ledger", "ArgumentMissing", ["log"], /LEDGER/),
  call("no file", "ArgumentMissing", ["record", "L"], /FILE/),
  call("too many arguments", "ArgumentsTooMany", ["log", "L", "M"], /takes no argument/),
  call("init without an id", "OptionMissing", ["init", "W/n.jsonl"], /--id/),
  call("an option without its value", "OptionValueMissing", ["init", "W/n.jsonl", "--id"], /--id/),
  call("an id that is none", "OptionIllTyped", ["init", "W/n.jsonl", "--id", "a b"], /“a b”/),
  call("a language nobody speaks", "OptionIllTyped", ["log", "L", "--lang", "xx"], /"vi" \| "en"/),
  call("31 February", "OptionIllTyped", ["log", "L", "--as-of", "2013-02-31"], /“2013-02-31”/),
  call(
    "an instant with an offset",
    "OptionIllTyped",
    ["log", "L", "--known-at", "2013-01-01T08:00:00+07:00"],
    /convert to UTC/,
  ),
  call("a day that is none", "OptionIllTyped", ["log", "L", "--known-at", "2013-02-30"], /UTC/),
  call("a leap second", "OptionIllTyped", ["log", "L", "--known-at", "2012-06-30T23:59:60.000Z"]),
  call("a year that is a word", "OptionIllTyped", [
    "report",
    "L",
    "--branch",
    "m",
    "--year",
    "MMXII",
  ]),
  call("a head that is none", "OptionIllTyped", ["verify", "L", "--head", "3"], /POSITION:HASH/),
  call("a format nobody writes", "OptionIllTyped", [
    ...["report", "L", "--branch", "m", "--year", "2012", "--format", "doc"],
  ]),
  call("an address that is none", "ArgumentIllTyped", [
    ...["correct", "L", "1", "--reason", "x", "--actor", "a"],
  ]),
  call("a reason in NFD", "OptionIllTyped", [
    ...["correct", "L", "1.0", "--reason", "so\u0302\u0301", "--actor", "a"],
  ]),
  call("an empty reason", "OptionIllTyped", [
    "correct",
    "L",
    "1.0",
    "--reason",
    "",
    "--actor",
    "a",
  ]),
  call("both ways to record", "OptionsClash", ["record", "L", "-", "--atomic", "--keep-going"]),
  call("the clock of a real ledger told", "NowForRealLedger", [
    ...["record", "L", "-", "--now", "2013-01-01T00:00:00.000Z"],
  ]),
  call("the clock of a new real ledger told", "NowNeedsSimulated", [
    ...["init", "W/n.jsonl", "--id", "n", "--now", "2013-01-01T00:00:00.000Z"],
  ]),
  call("a simulated ledger without its time", "NowMissing", [
    ...["init", "W/n.jsonl", "--id", "n", "--simulated"],
  ]),
  call("a ledger of MySQL", "StoreNotShipped", ["log", "mysql://h/d?ledger=l"]),
  call("a database without a ledger", "LedgerIdMissing", ["log", "postgres://h/d"]),
  call("two ledgers at once", "LedgerIdMissing", ["log", "postgres://h/d?ledger=a&ledger=b"]),
  call("a ledger id that is none", "ArgumentIllTyped", ["log", "postgres://h/d?ledger=a%20b"]),
  call("a URL that is none", "LedgerNameUnclear", ["log", "postgres://h:x/d?ledger=l"]),
  call("another id than the URL's", "LedgerIdOther", [
    ...["init", "postgres://h/d?ledger=l", "--id", "m"],
  ]),
  call("a ledger of another kind", "StoreNotShipped", ["verify", "redis://h?ledger=l"]),
  call("a SQLite ledger that is missing", "LedgerMissing", ["verify", "W/none.db"]),
  call("a SQLite ledger in no folder", "FolderMissing", ["init", "W/no/l.sqlite", "--id", "l"]),
  call("a name that tells no store", "LedgerNameUnclear", ["init", "W/ledger", "--id", "l"]),
  call("an extension and no name", "LedgerNameUnclear", ["log", ".jsonl"]),
  call("a name with NUL", "LedgerNameUnclear", ["log", "W/a\0.jsonl"]),
  call("no such ledger", "LedgerMissing", ["log", "W/none.jsonl"], /tongket init/),
  call("no such ledger to verify", "LedgerMissing", ["verify", "W/none.jsonl"]),
  call("no such ledger to record in", "LedgerMissing", ["record", "W/none.jsonl", "-"]),
  call("a ledger that is there already", "LedgerExists", ["init", "L", "--id", "l"]),
  call("a folder that is not there", "FolderMissing", ["init", "W/no/l.jsonl", "--id", "l"]),
  call("no such file of commands", "FileMissing", ["record", "L", "W/none"], /no file/),
  call("a folder of commands", "FileIsDirectory", ["record", "L", "W"], /is a directory/),
  call("a subject nobody recorded", "SubjectUnclear", ["show", "L", "nobody"], /“nobody”/),
  call("the subject `__proto__`", "SubjectUnclear", ["show", "L", "__proto__"]),
  call("a position behind the end", "NothingKnown", ["show", "L", "99"]),
  call("a branch nobody recorded", "BranchNotThere", [
    "missing",
    "L",
    "--branch",
    "x",
    "--year",
    "2012",
  ]),
  call("a figure nobody counts", "FigureUnknown", [
    ...["explain", "L", "shipsBuilt", "--branch", "m", "--year", "2012"],
  ]),
  call("a figure called `__proto__`", "FigureUnknown", [
    ...["explain", "L", "__proto__", "--branch", "m", "--year", "2012"],
  ]),
  call("a target nobody set", "FigureUnknown", [
    ...["explain", "L", "target:x@2012", "--branch", "m"],
  ]),
  call("nothing to explain", "ArgumentMissing", ["explain", "L", "--branch", "m"], /FIGURE/),
  call(
    "a figure of no year",
    "OptionMissing",
    [...["explain", "L", "planItems", "--branch", "m"]],
    /--year/,
  ),
  call("a report that goes nowhere", "FileIsDirectory", [
    ...["report", "L", "--branch", "m", "--year", "2012", "-o", "W"],
  ]),
  call("no such projection", "FileMissing", [
    ...["replay", "L", "--branch", "m", "--year", "2012", "--projection", "W/none.ts"],
  ]),
];

test.each(calls)("the call with %s ends as it should", async (_what, argv, expected) => {
  const placed = argv.map((one) =>
    one === "L" ? join(work(), "l.jsonl") : one.replace(/^W(?=\/|$)/, work()),
  );
  await expectFault(placed, expected);
});

describe("ledgers that are damaged", () => {
  const damaged = (change: (bytes: Buffer) => Buffer): string => {
    const ledger = join(work(), "l.jsonl");
    writeFileSync(ledger, change(readFileSync(ledger)));
    return ledger;
  };

  test.each([
    ["an empty file", () => Buffer.alloc(0), "NotALedger", /an empty file/],
    ["another kind of file", () => Buffer.from("%PDF\n"), "NotALedger", /This is no ledger/],
    [
      "a byte order mark",
      (all: Buffer) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), all]),
      "BrokenRecord",
      /begins with a byte order mark, which another program put there/,
    ],
  ] as const)("%s", async (_what, change, rule, says) => {
    const ledger = damaged(change);
    const expected = { exit: 2, rule, line: 1, says: [says] } as const;
    await expectFault(["log", ledger], expected, { file: ledger });
    await expectFault(["record", ledger, "-"], expected, { file: ledger, stdin: rename("x") });
    await expectFault(["verify", ledger], { ...expected, exit: 1 }, { file: ledger });
  });

  test("a byte changed is named with its line", async () => {
    const ledger = damaged((all) => {
      const at = all.indexOf("CarryInMember".slice(7)) + 2;
      const changed = Buffer.from(all);
      changed[at] = (changed[at] ?? 0) ^ 1;
      return changed;
    });
    const expected = { rule: "BrokenRecord", says: [/hash is not true/, /sound copy/] };
    await expectFault(["verify", ledger], { ...expected, exit: 1, line: 4 }, { file: ledger });
    await expectFault(["log", ledger], { ...expected, exit: 2, line: 4 }, { file: ledger });
  });

  test("line ends of Windows are told as such, in all lines or in one", async () => {
    const ledger = damaged((all) => Buffer.from(all.toString().replaceAll("\n", "\r\n")));
    const expected = { rule: "BrokenRecord", line: 1, says: [/ends with CR LF/] } as const;
    await expectFault(["verify", ledger], { ...expected, exit: 1 }, { file: ledger });
    await expectFault(["log", ledger], { ...expected, exit: 2 }, { file: ledger });
    const other = join(work(), "other.jsonl");
    writeFileSync(
      other,
      readFileSync(ledger, "utf8").replaceAll("\r\n", "\n").replace(/\n$/, "\r\n"),
    );
    const ofOne = { ...expected, line: 4 } as const;
    await expectFault(["verify", other], { ...ofOne, exit: 1 }, { file: other });
    await expectFault(["log", other], { ...ofOne, exit: 2 }, { file: other });
  });

  test("a line missing in the middle", async () => {
    const ledger = damaged((all) => {
      const lines = all.toString().split("\n");
      return Buffer.from([...lines.slice(0, 2), ...lines.slice(3)].join("\n"));
    });
    const expected = { rule: "PositionGap", says: [/position 3, not 2/] };
    await expectFault(["verify", ledger], { ...expected, exit: 1, line: 3 }, { file: ledger });
  });

  test("a torn tail is told by readers, cut by a writer, and found by verify", async () => {
    const ledger = damaged((all) => Buffer.concat([all, Buffer.from('{"actor":"cle')]));
    const read = await runHere(["log", ledger, "--json"]);
    expect([read.exit, read.out.trim().split("\n").length]).toEqual([0, 3]);
    expect(read.err).toMatch(/l\.jsonl:5: .*torn.*\[TornTail\]\n$/);
    await expectFault(["verify", ledger], { exit: 1, rule: "TornTail", line: 5, says: [/torn/] });
    const done = await runHere(["record", ledger, "-"], { stdin: rename("x") });
    expect([done.exit, readFileSync(ledger, "utf8").split("\n").length]).toEqual([0, 6]);
  });

  test("the last commits missing show against a known head only", async () => {
    const ledger = join(work(), "l.jsonl");
    const { head } = JSON.parse((await runHere(["verify", ledger, "--json"])).out);
    const known = `${head.position}:${head.hash}`;
    expect((await runHere(["verify", ledger, "--head", known])).exit).toBe(0);
    damaged((all) => all.subarray(0, all.lastIndexOf("\n", all.length - 2) + 1));
    expect((await runHere(["verify", ledger])).exit).toBe(0);
    const expected = { exit: 1, rule: "PositionBeyondHead", says: [/ends at position 2/] } as const;
    await expectFault(["verify", ledger, "--head", known], expected);
    const other = { exit: 1, rule: "UnequalPrefix", says: [/has the hash/] } as const;
    await expectFault(["verify", ledger, "--head", `1:${"0".repeat(64)}`], other);
  });

  /** A ledger whose chain is sound, with one more commit of anything. */
  const withCommit = (change: object): string =>
    damaged((all) => {
      const lines = all.toString().trimEnd().split("\n");
      const { hash, ...last } = JSON.parse(lines.at(-1) ?? "");
      const next = { ...last, commandId: "forged", position: last.position + 1, prev: hash };
      return Buffer.from(`${lines.join("\n")}\n${hashedText({ ...next, ...change }).text}\n`);
    });
  const event = {
    type: "BranchRenamed",
    version: 1,
    effectiveOn: "2012-06-01",
    tags: ["branch:m"],
    data: { branch: "m", name: "x" },
  };

  test.each([
    ["of a version to come", { ...event, version: 2 }, /version 2/],
    ["of a type to come", { ...event, type: "BranchPainted" }, /BranchPainted/],
    ["of the type `__proto__`", { ...event, type: "__proto__" }, /__proto__/],
  ])("an event %s is not left out in silence", async (_what, one, says) => {
    const ledger = withCommit({ events: [one] });
    const expected = { exit: 2, rule: "EventUnknown", line: 5, says: [says, /newer one/] } as const;
    for (const argv of [["log"], ["report", "--branch", "m", "--year", "2012"]]) {
      const [name = "", ...rest] = argv;
      await expectFault([name, ledger, ...rest], expected, { file: ledger });
    }
    const stdin = rename("y");
    await expectFault(["record", ledger, "-"], expected, { file: ledger, stdin });
    expect((await runHere(["verify", ledger])).exit).toBe(0);
    expect((await runHere(["verify", ledger, "--deep"])).exit).toBe(1);
  });

  test.each([
    ["of no command", { commandId: null }],
    ["of a further command that is none", { furtherIds: ["c", null] }],
    ["without a list of them", { events: null }],
    ["that are nothing", { events: [null] }],
    ["without data", { events: [{ ...event, data: null }] }],
    ["without subjects", { events: [{ ...event, tags: null }] }],
    ["that reverse nothing", { events: [{ ...event, type: "EventReversed", data: {} }] }],
  ])("events %s are a fault of the ledger", async (_what, change) => {
    const ledger = withCommit(change);
    const expected = { exit: 2, rule: "RecordUnreadable", line: 5, says: [/no events/] } as const;
    const asked = ["--branch", "m", "--year", "2012"];
    for (const argv of [["log"], ["show", "branch:m"], ["report", ...asked]]) {
      const [name = "", ...rest] = argv;
      await expectFault([name, ledger, ...rest], expected, { file: ledger });
    }
    const stdin = rename("y");
    await expectFault(["record", ledger, "-"], expected, { file: ledger, stdin });
    const deep = { exit: 1, rule: "IllTyped", line: 5, says: [] } as const;
    await expectFault(["verify", ledger, "--deep"], deep, { file: ledger });
    const target = join(work(), "copy.jsonl");
    const copying = await runHere(["copy", ledger, target]);
    const told = expect.stringMatching(/l\.jsonl:5: .*no events.*\[RecordUnreadable\]\n$/);
    expect([copying.exit, copying.err]).toEqual([2, told]);
    expect(copying.out).toMatch(/^Copied 0 records; /);
    expect(readFileSync(target)).toEqual(readFileSync(ledger).subarray(0, statSync(target).size));
    expect(await runHere(["log", target, "--json"])).toMatchObject({ exit: 0, out: "" });
  });

  const original = {
    data: { member: "p", branch: "c", status: "official" },
    effectiveOn: "2012-06-01",
    tags: ["person:p", "branch:c"],
    type: "MemberCarriedIn",
    version: 1,
  };
  const reversal = (data: object) => ({
    ...event,
    type: "EventReversed",
    tags: original.tags,
    data: { target: "3.0", original, reason: "x", ...data },
  });

  test.each([
    ["data that are ill-typed", { events: [{ ...event, data: { branch: 7 } }] }, "IllTyped"],
    ["data that lack a member", { events: [{ ...event, data: { branch: "m" } }] }, "IllTyped"],
    ["tags of another event", { events: [{ ...event, tags: ["branch:c"] }] }, "IllTyped"],
    ["31 February", { events: [{ ...event, effectiveOn: "2012-02-31" }] }, "IllTyped"],
    ["no events", { events: [] }, "IllTyped"],
    ["a member nobody knows", { events: [event], colour: "red" }, "IllTyped"],
    ["a command id used before", { events: [event], commandId: "used" }, "DuplicateCommand"],
    [
      "a further command id used before",
      { events: [event], furtherIds: ["used"] },
      "DuplicateCommand",
    ],
    [
      "a fact in a place that was not freed",
      { events: [{ ...event, inPlaceOf: "3.0" }] },
      "PlaceNotFreed",
    ],
    [
      "a fact in a place of another day",
      { events: [reversal({}), { ...event, effectiveOn: "2012-06-02", inPlaceOf: "3.0" }] },
      "PlaceNotFreed",
    ],
    [
      "a time before the last",
      { events: [event], recordedAt: "2001-01-01T00:00:00.000Z" },
      "TimeGoesBack",
    ],
    [
      "a reversal that says something else",
      {
        events: [reversal({ original: { ...original, data: { ...original.data, branch: "m" } } })],
      },
      "ReversalDiffers",
    ],
    [
      "a reversal with another day",
      { events: [reversal({ original: { ...original, effectiveOn: "2012-06-02" } })] },
      "ReversalDiffers",
    ],
    ["a reversal of nothing", { events: [reversal({ target: "77.0" })] }, "ReversalOfNothing"],
    [
      "a reversal of a reversal",
      { events: [reversal({}), reversal({ target: "4.0" })] },
      "ReversalOfNothing",
    ],
    ["a second reversal", { events: [reversal({}), reversal({})] }, "ReversedTwice"],
  ])("verify --deep finds %s", async (_what, change, rule) => {
    const ledger = withCommit(change);
    expect((await runHere(["verify", ledger])).exit).toBe(0);
    await expectFault(
      ["verify", ledger, "--deep"],
      { exit: 1, rule, line: 5, says: [] },
      {
        file: ledger,
      },
    );
  });

  test("verify --deep finds a time ahead of the clock, but in a simulated ledger", async () => {
    const ledger = withCommit({ events: [event], recordedAt: "2999-01-01T00:00:00.000Z" });
    const says = [/2999-01-01T00:00:00\.000Z, more than a day ahead of the clock/];
    const expected = { exit: 1, rule: "RecordedAhead", line: 5, says } as const;
    await expectFault(["verify", ledger, "--deep"], expected, { file: ledger });
    const simulated = join(work(), "simulated.jsonl");
    const now = ["--simulated", "--now", "2999-01-01T00:00:00.000Z"];
    await runHere(["init", simulated, "--id", "s", ...now]);
    expect((await runHere(["verify", simulated, "--deep"])).exit).toBe(0);
  });

  test("verify --deep finds a regime that no pack is of", async () => {
    const ledger = join(work(), "club.jsonl");
    await runHere(["init", ledger, "--id", "s", "--regime", "club"]);
    const expected = { exit: 1, rule: "RegimeWithoutPack", line: 1, says: [/“club”/] } as const;
    await expectFault(["verify", ledger, "--deep"], expected, { file: ledger });
    const source = shippedPacks.find(({ matter }) => matter === "calendar");
    const content = { ...source, pack: "club-calendar", regime: "club" };
    const stdin = JSON.stringify({ command: "RegisterRulePack", actor: "a", data: { content } });
    expect((await runHere(["record", ledger, "-"], { stdin })).err).toBe("");
    expect((await runHere(["verify", ledger, "--deep"])).exit).toBe(0);
  });

  test("verify --deep finds text that is not canonical", async () => {
    const ledger = damaged((all) => {
      const lines = all.toString().trimEnd().split("\n");
      const { hash, ...last } = JSON.parse(lines.at(-1) ?? "");
      const { actor: _, ...rest } = { ...last, position: last.position + 1, prev: hash };
      const body = canonicalJson(rest).replace(/^\{/, '{"commandId":"y","actor":"a",');
      const spaced = body.replace('"commandId":"y","actor":"a"', '"actor": "a"');
      return Buffer.from(`${lines.join("\n")}\n${resealed(spaced)}\n`);
    });
    const says = [/canonical JSON/];
    await expectFault(["verify", ledger, "--deep"], { exit: 1, rule: "IllTyped", line: 5, says });
  });

  test("what is no file is told, and never waited for", async () => {
    const [pipe, folder] = [join(work(), "pipe.jsonl"), join(work(), "folder.jsonl")];
    execFileSync("mkfifo", [pipe]);
    mkdirSync(folder);
    const under = join(work(), "l.jsonl", "below.jsonl");
    for (const command of [["log"], ["verify"], ["record", "-"]]) {
      const [name = "", ...rest] = command;
      const stdin = rename("x");
      const expected = { exit: 2, says: [] } as const;
      await expectFault([name, pipe, ...rest], { ...expected, rule: "FileNotRegular" }, { stdin });
      await expectFault(
        [name, folder, ...rest],
        { ...expected, rule: "FileIsDirectory" },
        { stdin },
      );
      await expectFault([name, under, ...rest], { ...expected, rule: "FileUnreadable" }, { stdin });
    }
    rmSync(pipe);
  });
});

/** Puts a true hash behind a text that `canonicalJson` would not write. */
const resealed = (body: string): string => {
  const hash = createHash("sha256").update(body).digest("hex");
  return `${body.slice(0, -1)},"hash":"${hash}"}`;
};

test("of many faults twenty are listed, and the rest are counted", async () => {
  const ledger = join(work(), "l.jsonl");
  const stdin = Array.from({ length: 45 }, () => "{").join("\n");
  const told = await runHere(["record", ledger, "-"], { stdin });
  expect(told.err.trim().split("\n")).toHaveLength(21);
  expect(told.err).toMatch(/… and 25 more\.\n$/);
  const json = JSON.parse((await runHere(["record", ledger, "-", "--json"], { stdin })).out);
  expect([json.error.faults.length, json.error.more]).toEqual([20, 25]);
});

test("one bad line at the end, and nothing of the file is recorded", async () => {
  const ledger = join(work(), "l.jsonl");
  const stdin = `${rename("x")}\n${rename("y")}\n{\n`;
  const expected = { exit: 2, rule: "CutOff", line: 3, says: [] } as const;
  await expectFault(["record", ledger, "-"], expected, { stdin, file: "stdin" });
});

describe("the real binary", () => {
  const rows: readonly (readonly [string, readonly string[], string, number, RegExp])[] = [
    ["a bad line", ["record", "L", "-"], "{", 2, /stdin:1: .*\[CutOff\]\n$/],
    ["a refusal", ["record", "L", "-"], rename("x", { id: "used" }), 1, /\[CommandIdReused\]\n$/],
    ["an unknown option", ["log", "L", "--x"], "", 2, /\[UnknownOption\]\n$/],
    ["no such ledger", ["log", "none.jsonl"], "", 2, /\[LedgerMissing\]\n$/],
  ];
  test.each(rows)("%s", async (_what, argv, stdin, exit, says) => {
    const ledger = join(work(), "l.jsonl");
    const before = bytesIn(work());
    const told = await runBinary(
      argv.map((one) => (one === "L" ? ledger : one)),
      { stdin },
    );
    expect([told.exit, told.err]).toEqual([exit, expect.stringMatching(says)]);
    expect(told.err).not.toMatch(/^\s*at .*:\d+:\d+/m);
    expect(bytesIn(work())).toEqual(before);
  });
});
