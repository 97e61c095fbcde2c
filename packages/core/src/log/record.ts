import type { Commit } from "./commit.ts";

/**
 * The commit in a record of a ledger whose chain was verified (the trusted way): parsed, not
 * validated. Undefined where the text is no JSON object.
 */
export const parseRecord = (text: string): Commit | undefined => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return undefined;
  const { hash: _, ...commit } = parsed as Commit & { readonly hash: string };
  return commit;
};
