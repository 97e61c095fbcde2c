/** A word of a vocabulary with its names in Vietnamese and English. */
export const word = (term: string, vi: string, en: string) => ({ term, labels: { vi, en } });
