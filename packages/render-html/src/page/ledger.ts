import { type Lang, namePeople } from "@tongket/core/messages";
import type { Page } from "@tongket/core/report";
import { type Engine, type Moment, openEngine } from "./engine.ts";
import { dataId } from "./page-data.ts";
import { unpackedData } from "./unpacked-data.ts";
import { once } from "./when-idle.ts";

/** The ledger inside the page, opened. */
export interface Ledger {
  readonly lang: Lang;
  readonly engine: Engine;
  /** The moment that the file was made of; made when it is first asked for. */
  readonly report: () => Moment;
  /** A text with people by their names, as far as the page has them. */
  readonly named: (text: string) => string;
}

export const openLedger = async (lang: Lang): Promise<Ledger> => {
  const data = await unpackedData(
    document.querySelector(`script#${dataId}`)?.textContent?.trim() ?? "",
  );
  const engine = openEngine(data);
  const names = new Map(Object.entries(data.names));
  return {
    lang,
    engine,
    report: once(() => engine.at({})),
    named: (text) => namePeople(text, (person) => names.get(person)),
  };
};

/** In whose words facts of a moment are told. */
export const pageAt = ({ lang }: Ledger, { view }: Moment): Page => ({ view, lang });
