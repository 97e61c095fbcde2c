import { defineConfig } from "tsup";
import { publicPackages } from "./packages.ts";

export default defineConfig(
  publicPackages().map(({ name, folder, entries }) => ({
    name,
    entry: entries,
    outDir: `${folder}/dist`,
    format: "esm",
    target: ["es2023", "node22"],
    platform: "node",
    // NOTE: `node:sqlite` has no other name.
    removeNodeProtocol: false,
    dts: true,
    sourcemap: true,
    clean: true,
    // NOTE: every bare name stays an import, in code and in types; `source` must not inline it.
    external: [/^[^./]/],
  })),
);
