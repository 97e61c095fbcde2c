/** What a schema lets through, as text for the reference: `{member: id, since?: calendar date}`. */

/** As much of the schema library's syntax tree as is read here. */
export interface Shape {
  readonly _tag: string;
  readonly literal?: unknown;
  readonly types?: readonly Shape[];
  readonly elements?: readonly Shape[];
  readonly rest?: readonly Shape[];
  readonly checks?: readonly { readonly annotations?: { readonly expected?: unknown } }[];
  readonly propertySignatures?: readonly { readonly name: PropertyKey; readonly type: Shape }[];
  readonly context?: { readonly isOptional?: boolean };
}

const depthMax = 4;

export const isOptional = ({ context }: Shape): boolean => context?.isOptional === true;

/** A type by its fields, its words or the name of its kind. */
export const shapeText = (shape: Shape, depth = 0): string => {
  if (depth > depthMax) return "…";
  switch (shape._tag) {
    case "Objects": {
      const { propertySignatures = [] } = shape;
      if (propertySignatures.length === 0) return "object";
      const fields = propertySignatures.map(
        ({ name, type }) =>
          `${String(name)}${isOptional(type) ? "?" : ""}: ${shapeText(type, depth + 1)}`,
      );
      return `{${fields.join(", ")}}`;
    }
    case "Union":
      return [...new Set((shape.types ?? []).map((one) => shapeText(one, depth)))].join(" or ");
    case "Arrays":
      return `[${[...(shape.elements ?? []), ...(shape.rest ?? [])]
        .map((one) => shapeText(one, depth + 1))
        .join(", ")} …]`;
    case "Literal":
      return JSON.stringify(shape.literal);
    case "Suspend":
      return "…";
    default:
      return kindText(shape);
  }
};

/** Of what is checked the words of the first check that says more than the bare type. */
const kindText = ({ _tag, checks = [] }: Shape): string => {
  const said = checks.flatMap(({ annotations }) =>
    typeof annotations?.expected === "string" ? [annotations.expected] : [],
  );
  const told = said.findLast((one) => !one.startsWith("a value")) ?? _tag.toLowerCase();
  return told.replace(/^an? /, "").replace(/(?:: | from | as ).*$/, "");
};
