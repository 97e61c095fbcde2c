/** Writes docs/reference from the code: `npm run reference`. A test compares what stands there. */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { allCommands, allEvents, allRefusals } from "@tongket/core";
import { type Message, refusalsEn, refusalsVi, textsOf } from "@tongket/core/messages";
import {
  lastDayOf,
  rulebookOf,
  shippedPacks,
  statementsOf,
  type Verification,
} from "@tongket/core/rulebook";
import { isOptional, type Shape, shapeText } from "./shape-text.ts";

const folder = new URL("../docs/reference/", import.meta.url);

/** The pages by their file names. */
export const referencePages = (): ReadonlyMap<string, string> =>
  new Map([
    ["events.md", eventsPage()],
    ["commands.md", commandsPage()],
    ["refusals.md", refusalsPage()],
    ["rule-packs.md", rulePacksPage()],
    ["vocabulary.md", vocabularyPage()],
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
      "What a command leaves out beside its event is filled in from the ledger. `?` marks a " +
      "field that may be absent, `[… …]` a list, `{}` an object with its fields; an id stands " +
      "for a branch, a person, a thing or a [word of the rules](vocabulary.md), by its field.",
    [
      ["command", "data"],
      ...[...allCommands.values()].map((one) => [`\`${one.command}\``, typedFields(one.schema)]),
    ],
  );

/** Each field on a line of its own, with its type. */
const typedFields = (schema: unknown): string =>
  shapesOf(schema)
    .map(([name, shape]) => `\`${name}${isOptional(shape) ? "?" : ""}\`: ${cellText(shape)}`)
    .join("<br>");

const cellMax = 400;

/** A whole rule pack is no cell of a table. */
const cellText = (shape: Shape): string => {
  const text = shapeText(shape);
  return text.length <= cellMax ? text : "object, as [rule packs](../adding-a-rule-pack.md) are";
};

const vocabularyPage = (): string =>
  page(
    "Vocabulary",
    "The words of the rule packs that are shipped, by vocabulary: what a command writes, and " +
      "what it is called. A ledger may register packs with others.",
    [["pack", "vocabulary", "word", "tiếng Việt", "English"], ...shippedPacks.flatMap(wordsOf)],
  );

/** A row for each word of a pack. */
const wordsOf = ({ pack, parameters }: (typeof shippedPacks)[number]): readonly string[][] =>
  Object.entries(parameters).flatMap(([vocabulary, given]) => {
    const { value } = given as { readonly value?: unknown };
    return entriesOf(value).map(({ term, labels }) => [
      `\`${pack}\``,
      `\`${vocabulary}\``,
      `\`${term}\``,
      labels.vi ?? "",
      labels.en ?? "",
    ]);
  });

interface Entry {
  readonly term: string;
  readonly labels: { readonly vi?: string; readonly en?: string };
}

const entriesOf = (value: unknown): readonly Entry[] =>
  Array.isArray(value)
    ? value.filter((one: unknown): one is Entry => Object.hasOwn(Object(one), "term"))
    : [];

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

const grades: readonly Verification[] = [
  "primary-read",
  "secondary",
  "third-party",
  "derived",
  "unverified",
  "policy-choice",
];

const rulePacksPage = (): string => {
  const counted = shippedPacks.map((pack) => {
    const rulebook = rulebookOf(pack.regime, shippedPacks);
    const span = `${pack.inForceFrom} → ${lastDayOf(rulebook, pack) ?? ""}`.trim();
    const statements = statementsOf(pack);
    const counts = grades.map((grade) => statements.filter((one) => one.verification === grade));
    return { pack, span, counts: counts.map(({ length }) => length) };
  });
  const total = grades.map((_, at) =>
    counted.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0),
  );
  return page(
    "Rule packs",
    "The packs that are shipped, the days they are in force, and how many of their parameters " +
      "(conditions, caps and eligibilities one by one) were verified how far. `tongket rules` " +
      "lists each with its value and source.",
    [
      ["pack", "matter", "in force", ...grades],
      ...counted.map(({ pack, span, counts }) => [
        `\`${pack.pack}\``,
        pack.matter,
        span,
        ...counts.map(String),
      ]),
      ["all", "", "", ...total.map(String)],
    ],
  );
};

/** Of several sentences the one that needs the fewest facts. */
const last = (template: Message["says"]): string => textsOf(template).at(-1) ?? "";

const fieldsOf = (schema: unknown): string =>
  shapesOf(schema)
    .map(([name, shape]) => `\`${name}${isOptional(shape) ? "?" : ""}\``)
    .join(" ");

const shapesOf = (schema: unknown): readonly (readonly [string, Shape])[] => {
  const { fields } = schema as { readonly fields: Record<string, { readonly ast: Shape }> };
  return Object.entries(fields).map(([name, { ast }]) => [name, ast]);
};

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
