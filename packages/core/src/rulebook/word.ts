/** A word of a vocabulary with its names in Vietnamese and English. */
export const word = <Term extends string>(term: Term, vi: string, en: string) => ({
  term,
  labels: { vi, en },
});
