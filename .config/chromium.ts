import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const binary = (process.env["PATH"] ?? "")
  .split(delimiter)
  .flatMap((folder) => ["chromium", "chromium-browser"].map((name) => join(folder, name)))
  .find((path) => existsSync(path));

/** Without Chromium its tests leave themselves out, unless `TONGKET_SERVERS=required`. */
export const isMissing = binary === undefined && process.env["TONGKET_SERVERS"] !== "required";

/** NOTE: a container seldom lets Chromium have its sandbox; it opens nothing but our own files. */
export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: binary ?? "chromium",
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
  });
