import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { allEvents, answerOf, type Projection, type RecordedEvent } from "@tongket/core";
import { nearest } from "@tongket/core/messages";
import { Failure, fileFailure, fileFault, inputFault } from "./fault.ts";
import { demanded } from "./options.ts";
import { plain } from "./plain.ts";

type OwnProjection = Projection<unknown, unknown>;

/** What a call asks about; a module that makes its projection of it needs both. */
export interface AskedYear {
  readonly branch: string | undefined;
  readonly year: number | undefined;
}

/** The projection that a module of the user's exports; throws where it exports none. */
export const loadProjection = async (file: string, asked: AskedYear): Promise<OwnProjection> => {
  // NOTE: looked at first, since an import that fails names modules of ours.
  await stat(file).catch((error: unknown) => {
    throw fileFault(file, error);
  });
  const given = await exported(file);
  const made = typeof given === "function" ? makeOf(file, given as Make, asked) : given;
  if (!isProjection(made)) throw unusable(file, "no default export that is a projection");
  if (made.reads !== "all") for (const type of made.reads) checkType(file, type);
  return made;
};

type Make = (asked: { readonly branch: string; readonly year: number }) => unknown;

const exported = async (file: string): Promise<unknown> => {
  try {
    const module: { readonly default?: unknown } = await import(pathToFileURL(resolve(file)).href);
    return module.default;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_UNKNOWN_FILE_EXTENSION") {
      throw fileFailure(file, "NodeLoadsNoSuchFile", { file, node: process.versions.node });
    }
    throw unusable(file, error);
  }
};

const makeOf = (file: string, make: Make, { branch, year }: AskedYear): unknown => {
  if (make.length > 0) {
    demanded({ command: "replay" }, "--branch", branch);
    demanded({ command: "replay" }, "--year", year);
  }
  return attempt(file, () => make({ branch: branch ?? "", year: year ?? 0 }));
};

const isProjection = (value: unknown): value is OwnProjection => {
  if (typeof value !== "object" || value === null) return false;
  const { name, version, reads, initial, apply, finish } = value as Partial<OwnProjection>;
  const isReading = reads === "all" || Array.isArray(reads);
  const functions = [initial, apply, ...(finish === undefined ? [] : [finish])];
  return (
    typeof name === "string" &&
    typeof version === "number" &&
    isReading &&
    functions.every((one) => typeof one === "function")
  );
};

const types: ReadonlySet<string> = new Set(allEvents.map(({ type }) => type));

const checkType = (file: string, type: unknown): void => {
  if (types.has(type as string)) return;
  const facts = { found: type, nearest: nearest(String(type), types) };
  throw fileFailure(file, "ProjectionReadsUnknown", facts);
};

/** Folds the events that a projection reads; what it makes of them is its own answer for. */
export const foldThrough = async (
  file: string,
  projection: OwnProjection,
  events: AsyncIterable<RecordedEvent>,
): Promise<unknown> => {
  const { reads } = projection;
  const state = attempt(file, () => projection.initial());
  if (typeof state !== "object" || state === null) {
    throw unusable(file, "initial gives no object or Map for apply to change");
  }
  for await (const event of events) {
    if (reads !== "all" && !reads.includes(event.type)) continue;
    const returned: unknown = attempt(file, () => projection.apply(state, event));
    if (returned !== undefined) {
      throw unusable(file, "apply returns something, and must change the state it is given");
    }
  }
  return attempt(file, () => {
    const answer = plain(answerOf(projection, state));
    JSON.stringify(answer);
    return answer;
  });
};

const attempt = <T>(file: string, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw unusable(file, error);
  }
};

const unusable = (file: string, error: unknown): Failure => {
  const [why = ""] = String(error).split("\n");
  return new Failure("input", [inputFault("ProjectionUnusable", { file, why }, { file })]);
};
