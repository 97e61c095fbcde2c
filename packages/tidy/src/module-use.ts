import { isBuiltin } from "node:module";
import { type Import, importsOf } from "./imports.ts";
import {
  type Fault,
  isCode,
  isCoreSource,
  isTest,
  matches,
  type SourceFile,
  type SourceTree,
  type Violation,
} from "./source-tree.ts";

/** The one thing core takes from Node, and where. */
const nodeAllowed = {
  file: "packages/core/src/kernel/sha256.ts",
  module: "node:crypto",
  name: "hash",
};

/** Where immer may be imported: the recipes of projections and of state. */
const immerAllowed = [
  "packages/core/src/kernel/projection.ts",
  "packages/core/src/*/state.ts",
  "packages/core/src/projections/**",
];

/** Which modules from outside may be imported where. */
export function moduleUse(tree: SourceTree): Violation[] {
  return tree
    .filter((file) => isCode(file.path))
    .flatMap((file) =>
      importsOf(file).flatMap((each) => {
        const fault = effectFault(each) ?? nodeFault(file, each) ?? immerFault(file, each);
        if (fault === undefined) return [];
        return [{ rule: "module-use", file: file.path, line: each.line, ...fault }];
      }),
    );
}

function effectFault({ specifier }: Import): Fault | undefined {
  if (specifier !== "effect") return undefined;
  const message = "the effect barrel costs 90 ms and 70 KB more than a sub-path";
  return { message, remedy: 'import the sub-path, as "effect/Schema"' };
}

function nodeFault(file: SourceFile, { specifier, names }: Import): Fault | undefined {
  if (!isCoreSource(file.path) || !isBuiltin(specifier)) return undefined;
  const isAllowed =
    file.path === nodeAllowed.file &&
    specifier === nodeAllowed.module &&
    names.every((name) => name === nodeAllowed.name);
  if (isAllowed) return undefined;
  const message = `core imports ${names.join(", ")} from ${specifier}`;
  const { name, module, file: where } = nodeAllowed;
  return {
    message,
    remedy: `do it in an adapter; core has only ${name} of ${module}, in ${where}`,
  };
}

function immerFault(file: SourceFile, { specifier }: Import): Fault | undefined {
  const isShipped = file.path.startsWith("packages/") && !isTest(file.path);
  if (!isShipped || !/^immer(?:\/|$)/.test(specifier)) return undefined;
  if (immerAllowed.some((glob) => matches(file.path, glob))) return undefined;
  return {
    message: "immer outside evolve and apply",
    remedy: "keep recipes in state.ts, projections/ or kernel/projection.ts",
  };
}
