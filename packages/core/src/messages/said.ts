import type { Refusal } from "../kernel/refusal.ts";
import type { PackFault } from "../rulebook/pack-fault.ts";
import { sayExpected, sayToDo } from "./expectations.ts";
import { inputFaultsEn } from "./input-faults.en.ts";
import type { InputFactName, InputFaultName } from "./input-faults.ts";
import { inputFaultsVi } from "./input-faults.vi.ts";
import type { Lang } from "./lang.ts";
import { ledgerFaultsEn } from "./ledger-faults.en.ts";
import { ledgerFaultsVi } from "./ledger-faults.vi.ts";
import { packFaultsEn } from "./pack-faults.en.ts";
import { packFaultsVi } from "./pack-faults.vi.ts";
import { refusalsEn } from "./refusals.en.ts";
import { refusalsVi } from "./refusals.vi.ts";
import { type Facts, fill, type Message } from "./template.ts";

/** One message with its facts filled in. */
export interface Said {
  readonly says: string;
  readonly remedy: string;
}

type Catalogue = { readonly [name: string]: Message };
type Catalogues = { readonly [L in Lang]: Catalogue };

const refusals: Catalogues = { en: refusalsEn, vi: refusalsVi };
const ledgerFaults: Catalogues = { en: ledgerFaultsEn, vi: ledgerFaultsVi };
const inputFaults: Catalogues = { en: inputFaultsEn, vi: inputFaultsVi };
const packFaults: Catalogues = { en: packFaultsEn, vi: packFaultsVi };

const said = (catalogues: Catalogues, lang: Lang, name: string, facts: Facts): Said => {
  const catalogue = catalogues[lang];
  const message = Object.hasOwn(catalogue, name) ? catalogue[name] : undefined;
  // A name of a newer version: what it carries is better than nothing.
  if (message === undefined) return { says: `${name} ${JSON.stringify(facts)}`, remedy: "" };
  return { says: fill(lang, message.says, facts), remedy: fill(lang, message.remedy, facts) };
};

/** What a refusal says, in the language. */
export const sayRefusal = (lang: Lang, { refusal, facts }: Refusal): Said =>
  said(refusals, lang, refusal, facts);

/** What is wrong with a ledger, in the language. */
export const sayLedgerFault = (lang: Lang, fault: string, facts: Facts): Said =>
  said(ledgerFaults, lang, fault, facts);

/** What is wrong with a call or an input, in the language. */
export const sayInputFault = <Name extends InputFaultName>(
  lang: Lang,
  fault: Name,
  facts: { readonly [Fact in InputFactName<Name>]?: unknown },
): Said => said(inputFaults, lang, fault, facts);

/** What is wrong with a rule pack, in the language. */
export const sayPackFault = (lang: Lang, { rule, value, facts }: PackFault): Said => {
  const { expected } = facts;
  const told =
    typeof expected === "string"
      ? { expected: sayExpected(lang, expected), toDo: sayToDo(lang, expected) }
      : {};
  return said(packFaults, lang, rule, { ...facts, found: value, ...told });
};
