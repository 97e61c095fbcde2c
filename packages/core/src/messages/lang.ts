import type { Language } from "./language.ts";
import { en } from "./languages/en.ts";
import { vi } from "./languages/vi.ts";

/** The languages that everything which reaches a user exists in: each one is named here alone. */
export const languages = { vi, en } satisfies { readonly [lang: string]: Language };

export type Lang = keyof typeof languages;

export const langs = Object.keys(languages) as readonly Lang[];
