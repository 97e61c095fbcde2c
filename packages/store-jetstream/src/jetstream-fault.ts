import { JetStreamApiCodes, JetStreamApiError, JetStreamError } from "@nats-io/jetstream";
import {
  AuthorizationError,
  ClosedConnectionError,
  ConnectionError,
  NoRespondersError,
  PermissionViolationError,
  RequestError,
  TimeoutError,
} from "@nats-io/transport-node";
import { LedgerFault, type LedgerFaultName } from "@tongket/core/log";

/** An answer that says nothing yet, as of a server that has not taken in all that is decided. */
export class NotYet extends Error {}

const isApiError = (error: unknown, ...codes: readonly number[]): boolean =>
  error instanceof JetStreamApiError && codes.includes(error.code);

export const isWrongSequence = (error: unknown): boolean =>
  isApiError(
    error,
    JetStreamApiCodes.StreamWrongLastSequence,
    JetStreamApiCodes.StreamWrongLastSequenceUnknown,
  );

export const isStreamMissing = (error: unknown): boolean =>
  isApiError(error, JetStreamApiCodes.StreamNotFound);

/** The stream is there, of another configuration than the one asked for. */
export const isStreamDifferent = (error: unknown): boolean => isApiError(error, 10_058);

/** Another stream has its subject: a foreign one, or itself while somebody else is making it. */
export const isSubjectTaken = (error: unknown): boolean => isApiError(error, 10_065);

/** The server is at its limit; it says so before it stores anything. */
export const isStorageFull = (error: unknown): boolean => isApiError(error, 10_023);

/** The server stores nothing now, since it is at its limit or its disk refuses. */
export const isStoringRefused = (error: unknown): boolean =>
  isStorageFull(error) || isApiError(error, 10_077);

const isForbidden = (error: unknown): boolean =>
  error instanceof Error &&
  [error, error.cause].some((one) => one instanceof PermissionViolationError);

/** Nobody is there who could answer, such as before a leader is elected. */
export const isNobodyThere = (error: unknown): boolean =>
  error instanceof Error &&
  [error, error.cause].some(
    (one) =>
      one instanceof NoRespondersError || (one instanceof RequestError && one.isNoResponders()),
  );

/** Whether the same request may be answered otherwise a little later. */
export const mayPass = (error: unknown): boolean => {
  if (error instanceof ClosedConnectionError || isForbidden(error)) return false;
  if (error instanceof JetStreamApiError) return error.status === 503;
  const passing = [NotYet, TimeoutError, RequestError, JetStreamError];
  return isNobodyThere(error) || passing.some((one) => error instanceof one);
};

/**
 * What a failed call on a server means for its ledger; an error that is neither the server's nor
 * the driver's stays as it is.
 */
export const jetstreamFault = (error: unknown, storage: string): unknown => {
  if (error instanceof LedgerFault || error instanceof RangeError || error instanceof TypeError) {
    return error;
  }
  return error instanceof Error ? faultOf(error, storage, { cause: error }) : error;
};

/** Why there is no connection; without its cause, which may hold the address with a password. */
export const connectionFault = (error: Error, storage: string): LedgerFault =>
  faultOf(error, storage);

const faultOf = (error: Error, storage: string, options?: ErrorOptions): LedgerFault => {
  const code = error instanceof JetStreamApiError ? error.code : error.name;
  const found = withoutLogin(error.message);
  return new LedgerFault(faultNameOf(error), { storage, code, found }, options);
};

/** A write that failed, and may stand for all that. */
export const unsureFault = (
  error: unknown,
  facts: { readonly storage: string; readonly position: number },
): LedgerFault => {
  const isRefused = error instanceof JetStreamApiError && isStoringRefused(error);
  const code = isRefused ? error.code : "unknown";
  const found = error instanceof Error ? error.message : "no answer";
  const fault = isRefused ? "StorageFailed" : "StorageUnreachable";
  return new LedgerFault(fault, { ...facts, code, written: "unknown", found }, { cause: error });
};

/** An error of the system on the way to the server, such as a name that nobody knows. */
const isOfTheWay = (error: Error): boolean =>
  "code" in error && typeof error.code === "string" && /^E[A-Z]+$/.test(error.code);

const faultNameOf = (error: Error): LedgerFaultName => {
  if (isForbidden(error) || error instanceof AuthorizationError) return "StorageDenied";
  const absences = [ClosedConnectionError, ConnectionError, NotYet, RequestError, TimeoutError];
  const isAbsent =
    isNobodyThere(error) || isOfTheWay(error) || absences.some((one) => error instanceof one);
  return isAbsent ? "StorageUnreachable" : "StorageFailed";
};

/** A server or a stream on which a ledger could lose records. */
export const unfit = (
  storage: string,
  facts: Readonly<Record<"setting" | "found" | "needed", string | number>>,
  options?: ErrorOptions,
): LedgerFault => new LedgerFault("StorageUnfit", { storage, ...facts }, options);

export const withoutLogin = (text: string): string => text.replace(/[^\s/,]*@/g, "");
