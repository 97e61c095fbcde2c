import type { Source, Sourced, Verification } from "../rulebook/parameter.ts";
import type { StructurePack } from "../rulebook/structure-pack.ts";
import type { YearView } from "./year-view.ts";

/** A parameter of a rule pack that took part in a figure, and how far it was verified. */
export interface RuleUse {
  readonly pack: string;
  readonly parameter: string;
  readonly source: Source;
  readonly verification: Verification;
}

/** The use of some parameters of a pack; those that the pack does not state are left out. */
export const ruleUses = <Parameters extends object>(
  pack: { readonly pack: string; readonly parameters: Parameters } | undefined,
  names: readonly (keyof Parameters & string)[],
): readonly RuleUse[] =>
  names.flatMap((parameter) => {
    const { source, verification } = (pack?.parameters[parameter] ?? {}) as Partial<Sourced>;
    return pack === undefined || source === undefined || verification === undefined
      ? []
      : [{ pack: pack.pack, parameter, source, verification }];
  });

/** The same of the structure pack in force on the day of the view. */
export const structureUses =
  (view: YearView, ...names: readonly (keyof StructurePack["parameters"])[]) =>
  (): readonly RuleUse[] =>
    ruleUses(view.structure, names);
