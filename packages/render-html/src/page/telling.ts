import type { Page } from "@tongket/core/report";

/** In whose words facts are told, and how people are called. */
export interface Telling {
  readonly page: Page;
  readonly named: (text: string) => string;
}
