import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Workspace packages are tested from their sources: their `source` export comes first. */
const conditions = ["source", "module", "node", "development|production"];

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ["source", "node"] } },
  test: {
    include: [
      "packages/*/src/**/*.test.ts",
      "packages/*/test/**/*.test.ts",
      "examples/**/*.test.ts",
      ".config/*.test.ts",
    ],
    passWithNoTests: true,
    testTimeout: 900_000,
    hookTimeout: 120_000,
    pool: "threads",
    maxWorkers: 2,
    reporters: ["default", "json"],
    outputFile: { json: "node_modules/.cache/tongket/vitest.json" },
  },
});
