import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const main = fileURLToPath(new URL("./page/main.ts", import.meta.url));
const noCrypto = fileURLToPath(new URL("./page/no-crypto.ts", import.meta.url));

/**
 * The script of a page, core in it, as one text.
 * NOTE: made from the sources when it is asked for; a package that is built holds it as a text.
 */
export const pageScript: string = (() => {
  const { outputFiles } = buildSync({
    entryPoints: [main],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2023",
    charset: "utf8",
    legalComments: "none",
    conditions: ["source"],
    alias: { "node:crypto": noCrypto },
    write: false,
  });
  return outputFiles[0]?.text.trim() ?? "";
})();
