import { escaped, say } from "@tongket/core/messages";
import { type DocumentValue, makeDocument, mapText, suppress } from "@tongket/core/report";
import { documentKinds } from "@tongket/core/rulebook";
import { namePeople } from "@tongket/vault";
import type { Call, Run } from "../call.ts";
import { detailsOption } from "../details-file.ts";
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
  const { document, vault } = await withLedger(call, async (store) => {
    const names = await namesFor(call, store, horizonOf(call));
    const { request } = await readYear(call, store);
    const whole = makeDocument(kind, details === undefined ? request : { ...request, details });
    const shown = suppressed === undefined ? whole : suppress(whole, suppressed);
    return { document: mapText(shown, nameIn(names)), vault: vaultOf(call, store) };
  });
  const content =
    format === "json"
      ? `${jsonText(document)}\n`
      : await (await loadFormat(format)).render(document);
  return told(call, { document, vault, content });
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
}

/** People by name where it is known, else by id. */
const nameIn =
  (names: Names) =>
  (text: string): string =>
    namePeople(text, (person) => {
      const name = names.get(person);
      return name === undefined ? undefined : escaped(name);
    });

const told = async (call: Call, { document, vault, content }: Result) => {
  const { output } = call.options;
  if (typeof output !== "string") {
    await call.io.stdout.write(typeof content === "string" ? content : "");
    return {};
  }
  const [ledger = ""] = call.arguments.map((one) => one && call.whole(one));
  await writeOutput(call.whole(output), content, {
    ledger,
    vault,
    force: flagOption(call, "force"),
  });
  const words = say(call.lang, "report.written", { file: output });
  return { result: { file: output, origin: document.origin }, notes: [words] };
};
