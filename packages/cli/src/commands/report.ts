import { escaped, say } from "@tongket/core/messages";
import { type DocumentValue, makeDocument, mapText } from "@tongket/core/report";
import { documentKinds } from "@tongket/core/rulebook";
import { renderMarkdown } from "@tongket/render-markdown";
import { namePeople } from "@tongket/vault";
import type { Call, Run } from "../call.ts";
import { detailsOption } from "../details-file.ts";
import { withLedger } from "../ledger.ts";
import { type Names, namesFor } from "../names.ts";
import { choiceOption, flagOption, horizonOf } from "../options.ts";
import { writeOutput } from "../output-file.ts";
import { jsonText } from "../speaking.ts";
import { vaultOf } from "../vault-place.ts";
import { readYear } from "../year.ts";

/** Prints the annual review or another document of a year, or writes it to a file. */
export const run: Run = async (call) => {
  const format = choiceOption(call, "format", ["md", "json"]) ?? (call.json ? "json" : "md");
  const kind = choiceOption(call, "document", documentKinds) ?? "annual-review";
  const details = await detailsOption(call);
  const { document, vault } = await withLedger(call, async (store) => {
    const names = await namesFor(call, store, horizonOf(call));
    const { request } = await readYear(call, store);
    const document = makeDocument(kind, details === undefined ? request : { ...request, details });
    return { document: mapText(document, nameIn(names)), vault: vaultOf(call, store) };
  });
  const text = format === "md" ? renderMarkdown(document) : `${jsonText(document)}\n`;
  return told(call, { document, vault, text });
};

interface Result {
  readonly document: DocumentValue;
  readonly vault: string;
  readonly text: string;
}

/** People by name where it is known, else by id. */
const nameIn =
  (names: Names) =>
  (text: string): string =>
    namePeople(text, (person) => {
      const name = names.get(person);
      return name === undefined ? undefined : escaped(name);
    });

const told = async (call: Call, { document, vault, text }: Result) => {
  const { output } = call.options;
  if (typeof output !== "string") {
    await call.io.stdout.write(text);
    return {};
  }
  const [ledger = ""] = call.arguments.map((one) => one && call.whole(one));
  await writeOutput(call.whole(output), text, { ledger, vault, force: flagOption(call, "force") });
  const words = say(call.lang, "report.written", { file: output });
  return { result: { file: output, origin: document.origin }, notes: [words] };
};
