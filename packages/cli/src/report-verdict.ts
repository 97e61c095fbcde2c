import { readFile } from "node:fs/promises";
import { type EventStore, type Head, type Horizon, headAt } from "@tongket/core/log";
import { say } from "@tongket/core/messages";
import {
  type Manifest,
  makeDocument,
  readManifest,
  type Shown,
  shownFigures,
  suppress,
} from "@tongket/core/report";
import type { Difference } from "@tongket/report-check";
import type { Call, Ending } from "./call.ts";
import { exploredOf } from "./explored.ts";
import { Failure, fileFailure, fileFault, inputFault, type PlacedFault } from "./fault.ts";
import { withLedger } from "./ledger.ts";
import { formatNames, formatOfFile, loadFormat } from "./report-formats.ts";
import { readYearAt } from "./year.ts";

const faultsMax = 100;

/**
 * Holds a report against its ledger: makes its document anew, as of the head and the days that the
 * report names, and tells what the file says otherwise.
 */
export const reportVerdict = (call: Call, file: string): Promise<Ending> =>
  withLedger(call, async (store) => {
    const name = formatOfFile(file);
    if (name === undefined) {
      throw fileFailure(file, "ReportFormatUnknown", { file, formats: formatNames });
    }
    const bytes = await readFile(call.whole(file)).catch((error: unknown) => {
      throw fileFault(file, error);
    });
    const format = await loadFormat(name);
    const manifest = await format.manifestOf(bytes);
    const said = manifest === undefined ? undefined : readManifest(manifest);
    if (said === undefined) throw fileFailure(file, "ReportSaysNothing", { file });
    const horizon = horizonIn(said);
    const head = await headIn(store, file, said);
    const read = await readYearAt(call, store, { ...said, head, horizon });
    const { request } = read;
    const { details, suppressed } = said;
    const whole = makeDocument(said.kind, { ...request, ...(details && { details }) });
    const document = suppressed === undefined ? whole : suppress(whole, suppressed);
    const shown = shownFigures(document);
    const explored = async () =>
      suppressed === undefined ? exploredOf(read, { horizon, names: new Map() }) : undefined;
    const told = [
      ...(await format.differences(document, bytes)),
      ...listedOtherwise(shown, said.figures),
      ...((await format.differencesInside?.(document, explored, bytes)) ?? []),
    ];
    return verdictOf(call, { file, said, told, figures: shown.length });
  });

/** Where the figures that a file lists for machines, if it does, are not those of its document. */
const listedOtherwise = (
  shown: readonly Shown[],
  listed: readonly Shown[] = shown,
): readonly Difference[] =>
  Array.from({ length: Math.max(shown.length, listed.length) }).flatMap((_, at) => {
    const [expected, found] = [lineOf(shown[at]), lineOf(listed[at])];
    const { figure, branch } = (shown[at] ?? listed[at]) as Shown;
    const named = { figure, ...(branch === undefined ? {} : { branch }) };
    return expected === found ? [] : [{ figure: named, expected, found }];
  });

/** NOTE: without its section, which may name people in the file. */
const lineOf = ({ figure, branch, text }: Partial<Shown> = {}): string =>
  [figure, branch, text].filter((one) => one !== undefined).join(" · ");

/** The head that a report names, where it stands in the ledger. */
const headIn = async (store: EventStore, file: string, { origin }: Manifest): Promise<Head> => {
  const { ledger, position, hash } = origin;
  const found = ledger === store.header.ledger ? await headAt(store, position) : undefined;
  if (found?.hash === hash) return found;
  throw fileFailure(file, "ReportOfOther", { file, ledger, position, hash });
};

const horizonIn = ({ origin: { asOf, knownAt } }: Manifest): Horizon => ({
  ...(asOf === undefined ? {} : { asOf }),
  ...(knownAt === undefined ? {} : { knownAt }),
});

interface Verdict {
  readonly file: string;
  readonly said: Manifest;
  readonly told: readonly Difference[];
  readonly figures: number;
}

const verdictOf = ({ lang }: Call, { file, said, told, figures }: Verdict): Ending => {
  if (told.length > 0) {
    const faults = told.map((one) => differenceFault(file, one));
    return { failure: new Failure("ledger", faults, { exit: 1, faultsMax }) };
  }
  const { position, hash } = said.origin;
  return {
    result: { report: file, head: { position, hash }, figures },
    words: `${say(lang, "verify.report", { file, figures, position })}\n`,
  };
};

const differenceFault = (file: string, { figure, expected, found }: Difference): PlacedFault => {
  if (figure === undefined) return inputFault("WordsDiffer", { expected, found }, { file });
  const { branch } = figure;
  const whose = branch === undefined ? { branch: null } : { branch };
  return inputFault(
    "FigureDiffers",
    { figure: figure.figure, ...whose, expected, found },
    { file },
  );
};
