/** Answers the question of each part of a file that it is sent. */
import { parentPort } from "node:worker_threads";
import { countedIn, type PartOfFile } from "./question-part.ts";

parentPort?.on("message", (part: PartOfFile) => parentPort?.postMessage(countedIn(part)));
