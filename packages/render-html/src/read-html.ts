import { Parser } from "htmlparser2";
import { dataId } from "./page/page-data.ts";

/** The id of the element that holds the manifest. */
export const manifestId = "tongket";

/** Elements whose words run on in those around them. */
const inline: ReadonlySet<string> = new Set(["data"]);

/** Elements whose words are not shown beside a document. */
const unseen: ReadonlySet<string> = new Set(["title", "style"]);

/** What a file says. */
export interface ReadHtml {
  readonly manifest: string | undefined;
  /** All the words of the document. */
  readonly text: string;
  /** All the words of the charts, also those that are read out. */
  readonly charts: string;
  /** What of its ledger it has inside, packed. */
  readonly data: string | undefined;
  /** All other words that it may show. */
  readonly others: string;
}

interface Open {
  readonly name: string;
  readonly id: string | undefined;
  readonly isOfCharts: boolean;
}

/** Reads a file back, a page to explore or a document alone. */
export const readHtml = (bytes: Uint8Array): ReadHtml => {
  const scripts = new Map<string | undefined, string>();
  let [text, charts, others] = ["", "", ""];
  const open: Open[] = [];
  const take = (words: string): void => {
    const last = open.at(-1);
    if (last?.name === "script") scripts.set(last.id, (scripts.get(last.id) ?? "") + words);
    else if (open.some(({ name }) => name === "main")) text += words;
    else if (last?.isOfCharts === true) charts += words;
    else if (last !== undefined && !unseen.has(last.name)) others += words;
  };
  const apart = (name: string): void => {
    if (inline.has(name)) return;
    text += "\n";
    charts += "\n";
  };
  const parser = new Parser({
    onopentag: (name, { id, class: classes = "", "aria-label": label = "" }) => {
      const isOfCharts = classes.split(" ").includes("charts") || open.at(-1)?.isOfCharts === true;
      open.push({ name, id, isOfCharts });
      if (name === "script") scripts.set(id, scripts.get(id) ?? "");
      apart(name);
      if (isOfCharts) charts += `${label}\n`;
    },
    ontext: take,
    onclosetag: (name) => {
      open.pop();
      apart(name);
    },
  });
  parser.end(new TextDecoder().decode(bytes));
  const [manifest, data] = [scripts.get(manifestId), scripts.get(dataId)];
  return { manifest, text, charts, data, others: others.trim() };
};
