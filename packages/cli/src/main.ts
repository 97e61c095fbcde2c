#!/usr/bin/env node
import process from "node:process";
import { setFlagsFromString } from "node:v8";
import { nodeTooOldText } from "./node-version.ts";
import { doubleSpaceForNew, keepSpaceForNew } from "./space-for-new.ts";

const tooOld = nodeTooOldText(process.versions.node, process.env);
if (tooOld === undefined) {
  keepSpaceForNew();
  // In a call that takes long, twice as much space spares a tenth of its time and more, and old
  // objects are collected when they have grown by a third: by itself V8 waits far longer. A short
  // call would only lose time by both.
  setTimeout(() => {
    doubleSpaceForNew();
    setFlagsFromString("--heap-growing-percent=30");
  }, 1000).unref();
  // NOTE: loaded only now, since an older Node may fail on what it imports.
  const { start } = await import("./start.ts");
  await start();
} else {
  process.stderr.write(tooOld);
  process.exitCode = 2;
}
