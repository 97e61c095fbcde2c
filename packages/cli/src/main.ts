#!/usr/bin/env node
import process from "node:process";
import { setFlagsFromString } from "node:v8";
import { nodeTooOldText } from "./node-version.ts";

const tooOld = nodeTooOldText(process.versions.node, process.env);
if (tooOld === undefined) {
  // The space for new objects stays small: by itself it grows till long readings hold 250 MiB.
  setFlagsFromString("--semi-space-growth-factor=1");
  // In a call that takes long, old objects are collected when they have grown by a third: by itself
  // V8 waits far longer. A short call would only lose time by it.
  setTimeout(() => setFlagsFromString("--heap-growing-percent=30"), 1000).unref();
  // NOTE: loaded only now, since an older Node may fail on what it imports.
  const { start } = await import("./start.ts");
  await start();
} else {
  process.stderr.write(tooOld);
  process.exitCode = 2;
}
