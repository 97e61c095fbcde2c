#!/usr/bin/env node
import process from "node:process";
import { setFlagsFromString } from "node:v8";
import { nodeTooOldText } from "./node-version.ts";

const tooOld = nodeTooOldText(process.versions.node, process.env);
if (tooOld === undefined) {
  // The space for new objects stays small: by itself it grows till long readings hold 250 MiB.
  setFlagsFromString("--semi-space-growth-factor=1");
  // NOTE: loaded only now, since an older Node may fail on what it imports.
  const { start } = await import("./start.ts");
  await start();
} else {
  process.stderr.write(tooOld);
  process.exitCode = 2;
}
