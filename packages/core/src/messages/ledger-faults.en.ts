import type { LedgerFaultName } from "../log/event-store.ts";
import { joined, type Message } from "./message.ts";

/** What can be wrong with a ledger itself, in English. */
export const ledgerFaultsEn = {
  LedgerMissing: {
    says: "There is no such ledger.",
    remedy: "Check the path, or make one with `tongket init`.",
  },
  LedgerExists: {
    says: ["The ledger {ledger} is there already.", "There is a file of that name already."],
    remedy: "Record into it, or give the new ledger another name.",
  },
  NotALedger: {
    says: [
      "This is no ledger, but {found:word}.",
      "This is no ledger: it does not start with a header of one.",
    ],
    remedy: "Check the path; `tongket init` makes a ledger.",
  },
  NotUtf8: {
    says: "The record is not UTF-8.",
    remedy: "Do not edit a ledger; take a sound copy of it.",
  },
  TornTail: {
    says: [
      "The record {unended} is whole but for the end of its line: it counts when that is written.",
      "The last line is torn: what was cut off while it was written there does not count.",
    ],
    remedy: [
      "Record on: that ends the line of the record {unended}.",
      "Take a sound copy if it was acknowledged; else record on: that cuts the line.",
    ],
  },
  BrokenRecord: {
    says: [
      "The file begins with {before:word}, which another program put there.",
      "The line ends with {lineEnd}: another program changed the ends of lines in this ledger.",
      "The record is not what was written: its hash is not true of its text.",
    ],
    remedy: "Do not edit a ledger; take a sound copy of it.",
  },
  RecordUnreadable: {
    says: "The record holds no id of a command, or no events, that could be read.",
    remedy:
      "Do not trust this ledger: compare it with another copy; `tongket verify --deep` tells more.",
  },
  EventUnknown: {
    says: "The event {address} is of type {type}, version {version}, which is not known here.",
    remedy: "Use the version of tongket that wrote it, or a newer one.",
  },
  BrokenChain: {
    says: [
      "The record names {found:whole} as the hash before it, and that is {expected:whole}.",
      "The record does not follow the one before it.",
    ],
    remedy: "Records are missing, doubled or out of order: take a sound copy of the ledger.",
  },
  PositionGap: {
    says: [
      "The record has the position {found}, not {expected}.",
      "There is no record of position {expected}.",
      "The record does not have the next position.",
    ],
    remedy: "Records are missing, doubled or out of order: take a sound copy of the ledger.",
  },
  DuplicateCommand: {
    says: [
      "The command id {id} stands at position {first} already.",
      "A command id stands in the ledger twice.",
    ],
    remedy: "Take a sound copy of the ledger.",
  },
  TimeGoesBack: {
    says: [
      "The record was recorded at {found}, before the one before it, at {before}.",
      "The record was recorded earlier than the one before it.",
    ],
    remedy: "Take a sound copy of the ledger.",
  },
  UnequalPrefix: {
    says: [
      "The record has the hash {found:whole}, not {expected:whole}.",
      "The two ledgers are not copies of one another.",
    ],
    remedy: "This is another ledger, or its history was rewritten: compare it with another copy.",
  },
  PositionBeyondHead: {
    says: ["The ledger ends at position {head}, before {after}.", "The ledger ends before that."],
    remedy: "The ledger may have lost its end: compare it with another copy.",
  },
  LedgerLocked: {
    says: [
      "The process {pid} on {host:whole} holds the ledger, by {lock:whole}.",
      "Another process holds the ledger, by {lock:whole}.",
      "Another process holds the ledger.",
    ],
    remedy:
      "Wait for it, or end it, and try again; of another machine's lock nothing is known here.",
  },
  StorageNewer: {
    says: joined(
      "The ledger was written by a newer version of the program: ",
      "its tables are of version {version:count}, and {known:count} is known here.",
    ),
    remedy: "Use the version of the program that wrote it, or a later one.",
  },
  StorageDamaged: {
    says: "The file of the ledger is damaged: {found:whole}.",
    remedy: "Take a sound copy of the ledger.",
  },
  StorageUnfit: {
    says: joined(
      "A ledger could lose records at {storage:whole}: ",
      "{setting:whole} is {found:whole}, and has to be {needed:whole}.",
    ),
    remedy: "Take a server and a stream that keep every record.",
  },
  StorageUrlUnclear: {
    says: [
      "The URL has a parameter {parameter:whole} that is not known; known is {known:whole}.",
      "{parameter:whole} in the URL is {found:found}, and has to be one of {needed:whole}.",
    ],
    remedy: "Correct the URL, or leave the parameter out.",
  },
  StorageDenied: {
    says: [
      joined(
        "The database {storage:whole} asks for a password, and none was given: ",
        "neither in the URL nor in {unset:whole}.",
      ),
      "The database {storage:whole} denies access ({code}: {found:whole}).",
      "The file of the ledger denies access ({code}: {found:whole}).",
    ],
    remedy: [
      "Set {unset:whole} to the password, or write it in the URL: user:password@host.",
      "Check the name of the user, the password, and what that user may do.",
    ],
  },
  StorageUnreachable: {
    says: "The database {storage:whole} does not answer ({code}: {found:whole}).",
    remedy: "Check that it runs, and its address, and try again; what was acknowledged stands.",
  },
  StorageFailed: {
    says: [
      "The disk refused ({code}, {syscall:whole}).",
      "The database {storage:whole} failed ({code}: {found:whole}).",
      "The disk refused.",
    ],
    remedy: "Check permissions and space, and try again.",
  },
} as const satisfies { readonly [Name in LedgerFaultName]: Message };
