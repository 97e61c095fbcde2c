/** Writes docs/reference from the code: `npm run reference`. A test compares what stands there. */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { allCommands, allEvents, allRefusals } from "@tongket/core";
import { type Message, refusalsEn, refusalsVi, textsOf } from "@tongket/core/messages";

const folder = new URL("../docs/reference/", import.meta.url);

/** The pages by their file names. */
export const referencePages = (): ReadonlyMap<string, string> =>
  new Map([
    ["events.md", eventsPage()],
    ["commands.md", commandsPage()],
    ["refusals.md", refusalsPage()],
  ]);

const eventsPage = (): string =>
  page(
    "Events",
    "Every type of event a ledger can hold, with its fields; `?` marks one that may be absent.",
    [
      ["event", "version", "fields"],
      ...allEvents.map((one) => [`\`${one.type}\``, String(one.version), fieldsOf(one.schema)]),
    ],
  );

const commandsPage = (): string =>
  page(
    "Commands",
    'Every command, as the `data` of `{"id"?, "command", "effectiveOn"?, "actor", "data"}`. ' +
      "What a command leaves out beside its event is filled in from the ledger.",
    [
      ["command", "data"],
      ...[...allCommands.values()].map((one) => [`\`${one.command}\``, fieldsOf(one.schema)]),
    ],
  );

const refusalsPage = (): string =>
  page(
    "Refusals",
    "What a command can be refused for. Each is shown by an example in the test of its slice, " +
      "which compares the names it met with the list.",
    [
      ["refusal", "says", "remedy", "tiếng Việt"],
      ...[...new Set(allRefusals)].map((name) => {
        const [en, vi]: readonly [Message, Message] = [refusalsEn[name], refusalsVi[name]];
        return [
          `\`${name}\``,
          last(en.says),
          last(en.remedy),
          `${last(vi.says)} ${last(vi.remedy)}`,
        ];
      }),
    ],
  );

/** Of several sentences the one that needs the fewest facts. */
const last = (template: Message["says"]): string => textsOf(template).at(-1) ?? "";

const fieldsOf = (schema: unknown): string => {
  const fields = (schema as { readonly fields: Record<string, { readonly ast: unknown }> }).fields;
  return Object.entries(fields)
    .map(([name, field]) => `\`${name}${isOptional(field.ast) ? "?" : ""}\``)
    .join(" ");
};

const isOptional = (ast: unknown): boolean =>
  (ast as { readonly context?: { readonly isOptional?: boolean } }).context?.isOptional === true;

const page = (title: string, lead: string, rows: readonly (readonly string[])[]): string => {
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  const table = [line(head), line(head.map(() => "---")), ...body.map(line)].join("\n");
  return `# ${title}\n\n${lead} Written by \`npm run reference\`.\n\n${table}\n`;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of referencePages()) writeFileSync(new URL(name, folder), text);
}
