import * as Schema from "effect/Schema";
import type * as SchemaAST from "effect/SchemaAST";
import { type Fault, faultsOf } from "./fault.ts";

/** Whether a value of JSON has a shape: all members of it, and no others. */
export type Guard = (value: unknown) => boolean;

/** How effect's interpreter is asked for all faults of a value, an unknown member among them. */
export const strictly = { onExcessProperty: "error", errors: "all" } as const;

/** A member that the objects of a shape may have. */
export interface MemberShape {
  readonly name: string;
  readonly isRequired: boolean;
  /** Where each value is a text, or each a number; a guard may ask more of it. */
  readonly primitive: "string" | "number" | undefined;
  readonly guard: Guard;
}

/** The members of a shape that is no more than them; undefined of any other shape. */
export const memberShapesOf = ({ ast }: Schema.Top): readonly MemberShape[] | undefined =>
  isOfMembers(ast) && ast.checks === undefined
    ? ast.propertySignatures.map(memberShape)
    : undefined;

/**
 * Asks of a value what decoding it strictly would, and sooner: for values that mostly have their
 * shape. What is wrong with one that has not is for the interpreter to tell.
 */
export const guardOf = (schema: Schema.Top): Guard => guardOfNode(schema.ast);

/** Tells the faults of values of a shape; mostly there is none. */
export const faultFinder = (
  schema: Schema.Codec<unknown, unknown>,
): ((value: unknown) => readonly Fault[]) => {
  const holds = guardOf(schema);
  const decode = Schema.decodeUnknownResult(schema, strictly);
  return (value) => {
    const decoded = holds(value) ? undefined : decode(value);
    return decoded?._tag === "Failure" ? faultsOf(decoded.failure.issue, value) : [];
  };
};

const guardOfNode = (node: SchemaAST.AST): Guard => {
  const shape = node.encoding === undefined ? shapeOf(node) : undefined;
  if (shape === undefined) return interpreted(node);
  return (node.checks?.flatMap(filtersOf) ?? []).reduce<Guard>(
    (guard, check) => (value) => guard(value) && check.run(value, node, strictly) === undefined,
    shape,
  );
};

const filtersOf = (check: SchemaAST.Check<unknown>): readonly SchemaAST.Filter<unknown>[] =>
  check._tag === "Filter" ? [check] : check.checks.flatMap(filtersOf);

/** A guard of all but the checks; undefined for what is better left to the interpreter. */
const shapeOf = (node: SchemaAST.AST): Guard | undefined => {
  switch (node._tag) {
    case "String":
      return (value) => typeof value === "string";
    case "Number":
      return (value) => typeof value === "number";
    case "Boolean":
      return (value) => typeof value === "boolean";
    case "Literal":
      return (value) => value === node.literal;
    case "Arrays":
      return node.elements.length === 0 && node.rest.length === 1
        ? listOf(guardOfNode(node.rest[0] as SchemaAST.AST))
        : undefined;
    case "Objects":
      return isOfMembers(node) ? objectOf(node.propertySignatures.map(memberShape)) : undefined;
    case "Union":
      return node.options?.mode === "oneOf" ? undefined : anyOf(node.types.map(guardOfNode));
    default:
      return undefined;
  }
};

const listOf =
  (item: Guard): Guard =>
  (value) =>
    Array.isArray(value) && value.every(item);

const anyOf =
  (guards: readonly Guard[]): Guard =>
  (value) =>
    guards.some((one) => one(value));

const isOfMembers = (node: SchemaAST.AST): node is SchemaAST.Objects =>
  node._tag === "Objects" &&
  node.indexSignatures.length === 0 &&
  node.propertySignatures.length > 0;

const memberShape = ({ name, type }: SchemaAST.PropertySignature): MemberShape => ({
  name: name as string,
  isRequired: type.context?.isOptional !== true,
  primitive: primitiveOf(type),
  guard: guardOfNode(type),
});

const primitiveOf = ({ _tag }: SchemaAST.AST): MemberShape["primitive"] =>
  _tag === "String" ? "string" : _tag === "Number" ? "number" : undefined;

const objectOf = (shapes: readonly MemberShape[]): Guard => {
  const members = new Map(shapes.map(({ name, guard }) => [name, guard] as const));
  const required = shapes.flatMap(({ name, isRequired }) => (isRequired ? [name] : []));
  return (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    const object = value as { readonly [name: string]: unknown };
    let found = 0;
    for (const name in object) {
      const member = members.get(name);
      if (member === undefined || !member(object[name])) return false;
      found += 1;
    }
    return found === members.size || required.every((name) => Object.hasOwn(object, name));
  };
};

const interpreted = (node: SchemaAST.AST): Guard => {
  const decode = Schema.decodeUnknownResult(Schema.make(node) as Schema.Codec<unknown>, strictly);
  return (value) => decode(value)._tag === "Success";
};
