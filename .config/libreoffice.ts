import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

const binary = (process.env["PATH"] ?? "")
  .split(delimiter)
  .map((folder) => join(folder, "soffice"))
  .find((path) => existsSync(path));

/** Without LibreOffice its tests leave themselves out, unless `TONGKET_SERVERS=required`. */
export const isMissing = binary === undefined && process.env["TONGKET_SERVERS"] !== "required";

/** Opens a file and saves it in another format, or in its own; with a profile that goes. */
export const convert = (
  bytes: Uint8Array | string,
  {
    from,
    to,
    filter = to,
  }: { readonly from: string; readonly to: string; readonly filter?: string },
): Uint8Array => {
  const folder = mkdtempSync(join(tmpdir(), "tongket-libreoffice-"));
  try {
    writeFileSync(join(folder, `in.${from}`), bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`;
    const out = join(folder, "out");
    const args = [profile, "--headless", "--convert-to", filter, "--outdir", out, `in.${from}`];
    const { error, stderr } = spawnSync(binary ?? "soffice", args, {
      cwd: folder,
      encoding: "utf8",
    });
    const made = join(out, `in.${to}`);
    if (!existsSync(made)) throw new Error(`soffice made no ${to}: ${error ?? stderr}`);
    return readFileSync(made);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
