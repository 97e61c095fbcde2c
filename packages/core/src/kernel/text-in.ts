/** Of texts by their languages that of one; another one's where it has none in that. */
export const textIn = (texts: { readonly [lang: string]: string }, lang: string): string =>
  texts[lang] ?? Object.values(texts)[0] ?? "";
