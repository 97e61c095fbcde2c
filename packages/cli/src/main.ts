#!/usr/bin/env node
import process from "node:process";
import { nodeTooOldText } from "./node-version.ts";

const tooOld = nodeTooOldText(process.versions.node, process.env);
if (tooOld === undefined) {
  // NOTE: loaded only now, since an older Node may fail on what it imports.
  const { start } = await import("./start.ts");
  await start();
} else {
  process.stderr.write(tooOld);
  process.exitCode = 2;
}
