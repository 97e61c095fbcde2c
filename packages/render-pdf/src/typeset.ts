import { readFileSync } from "node:fs";
import type { NodeCompiler, NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";
import { readFonts } from "./fonts.ts";

/** The name of the file that holds a manifest. */
export const manifestName = "tongket.json";

/** The PDF of values as the template sets them, with a manifest attached. */
export const typeset = async ({ value, manifest }: Matter): Promise<Uint8Array> => {
  const compiler = await loaded();
  const inputs = { document: JSON.stringify(value), manifest, manifestName };
  const result = compiler.compile({ mainFileContent: template(), inputs });
  const document = result.result;
  if (document === null) {
    const faults = result.takeError()?.shortDiagnostics;
    throw new Error(`The template does not compile: ${JSON.stringify(faults)}`);
  }
  const bytes = exported(compiler, document);
  compiler.evictCache(0);
  return new Uint8Array(bytes);
};

/** NOTE: a document that has a sign which no font has is no PDF/UA, and the compiler throws. */
const exported = (compiler: NodeCompiler, document: NodeTypstDocument): Buffer => {
  try {
    return compiler.pdf(document, { pdfStandard: "ua-1" });
  } catch {
    return compiler.pdf(document);
  }
};

interface Matter {
  readonly value: object;
  readonly manifest: string;
}

/** NOTE: the sources are published too, and stand beside what is built from them. */
const template = (): string =>
  readFileSync(new URL("../src/template.typ", import.meta.url), "utf8");

let compiler: Promise<NodeCompiler> | undefined;

/** The compiler takes long to load and much memory: it is loaded when a PDF is first asked for. */
const loaded = (): Promise<NodeCompiler> => {
  compiler ??= import("@myriaddreamin/typst-ts-node-compiler").then(({ NodeCompiler }) =>
    NodeCompiler.create({ fontArgs: [{ fontBlobs: readFonts() }] }),
  );
  return compiler;
};
