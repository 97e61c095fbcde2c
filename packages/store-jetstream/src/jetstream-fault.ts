import { JetStreamApiCodes, JetStreamApiError, JetStreamError } from "@nats-io/jetstream";
import {
  ClosedConnectionError,
  NoRespondersError,
  PermissionViolationError,
  RequestError,
  TimeoutError,
} from "@nats-io/transport-node";
import { LedgerFault } from "@tongket/core/log";

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
  if (!(error instanceof Error)) return error;
  const code = error instanceof JetStreamApiError ? error.code : error.name;
  const found = withoutLogin(error.message);
  return new LedgerFault("StorageFailed", { storage, code, found }, { cause: error });
};

/** Why there is no connection. The driver's own error may hold the address with its password. */
export const connectionFault = ({ name, message }: Error, storage: string): LedgerFault =>
  new LedgerFault("StorageFailed", { storage, code: name, found: withoutLogin(message) });

export const withoutLogin = (text: string): string => text.replace(/[^\s/,]*@/g, "");
