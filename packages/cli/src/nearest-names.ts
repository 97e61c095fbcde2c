import { nearestOf } from "@tongket/core/messages";

/** The few names most like a text, the likest first; undefined where none is near. */
export const nearestNames = (
  text: string,
  names: readonly string[],
): readonly string[] | undefined => {
  const near = nearestOf(
    text,
    names.map((name) => ({ name })),
  );
  return near.length === 0 ? undefined : near;
};
