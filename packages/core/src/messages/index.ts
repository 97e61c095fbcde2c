export { sayExpected, sayToDo } from "./expectations.ts";
export type { InputFactName, InputFaultName } from "./input-faults.ts";
export { type Lang, langs } from "./lang.ts";
export { sayCount, sayDate } from "./numbers.ts";
export { type ReportKey, reportText } from "./report.ts";
export { type Said, sayInputFault, sayLedgerFault, sayRefusal } from "./said.ts";
export { escaped, plainText, sayFound, sayList } from "./value-text.ts";
export { type FactsOfWord, type PlainWord, say, type Word } from "./words.ts";
