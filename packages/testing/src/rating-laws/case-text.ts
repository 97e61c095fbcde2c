import type { AssessedSubject, Assessment, Facts, FactValue } from "@tongket/core/rulebook";

/** A value as a person writes it: `90`, `181/2`, `yes`. */
export const valueText = (value: FactValue): string => {
  if (typeof value === "object") return `${value.num}/${value.den}`;
  return typeof value === "boolean" ? (value ? "yes" : "no") : String(value);
};

export const subjectText = ({ of, subjectKind, year }: AssessedSubject): string =>
  of === "member" ? `a member, ${year}` : `a branch of kind ${subjectKind}, ${year}`;

/** The facts as lines, each with the events it comes from. */
export const factLines = (facts: Facts): string =>
  facts.size === 0
    ? "none is known"
    : linesOf(
        [...facts].map(([name, { value, events }]) => {
          const from = events.length === 0 ? "" : ` (by ${events.join(", ")})`;
          return `  ${name} = ${valueText(value)}${from}`;
        }),
      );

/** The levels and their conditions as lines. */
export const verdictLines = ({ levels }: Assessment): string =>
  linesOf(
    levels.flatMap(({ level, verdict, conditions }) => [
      `  ${level}: ${verdict}`,
      ...conditions.map((each) => `    ${each.condition.term}: ${each.verdict}`),
    ]),
  );

const linesOf = (lines: readonly string[]): string => ["", ...lines].join("\n");
