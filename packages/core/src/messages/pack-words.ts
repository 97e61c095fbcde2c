import type { Lang } from "./lang.ts";
import { type PackWord, packWordsEn } from "./pack-words.en.ts";
import { packWordsVi } from "./pack-words.vi.ts";
import { type Facts, fill } from "./template.ts";

export type { PackWord } from "./pack-words.en.ts";

const words = { en: packWordsEn, vi: packWordsVi };

/** A word or sentence about rule packs, with its facts filled in. */
export const sayPack = (lang: Lang, word: PackWord, facts: Facts = {}): string =>
  fill(lang, words[lang][word], facts);
