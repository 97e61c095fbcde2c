import { defineConfig, type Options } from "tsup";
import { type Package, publicPackages } from "./packages.ts";

// Every bare name stays an import, in code and in types; `source` must not inline it.
const library = { external: [/^[^./]/] };

/**
 * What the program takes in, so that it starts from a few files in place of two hundred. The stores
 * that bring a driver stay packages. Each name that is none of ours is in the program's NOTICES.md.
 */
const program = {
  ...library,
  noExternal: [
    /^@tongket\/(core|render-markdown|store-jsonl|store-sqlite|vault)(\/|$)/,
    /^(commander|effect|immer)(\/|$)/,
  ],
  esbuildOptions: (options: BuildOptions) => {
    // NOTE: from the sources, since the packages are built at the same time.
    options.conditions = ["source"];
    options.sourcesContent = false;
  },
};

type BuildOptions = Parameters<NonNullable<Options["esbuildOptions"]>>[0];

/** The script of a page is made once, here, in place of each time that it is asked for. */
const madePage: NonNullable<Options["esbuildPlugins"]>[number] = {
  name: "made-page",
  setup: ({ onLoad }) => {
    onLoad({ filter: /\/page-script\.ts$/ }, async ({ path }) => {
      const { pageScript } = (await import(path)) as { readonly pageScript: string };
      return { contents: `export const pageScript = ${JSON.stringify(pageScript)};` };
    });
  },
};

export const optionsOf = ({ name, folder, entries, isProgram }: Package): Options => ({
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
  esbuildPlugins: [madePage],
  ...(isProgram ? program : library),
});

export default defineConfig(publicPackages().map(optionsOf));
