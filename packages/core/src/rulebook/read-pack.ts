import * as Schema from "effect/Schema";
import { type Fault, faultsOf } from "../kernel/fault.ts";
import { strictly } from "../kernel/guard.ts";
import { AwardPack } from "./award-pack.ts";
import { CalendarPack } from "./calendar-pack.ts";
import { DisciplinePack } from "./discipline-pack.ts";
import { DocumentPack } from "./document-pack.ts";
import { MembershipPack } from "./membership-pack.ts";
import { type PackFault, type Path, packFault } from "./pack-fault.ts";
import { packFaults } from "./pack-faults.ts";
import { RatingPack, Test } from "./rating-pack.ts";
import type { Matter, RulePack } from "./rule-pack.ts";
import { StructurePack } from "./structure-pack.ts";

const schemas = {
  structure: StructurePack,
  rating: RatingPack,
  membership: MembershipPack,
  discipline: DisciplinePack,
  award: AwardPack,
  calendar: CalendarPack,
  document: DocumentPack,
} as const satisfies { readonly [M in Matter]: Schema.Top };

export const matters = Object.keys(schemas) as readonly Matter[];

/** A pack read from a JSON value, or everything that is wrong with it. */
export type ReadPack =
  | { readonly read: "Pack"; readonly pack: RulePack }
  | { readonly read: "Faulty"; readonly faults: readonly PackFault[] };

/** Reads a JSON value as a pack. What it says is looked at once its shape is that of a pack. */
export const readPack = (input: unknown): ReadPack => {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    return faulty([packFault("NotAPack", [], input)]);
  }
  const { matter } = input as { readonly matter?: unknown };
  if (!isMatter(matter))
    return faulty([packFault("MatterUnknown", ["matter"], matter, { matters })]);
  const decoded = decoderOf(matter)(input);
  if (decoded._tag === "Failure") {
    const shape = faultsOf(decoded.failure.issue, input);
    return faulty([
      ...badTests(shape, input),
      ...shape.filter((one) => !isInTest(one)).map(shapeFault),
    ]);
  }
  const pack = decoded.success;
  const faults = packFaults(pack);
  return faults.length > 0 ? faulty(faults) : { read: "Pack", pack };
};

const decoderOf = (matter: Matter) =>
  Schema.decodeUnknownResult(
    schemas[matter] as unknown as Schema.Codec<RulePack, unknown>,
    strictly,
  );

const isMatter = (matter: unknown): matter is Matter => matters.some((one) => one === matter);

const faulty = (faults: readonly PackFault[]): ReadPack => {
  const texts = new Set<string>();
  const told = faults.filter(({ rule, path, facts }) => {
    // One text may fail several checks.
    const text = JSON.stringify([rule, path, facts["expected"]]);
    return texts.has(text) ? false : texts.add(text);
  });
  return { read: "Faulty", faults: told };
};

const shapeFault = ({ path, expected, found }: Fault): PackFault => {
  const last = path.at(-1);
  if (expected === "no excess property") return packFault("MemberUnknown", path, found);
  if (expected === "Missing key") {
    if (last === "source" || last === "instrument") {
      return packFault("SourceMissing", path, found);
    }
    return packFault(
      last === "verification" ? "VerificationMissing" : "MemberMissing",
      path,
      found,
    );
  }
  if (last === "instrument") return packFault("SourceMissing", path, found);
  if (last === "base") return packFault("BaseUnknown", path, found);
  if (last === "den" && found === 0) return packFault("ShareOfNothing", path, found);
  return packFault("IllTyped", path, found, { expected });
};

/** Inside the test of a condition, where there is one. */
const isInTest = ({ path, found }: Fault): boolean =>
  path[1] === "conditions" && path[3] === "test" && (path.length > 4 || found !== undefined);

/** A test has several forms, and the schema complains of each: told once, where it goes wrong. */
const badTests = (shape: readonly Fault[], input: unknown): readonly PackFault[] => {
  const places = new Set(shape.filter(isInTest).map(({ path }) => Number(path[2])));
  // Where there are such faults, there are conditions; a pack may lack all its parameters.
  if (places.size === 0) return [];
  const { conditions } = (input as { parameters: { conditions: { test: unknown }[] } }).parameters;
  return [...places].flatMap((at) =>
    innermost(conditions[at]?.test, ["parameters", "conditions", at, "test"]),
  );
};

const decodeTest = Schema.decodeUnknownResult(
  Test as unknown as Schema.Codec<unknown, unknown>,
  strictly,
);

const innermost = (test: unknown, path: Path): readonly PackFault[] => {
  if (decodeTest(test)._tag === "Success") return [];
  const { all, any, not } = (test ?? {}) as { all?: unknown; any?: unknown; not?: unknown };
  const inside =
    not !== undefined
      ? innermost(not, [...path, "not"])
      : [["all", all] as const, ["any", any] as const].flatMap(([name, list]) =>
          Array.isArray(list) ? list.flatMap((one, at) => innermost(one, [...path, name, at])) : [],
        );
  return inside.length > 0 ? inside : [packFault("TestUnreadable", path, test)];
};
