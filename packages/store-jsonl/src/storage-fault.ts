import { LedgerFault } from "@tongket/core/log";

/** What a failed system call on a file means for its ledger; any other error stays as it is. */
export const storageFault = (error: unknown, file: string): unknown => {
  const call = systemCallIn(error);
  if (call === undefined) return error;
  switch (call.code) {
    case "ENOENT":
    case "ENOTDIR":
      return new LedgerFault("LedgerMissing", { file }, { cause: error });
    case "EISDIR":
      return new LedgerFault("NotALedger", { file, found: "a directory" }, { cause: error });
    default:
      return failed(call, file, error);
  }
};

/** What the system denies whoever runs the program, or its medium. */
const denials: ReadonlySet<string> = new Set(["EACCES", "EPERM", "EROFS"]);

const failed = ({ code, syscall }: SystemCall, file: string, cause: unknown): LedgerFault =>
  denials.has(code)
    ? new LedgerFault("StorageDenied", { file, code, found: syscall }, { cause })
    : new LedgerFault("StorageFailed", { file, code, syscall }, { cause });

/** The same of a file that was to be made: what is missing is not the ledger. */
export const creationFault = (error: unknown, file: string): unknown => {
  const call = systemCallIn(error);
  if (call === undefined) return error;
  return call.code === "EEXIST"
    ? new LedgerFault("LedgerExists", { file }, { cause: error })
    : failed(call, file, error);
};

interface SystemCall {
  readonly code: string;
  readonly syscall: string;
}

const systemCallIn = (error: unknown): SystemCall | undefined => {
  if (!(error instanceof Error) || !("errno" in error)) return undefined;
  const { code = "unknown", syscall = "unknown" } = error as NodeJS.ErrnoException;
  return { code, syscall };
};

/** Runs work on a file, whose failed system calls reject as faults of the ledger. */
export const faultsOfStorage = async <T>(file: string, work: () => Promise<T> | T): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw storageFault(error, file);
  }
};
