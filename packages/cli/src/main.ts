#!/usr/bin/env node
import process from "node:process";
import { setFlagsFromString } from "node:v8";
import { nodeTooOldText } from "./node-version.ts";

const tooOld = nodeTooOldText(process.versions.node, process.env);
if (tooOld === undefined) {
  // The space for new objects stays small: by itself it grows till long readings hold 250 MiB.
  setFlagsFromString("--semi-space-growth-factor=1");
  // Old objects are collected when they have grown by a third; by itself V8 waits far longer.
  setFlagsFromString("--heap-growing-percent=30");
  // NOTE: loaded only now, since an older Node may fail on what it imports.
  const { start } = await import("./start.ts");
  await start();
} else {
  process.stderr.write(tooOld);
  process.exitCode = 2;
}
