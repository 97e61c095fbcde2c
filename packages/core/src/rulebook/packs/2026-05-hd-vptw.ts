import type { DocumentPack } from "../document-pack.ts";
import { pack as format2018 } from "./2018-36-hd-vptw.ts";
import { takenOver } from "./taken-over.ts";

const source = { instrument: "Hướng dẫn 05-HD/VPTW", locator: "lấy theo Hướng dẫn 36-HD/VPTW" };

/** The format from 2026. NOTE: the day was not found, and the first one of the year stands here. */
export const pack = {
  ...format2018,
  pack: "2026-05-hd-vptw",
  inForceFrom: "2026-01-01",
  parameters: takenOver(format2018, source),
} as unknown as DocumentPack;
