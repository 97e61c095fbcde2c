import type { DocumentValue, Extract } from "@tongket/core/report";
import type { RulePack } from "@tongket/core/rulebook";
import { deflateSync } from "fflate";

/** What of a ledger a page has inside: enough to make its document by any day and instant. */
export interface PageData {
  readonly document: Pick<
    DocumentValue,
    "kind" | "lang" | "branch" | "year" | "origin" | "details"
  >;
  readonly simulated?: boolean;
  readonly regime: string;
  /** The packs of the regime, but for those that the ledger itself holds. */
  readonly packs: readonly RulePack[];
  /** What to call people, by their ids; others stand by their ids. */
  readonly names: { readonly [person: string]: string };
  readonly extract: Extract;
}

/** The id of the element that holds the data. */
export const dataId = "tongket-data";

/** As it stands in a page: JSON, deflated, in base64. */
export const packedData = (data: PageData): string =>
  Buffer.from(deflateSync(new TextEncoder().encode(JSON.stringify(data)), { level: 9 })).toString(
    "base64",
  );
