import type { PlainWord } from "@tongket/core/messages";
import type { Run } from "./call.ts";

/** An option of a command: its flags, with the name of its value in `value`. */
export interface OptionRow {
  readonly flags: string;
  readonly value?: PlainWord;
  readonly help: PlainWord;
  readonly mandatory?: true;
  /** May be given again, each time with another value. */
  readonly repeated?: true;
}

export interface ArgumentRow {
  readonly name: string;
  readonly help: PlainWord;
  readonly optional?: true;
  /** The last one, which may be followed by more of its kind. */
  readonly repeated?: true;
}

/** One command: its words, and where its code is, which is loaded only when it runs. */
export interface CommandRow {
  readonly name: string;
  readonly help: PlainWord;
  /** What its own help says, where that is more. */
  readonly about?: PlainWord;
  readonly arguments: readonly ArgumentRow[];
  readonly options: readonly OptionRow[];
  readonly load: () => Promise<{ readonly run: Run }>;
}

const ledger: ArgumentRow = { name: "LEDGER", help: "argument.ledger" };
const mandatory = (row: OptionRow): OptionRow => ({ ...row, mandatory: true });

const branch: OptionRow = { flags: "--branch", value: "value.id", help: "option.branch" };
const year: OptionRow = { flags: "--year", value: "value.year", help: "option.year" };
const years: OptionRow = { flags: "--years", value: "value.years", help: "option.years" };
const threads: OptionRow = {
  flags: "--threads",
  value: "value.threads",
  help: "option.threads",
};
const now: OptionRow = { flags: "--now", value: "value.instant", help: "option.now" };
const vault: OptionRow = { flags: "--vault", value: "value.folder", help: "option.vault" };
const names: readonly OptionRow[] = [{ flags: "--names", help: "option.names" }, vault];
const horizon: readonly OptionRow[] = [
  { flags: "--as-of", value: "value.date", help: "option.asOf" },
  { flags: "--known-at", value: "value.moment", help: "option.knownAt" },
];
const ofYear = [mandatory(branch), mandatory(year), ...horizon];

/** What every command takes. */
export const commonOptions: readonly OptionRow[] = [
  { flags: "--json", help: "option.json" },
  { flags: "--lang", value: "value.lang", help: "option.lang" },
];

export const commandRows: readonly CommandRow[] = [
  {
    name: "init",
    help: "command.init",
    arguments: [ledger],
    options: [
      { flags: "--id", value: "value.id", help: "option.id" },
      { flags: "--regime", value: "value.regime", help: "option.regime" },
      { flags: "--simulated", help: "option.simulated" },
      now,
    ],
    load: () => import("./commands/init.ts"),
  },
  {
    name: "record",
    help: "command.record",
    about: "about.record",
    arguments: [ledger, { name: "FILE", help: "argument.commands" }],
    options: [
      { flags: "--atomic", help: "option.atomic" },
      { flags: "--keep-going", help: "option.keepGoing" },
      now,
      vault,
    ],
    load: () => import("./commands/record.ts"),
  },
  {
    name: "correct",
    help: "command.correct",
    arguments: [
      ledger,
      { name: "ADDRESS", help: "argument.address" },
      { name: "FILE", help: "argument.anew", optional: true },
    ],
    options: [
      { flags: "--reason", value: "value.text", help: "option.reason", mandatory: true },
      { flags: "--actor", value: "value.id", help: "option.actor", mandatory: true },
      now,
      vault,
    ],
    load: () => import("./commands/correct.ts"),
  },
  {
    name: "erase",
    help: "command.erase",
    about: "about.erase",
    arguments: [ledger],
    options: [
      { flags: "--person", value: "value.id", help: "option.person", mandatory: true },
      { flags: "--actor", value: "value.id", help: "option.actorErasing" },
      now,
      vault,
    ],
    load: () => import("./commands/erase.ts"),
  },
  {
    name: "log",
    help: "command.log",
    arguments: [ledger],
    options: [
      branch,
      { flags: "--member", value: "value.id", help: "option.member" },
      { flags: "--all", help: "option.all" },
      ...names,
      ...horizon,
    ],
    load: () => import("./commands/log.ts"),
  },
  {
    name: "show",
    help: "command.show",
    arguments: [ledger, { name: "SUBJECT", help: "argument.subject" }],
    options: [...names, ...horizon],
    load: () => import("./commands/show.ts"),
  },
  {
    name: "missing",
    help: "command.missing",
    arguments: [ledger],
    options: ofYear,
    load: () => import("./commands/missing.ts"),
  },
  {
    name: "replay",
    help: "command.replay",
    about: "about.replay",
    arguments: [ledger],
    options: [
      branch,
      year,
      years,
      { flags: "--by", value: "value.by", help: "option.by" },
      ...horizon,
      threads,
      { flags: "--projection", value: "value.file", help: "option.projection" },
    ],
    load: () => import("./commands/replay.ts"),
  },
  {
    name: "consolidate",
    help: "command.consolidate",
    about: "about.consolidate",
    arguments: [
      { name: "TREE", help: "argument.tree" },
      { name: "LEDGER", help: "argument.ledgers", repeated: true },
    ],
    options: [
      mandatory(year),
      { flags: "--branch", value: "value.id", help: "option.branchOfTree" },
      { flags: "--keep-going", help: "option.keepGoingWithout" },
      ...horizon,
    ],
    load: () => import("./commands/consolidate.ts"),
  },
  {
    name: "report",
    help: "command.report",
    arguments: [ledger],
    options: [
      ...ofYear,
      threads,
      { flags: "--format", value: "value.format", help: "option.format" },
      { flags: "--document", value: "value.document", help: "option.document" },
      { flags: "--details", value: "value.file", help: "option.details" },
      { flags: "--suppress", value: "value.suppress", help: "option.suppress" },
      { flags: "-o, --output", value: "value.file", help: "option.output" },
      { flags: "--force", help: "option.force" },
      ...names,
    ],
    load: () => import("./commands/report.ts"),
  },
  {
    name: "rules",
    help: "command.rules",
    about: "about.rules",
    arguments: [
      { name: "LEDGER", help: "argument.ledgerOrCheck", optional: true },
      { name: "FILE", help: "argument.pack", optional: true },
    ],
    options: [
      { flags: "--regime", value: "value.regime", help: "option.regimeAsked" },
      { flags: "--on", value: "value.date", help: "option.on" },
    ],
    load: () => import("./commands/rules.ts"),
  },
  {
    name: "explain",
    help: "command.explain",
    about: "about.explain",
    arguments: [ledger, { name: "FIGURE", help: "argument.figure", optional: true }],
    options: [
      branch,
      year,
      { flags: "--rating", value: "value.subject", help: "option.rating" },
      { flags: "--all", help: "option.allLines" },
      ...names,
      ...horizon,
      threads,
    ],
    load: () => import("./commands/explain.ts"),
  },
  {
    name: "assess",
    help: "command.assess",
    about: "about.assess",
    arguments: [ledger],
    options: [
      { flags: "--subject", value: "value.subject", help: "option.subjectAssessed" },
      mandatory(year),
      { flags: "--level", value: "value.level", help: "option.level" },
      { flags: "--pack", value: "value.pack", help: "option.packTried" },
      { flags: "--fact", value: "value.fact", help: "option.fact", repeated: true },
      { flags: "--caps", help: "option.caps" },
      branch,
      { flags: "--all", help: "option.allLines" },
      ...names,
      ...horizon,
    ],
    load: () => import("./commands/assess.ts"),
  },
  {
    name: "verify",
    help: "command.verify",
    about: "about.verify",
    arguments: [ledger],
    options: [
      { flags: "--deep", help: "option.deep" },
      { flags: "--head", value: "value.head", help: "option.head" },
      { flags: "--report", value: "value.file", help: "option.report" },
    ],
    load: () => import("./commands/verify.ts"),
  },
  {
    name: "copy",
    help: "command.copy",
    about: "about.copy",
    arguments: [
      { name: "FROM", help: "argument.from" },
      { name: "TO", help: "argument.to" },
    ],
    options: [{ flags: "--with-keys", help: "option.withKeys" }, vault],
    load: () => import("./commands/copy.ts"),
  },
];
