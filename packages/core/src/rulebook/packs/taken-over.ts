import type { DocumentPack } from "../document-pack.ts";
import type { Sourced, Verification } from "../parameter.ts";

/**
 * The parameters of another guidance, as those of one whose own text says it unread: each is
 * unverified but for what this project chose itself.
 */
export const takenOver = (
  { parameters }: DocumentPack,
  source: Sourced["source"],
): DocumentPack["parameters"] => {
  const again = <One extends Sourced>(one: One): One =>
    one.verification === "policy-choice"
      ? one
      : { ...one, source, verification: "unverified" satisfies Verification };
  const { documentKinds, ...stated } = parameters;
  const values = Object.entries(stated).map(([name, one]) => [name, again(one)] as const);
  return {
    ...(Object.fromEntries(values) as unknown as typeof stated),
    documentKinds: documentKinds.map(again),
  };
};
