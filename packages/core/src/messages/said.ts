import type { Refusal } from "../kernel/refusal.ts";
import type { PackFault } from "../rulebook/pack-fault.ts";
import { sayExpected, sayToDo } from "./expectations.ts";
import type { InputFactName, InputFaultName } from "./input-faults.ts";
import { type Lang, languages } from "./lang.ts";
import type { Facts, Message } from "./message.ts";
import { fill } from "./template.ts";

/** One message with its facts filled in. */
export interface Said {
  readonly says: string;
  readonly remedy: string;
}

type Catalogue = { readonly [name: string]: Message };
type Matter = "refusals" | "ledgerFaults" | "inputFaults" | "packFaults";

const said = (matter: Matter, lang: Lang, name: string, facts: Facts): Said => {
  const catalogue: Catalogue = languages[lang][matter];
  const message = Object.hasOwn(catalogue, name) ? catalogue[name] : undefined;
  // A name of a newer version: what it carries is better than nothing.
  if (message === undefined) return { says: `${name} ${JSON.stringify(facts)}`, remedy: "" };
  return { says: fill(lang, message.says, facts), remedy: fill(lang, message.remedy, facts) };
};

/** What a refusal says, in the language. */
export const sayRefusal = (lang: Lang, { refusal, facts }: Refusal): Said =>
  said("refusals", lang, refusal, facts);

/** What is wrong with a ledger, in the language. */
export const sayLedgerFault = (lang: Lang, fault: string, facts: Facts): Said =>
  said("ledgerFaults", lang, fault, facts);

/** What is wrong with a call or an input, in the language. */
export const sayInputFault = <Name extends InputFaultName>(
  lang: Lang,
  fault: Name,
  facts: { readonly [Fact in InputFactName<Name>]?: unknown },
): Said => said("inputFaults", lang, fault, facts);

/** What is wrong with a rule pack, in the language. */
export const sayPackFault = (lang: Lang, { rule, value, facts }: PackFault): Said => {
  const { expected } = facts;
  const told =
    typeof expected === "string"
      ? { expected: sayExpected(lang, expected), toDo: sayToDo(lang, expected) }
      : {};
  return said("packFaults", lang, rule, { ...facts, found: value, ...told });
};
