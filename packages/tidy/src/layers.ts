/** Who may import whom: the whole table. Amend it here; `import-direction.ts` only reads it. */

/** The concepts of the write side, one folder each under packages/core/src. */
export const slices: readonly string[] = [
  "branch",
  "membership",
  "rating",
  "inspection",
  "target",
  "award",
  "directive",
  "training",
  "meeting",
  "review",
];

/**
 * The files a slice may hold, each with its test beside it. A slice with a second subject, whose
 * state and rules are a thought of their own, may name that subject's file here.
 */
export const sliceFiles: readonly string[] = [
  "events.ts",
  "rules.ts",
  "state.ts",
  "decide.ts",
  "index.ts",
  "tree.ts",
  "subject.ts",
  "facts.ts",
  "conditions.ts",
  "caps.ts",
  "admission.ts",
  "probation.ts",
  "votes.ts",
  "eligibility.ts",
];

export type Layer = {
  readonly name: string;
  /** A glob under packages/core/src. The first row that matches a file is its layer. */
  readonly files: string;
  /** Layers; `own x` is x of the same slice, `type x` is x by `import type`, `*` is any. */
  readonly imports: readonly string[];
};

const anySlice = `{${slices.join(",")}}`;

export const coreLayers: readonly Layer[] = [
  { name: "kernel", files: "kernel/**", imports: ["kernel"] },
  { name: "rulebook", files: "rulebook/**", imports: ["kernel", "rulebook"] },
  {
    name: "messages",
    files: "messages/**",
    imports: ["kernel", "messages", "type deciders", "type log", "type rulebook"],
  },
  { name: "events", files: "*/events.ts", imports: ["kernel", "events"] },
  { name: "state", files: `${anySlice}/state.ts`, imports: ["kernel", "events"] },
  {
    name: "rules",
    files: `${anySlice}/{rules,tree,subject,facts,conditions,caps,admission,probation,votes,eligibility}.ts`,
    imports: ["kernel", "events", "rulebook", "own state", "own rules"],
  },
  {
    name: "decide",
    files: `${anySlice}/decide.ts`,
    imports: ["kernel", "events", "rulebook", "own state", "own rules"],
  },
  {
    name: "index",
    files: `${anySlice}/index.ts`,
    imports: ["kernel", "own events", "own state", "own rules", "own decide"],
  },
  {
    name: "deciders",
    files: "deciders.ts",
    imports: ["kernel", "events", "decide", "index", "log", "rulebook"],
  },
  {
    name: "effective",
    files: "log/{effective,reversal}.ts",
    imports: ["kernel", "events", "effective", "type log"],
  },
  {
    name: "log",
    files: "log/**",
    imports: ["kernel", "events", "effective", "log", "rulebook"],
  },
  { name: "live", files: "live/**", imports: ["kernel", "effective", "log", "live"] },
  { name: "replay", files: "replay/**", imports: ["kernel", "log", "replay"] },
  {
    name: "projections",
    files: "projections/**",
    imports: [
      "kernel",
      "events",
      "effective",
      "type log",
      "type replay",
      "rulebook",
      "projections",
    ],
  },
  {
    name: "report",
    files: "report/**",
    imports: [
      "kernel",
      "type events",
      "effective",
      "type replay",
      "rulebook",
      "messages",
      "projections",
      "report",
    ],
  },
  { name: "public", files: "*.ts", imports: ["*"] },
];

export type PackageRow = {
  /** A folder of packages/, or of the root; `*` stands for the rest of a name. */
  readonly name: string;
  readonly imports: readonly string[];
  /** What its tests may import besides. */
  readonly inTests: readonly string[];
};

const everyLibrary = ["core", "testing", "store-*", "render-*", "report-check", "vault"];

export const packageRows: readonly PackageRow[] = [
  { name: "core", imports: [], inTests: ["testing"] },
  { name: "testing", imports: ["core"], inTests: [] },
  { name: "store-*", imports: ["core"], inTests: ["testing"] },
  { name: "report-check", imports: ["core"], inTests: ["testing", "render-*"] },
  { name: "render-*", imports: ["core", "report-check"], inTests: ["testing"] },
  { name: "vault", imports: ["core"], inTests: ["testing"] },
  { name: "cli", imports: everyLibrary, inTests: [] },
  { name: "tidy", imports: [], inTests: [] },
  { name: "bench", imports: everyLibrary, inTests: [] },
  { name: "examples", imports: everyLibrary, inTests: [] },
];
