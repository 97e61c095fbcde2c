/** The languages that everything which reaches a user exists in. */
export type Lang = "vi" | "en";

export const langs: readonly Lang[] = ["vi", "en"];
