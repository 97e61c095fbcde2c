import { type Lang, languages } from "./lang.ts";
import type { Facts } from "./message.ts";
import type { PackWord } from "./pack-words.en.ts";
import { fill } from "./template.ts";

export type { PackWord } from "./pack-words.en.ts";

/** A word or sentence about rule packs, with its facts filled in. */
export const sayPack = (lang: Lang, word: PackWord, facts: Facts = {}): string =>
  fill(lang, languages[lang].packWords[word], facts);
