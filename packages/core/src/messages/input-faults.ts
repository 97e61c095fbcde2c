import type { inputFaultsEn } from "./input-faults.en.ts";
import type { NamesIn } from "./message.ts";

/** The name of everything that can be wrong with a call or with an input. */
export type InputFaultName = keyof typeof inputFaultsEn;

type TextsOf<Name extends InputFaultName> =
  | (typeof inputFaultsEn)[Name]["says"]
  | (typeof inputFaultsEn)[Name]["remedy"];

/** The names of the facts that the messages of a fault show. */
export type InputFactName<Name extends InputFaultName> = NamesIn<TextsOf<Name>>;
