import { nearestOf } from "@tongket/core/messages";

/** The names most like a text, the likest first: a few, or none. */
export const nearestNames = (text: string, names: readonly string[]): readonly string[] =>
  nearestOf(
    text,
    names.map((name) => ({ name })),
  );
