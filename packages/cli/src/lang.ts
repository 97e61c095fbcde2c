import { type Lang, langs } from "@tongket/core/messages";
import type { Io } from "./io.ts";

export const isLang = (text: string | undefined): text is Lang =>
  text !== undefined && (langs as readonly string[]).includes(text);

/**
 * The language to speak: `--lang`, else TONGKET_LANG, else that of the machine, else English.
 * It is read before anything else, so that help and faults of the call speak it too.
 */
export const langOf = (argv: readonly string[], env: Io["env"]): Lang => {
  const asked = langGiven(argv);
  if (isLang(asked)) return asked;
  if (isLang(env["TONGKET_LANG"])) return env["TONGKET_LANG"];
  const machine = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "";
  const [name = ""] = machine.toLowerCase().split(/[_.@-]/);
  return isLang(name) ? name : "en";
};

/** What the call says of the language, whether there is such a one or not. */
export const langGiven = (argv: readonly string[]): string | undefined => {
  const end = argv.indexOf("--");
  const options = end < 0 ? argv : argv.slice(0, end);
  const at = options.findLastIndex((one) => /^--lang(=|$)/.test(one));
  const found = options[at];
  return found === "--lang" ? options[at + 1] : found?.slice("--lang=".length);
};
