import { escaped, say } from "@tongket/core/messages";
import { type DocumentValue, makeDocument, mapText, suppress } from "@tongket/core/report";
import { documentKinds } from "@tongket/core/rulebook";
import { namePeople } from "@tongket/vault";
import type { Call, Run } from "../call.ts";
import { detailsOption } from "../details-file.ts";
import { exploredOf } from "../explored.ts";
import { callFailure } from "../fault.ts";
import { withLedger } from "../ledger.ts";
import { type Names, namesFor } from "../names.ts";
import { choiceOption, flagOption, horizonOf, suppressOption } from "../options.ts";
import { writeOutput } from "../output-file.ts";
import {
  type FormatName,
  formatNames,
  formatOfFile,
  loadFormat,
  textFormats,
} from "../report-formats.ts";
import { jsonText } from "../speaking.ts";
import { vaultOf } from "../vault-place.ts";
import { readYear } from "../year.ts";

/** Prints the annual review or another document of a year, or writes it to a file. */
export const run: Run = async (call) => {
  const format = formatAsked(call);
  const kind = choiceOption(call, "document", documentKinds) ?? "annual-review";
  const suppressed = suppressOption(call);
  const details = await detailsOption(call);
  const rendering = format === "json" ? undefined : await loadFormat(format);
  return withLedger(call, async (store) => {
    const horizon = horizonOf(call);
    const names = namesShown(await namesFor(call, store, horizon));
    const read = await readYear(call, store);
    const { request } = read;
    const whole = makeDocument(kind, details === undefined ? request : { ...request, details });
    const shown = suppressed === undefined ? whole : suppress(whole, suppressed);
    const document = mapText(shown, names.put);
    // What is suppressed could be worked out from the events.
    const isExplorable = rendering?.differencesInside !== undefined && suppressed === undefined;
    const explored = isExplorable
      ? await exploredOf(read, { horizon, names: names.shown })
      : undefined;
    const content = await (rendering?.render(document, explored) ?? `${jsonText(document)}\n`);
    const isTooMuch = isExplorable && explored === undefined;
    const notes = isTooMuch ? [say(call.lang, "report.notExplorable")] : [];
    return told(call, { document, vault: vaultOf(call, store), content, notes });
  });
};

/** As asked for, else by the name of the file that it goes to. */
const formatAsked = (call: Call): FormatName | "json" => {
  const { output } = call.options;
  const ofFile = typeof output === "string" ? formatOfFile(output) : undefined;
  const asked = choiceOption(call, "format", [...formatNames, "json"]);
  const format = asked ?? (call.json && output === undefined ? "json" : (ofFile ?? "md"));
  const isText = format === "json" || textFormats.some((one) => one === format);
  if (!isText && output === undefined) throw callFailure("OutputMissing", { format });
  return format;
};

interface Result {
  readonly document: DocumentValue;
  readonly vault: string;
  readonly content: string | Uint8Array;
  readonly notes: readonly string[];
}

/** Puts people by name where it is known, else by id, and keeps which names it has put. */
const namesShown = (names: Names) => {
  const shown = new Map<string, string>();
  const put = (text: string): string =>
    namePeople(text, (person) => {
      const name = names.get(person);
      if (name === undefined) return undefined;
      const said = escaped(name);
      shown.set(person, said);
      return said;
    });
  return { shown, put };
};

const told = async (call: Call, { document, vault, content, notes }: Result) => {
  const { output } = call.options;
  if (typeof output !== "string") {
    await call.io.stdout.write(typeof content === "string" ? content : "");
    return { notes };
  }
  const [ledger = ""] = call.arguments.map((one) => one && call.whole(one));
  await writeOutput(call.whole(output), content, {
    ledger,
    vault,
    force: flagOption(call, "force"),
  });
  const words = say(call.lang, "report.written", { file: output });
  return { result: { file: output, origin: document.origin }, notes: [words, ...notes] };
};
