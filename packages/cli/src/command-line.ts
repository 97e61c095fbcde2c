import { type Lang, langs, nearest, type PlainWord, say } from "@tongket/core/messages";
import { Command, CommanderError, Option } from "commander";
import type { Call } from "./call.ts";
import { type CommandRow, commandRows, commonOptions, type OptionRow } from "./commands.ts";
import { callFailure, type Failure, optionIllTyped } from "./fault.ts";
import { isLang, langGiven } from "./lang.ts";

/** What the arguments ask for: a text to print, or a command to run. */
export type Asked =
  | { readonly asked: "Text"; readonly text: string }
  | {
      readonly asked: "Command";
      readonly row: CommandRow;
      readonly call: Omit<Call, "io" | "whole">;
    };

/** Reads the arguments of the program; throws a `Failure` where they ask for nothing there is. */
export const readCommandLine = (argv: readonly string[], lang: Lang, version: string): Asked => {
  checkLang(argv);
  checkHelp(argv);
  let asked: Asked | undefined;
  let text = "";
  const program = configured(new Command("tongket"), lang, (part) => {
    text += part;
  });
  program
    .usage(`${say(lang, "usage.command")} LEDGER … [--help]`)
    .description(say(lang, "program"))
    .version(version, "--version", say(lang, "option.version"))
    .helpCommand("help [COMMAND]", say(lang, "command.help"))
    .addHelpText("after", `\n${say(lang, "help.after")}`);
  for (const option of commonOptions) program.addOption(optionOf(option, lang));
  for (const row of commandRows) {
    const command = configured(program.command(row.name), lang, (part) => {
      text += part;
    });
    describe(command, row, lang);
    command.action((...given: unknown[]) => {
      const operands = given.slice(0, row.arguments.length).flat() as (string | undefined)[];
      const options = command.optsWithGlobals<Call["options"]>();
      const json = options["json"] === true;
      const isOpen = row.arguments.at(-1)?.repeated === true;
      const tooMany = isOpen ? "" : command.args.slice(row.arguments.length).join(" ");
      if (tooMany !== "") {
        throw callFailure("ArgumentsTooMany", { found: tooMany, command: row.name });
      }
      asked = {
        asked: "Command",
        row,
        call: { lang, json, command: row.name, arguments: operands, options },
      };
    });
  }
  try {
    program.parse([...argv], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { asked: "Text", text };
    throw failureOf(error, commandNamed(argv));
  }
  return asked ?? { asked: "Text", text };
};

const checkLang = (argv: readonly string[]): void => {
  const spoken = langGiven(argv);
  if (spoken === undefined || isLang(spoken)) return;
  throw optionIllTyped("--lang", langs.map((one) => `"${one}"`).join(" | "), spoken);
};

/** NOTE: asked for help on a command that there is not, the parser gives that of the program. */
const checkHelp = (argv: readonly string[]): void => {
  const [first, second] = argv.filter(
    (one, at) => !one.startsWith("-") && argv[at - 1] !== "--lang",
  );
  if (first === "help" && second !== undefined && !isCommand(second)) {
    throw unknownCommand(second);
  }
};

const isCommand = (text: string): boolean => commandRows.some(({ name }) => name === text);

const unknownCommand = (found: string): Failure =>
  callFailure("UnknownCommand", {
    found,
    nearest: nearest(
      found,
      commandRows.map(({ name }) => name),
    ),
  });

const describe = (command: Command, row: CommandRow, lang: Lang): void => {
  const names = row.arguments.map(({ name, optional, repeated }) =>
    optional ? `[${name}]` : repeated ? `${name} …` : name,
  );
  command
    .usage([...names, `[${say(lang, "usage.options")}]`].join(" "))
    .summary(say(lang, row.help))
    .description(say(lang, row.about ?? row.help));
  for (const { name, help, optional, repeated } of row.arguments) {
    const shown = repeated ? `${name}...` : name;
    command.argument(optional ? `[${shown}]` : `<${shown}>`, say(lang, help));
  }
  for (const option of [...row.options, ...commonOptions]) {
    command.addOption(optionOf(option, lang));
  }
};

const optionOf = ({ flags, value, help, mandatory, repeated }: OptionRow, lang: Lang): Option => {
  const name = value === undefined ? "" : ` <${say(lang, value)}>`;
  const option = new Option(`${flags}${name}`, say(lang, help));
  if (repeated === true) {
    option.argParser((one: string, before: readonly string[] = []) => [...before, one]);
  }
  return mandatory === true ? option.makeOptionMandatory() : option;
};

const titles: { readonly [title: string]: PlainWord } = {
  "Usage:": "title.usage",
  "Arguments:": "title.arguments",
  "Options:": "title.options",
  "Commands:": "title.commands",
};

const configured = (command: Command, lang: Lang, write: (text: string) => void): Command =>
  command
    .exitOverride()
    .allowExcessArguments()
    .helpOption("-h, --help", say(lang, "option.help"))
    .configureOutput({ writeOut: write, writeErr: () => {}, getOutHelpWidth: () => 100 })
    .configureHelp({
      styleTitle: (title) => {
        const word = titles[title];
        return word === undefined ? title : say(lang, word);
      },
      subcommandTerm: (row) => row.name(),
    });

/** The first argument that is the name of a command, for faults that concern one. */
const commandNamed = (argv: readonly string[]): string => argv.find(isCommand) ?? "tongket";

/** The fault behind an error of the parser, which tells what it found in its English message. */
const failureOf = ({ code, message }: CommanderError, command: string): Failure => {
  const found = /'([\s\S]*)'/.exec(message)?.[1] ?? "";
  switch (code) {
    case "commander.help":
      return callFailure("CommandMissing", {});
    case "commander.unknownCommand":
      return unknownCommand(found);
    case "commander.unknownOption":
      return callFailure("UnknownOption", { found, command });
    case "commander.missingArgument":
      return callFailure("ArgumentMissing", { argument: found, command });
    case "commander.missingMandatoryOptionValue":
      return callFailure("OptionMissing", { option: found, command });
    default:
      return callFailure("OptionValueMissing", { option: found });
  }
};
