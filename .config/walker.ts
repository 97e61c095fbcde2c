/**
 * `npm run walker`: builds `walker-bytes.ts` of core of the walker's source. A test holds that it
 * was done.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { main } from "assemblyscript/asc";

const core = join(import.meta.dirname, "..", "packages", "core");
export const walkerModule = join(core, "src", "replay", "walker-bytes.ts");

const options = ["--runtime", "stub", "--noAssert", "-O3", "--enable", "simd", "--use", "abort="];
const pages = ["--initialMemory", "172", "--maximumMemory", "172"];
const lineLength = 92;

/** The text of the module that the source is built into. */
export const builtWalker = async (): Promise<string> => {
  let built = new Uint8Array(0);
  const { error, stderr } = await main(
    ["walker.ts", "--outFile", "walker.wasm", ...options, ...pages],
    {
      readFile: (name) => {
        const path = join(core, "assembly", name);
        return existsSync(path) ? readFileSync(path, "utf8") : null;
      },
      writeFile: (_, contents) => {
        built = Buffer.from(contents);
      },
      listFiles: () => [],
    },
  );
  if (error !== null) throw new Error(stderr.toString());
  const lines = Buffer.from(built)
    .toString("base64")
    .match(new RegExp(`.{1,${lineLength}}`, "g"));
  return [
    "/** The walker in `assembly`, built by `npm run walker`: WebAssembly in base64. */",
    "export const walkerBytes =",
    `${(lines ?? []).map((line) => `  "${line}"`).join(" +\n")};`,
    "",
  ].join("\n");
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  writeFileSync(walkerModule, await builtWalker());
}
