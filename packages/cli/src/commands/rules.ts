import { CalendarDate, rulebookFor } from "@tongket/core";
import { type PackWord, say, sayPack, sayStatement } from "@tongket/core/messages";
import {
  inForce,
  labelsIn,
  lastDayOf,
  type Matter,
  matters,
  type Rulebook,
  type RulePack,
  rulebookOf,
  shippedPacks,
  statementsOf,
} from "@tongket/core/rulebook";
import type { Call, Ending, Run } from "../call.ts";
import { callFailure } from "../fault.ts";
import { withLedger } from "../ledger.ts";
import { asText } from "../lines.ts";
import { dateOption, idOption } from "../options.ts";
import { checkPackFile } from "../pack-file.ts";

/** Lists the packs shipped and those of a ledger, all or as in force on a day; or checks a file. */
export const run: Run = async (call) => {
  const [first, file] = call.arguments;
  if (first === "check") {
    if (file === undefined) throw callFailure("ArgumentMissing", checkFile);
    return checkPackFile(call, file);
  }
  if (file !== undefined) {
    throw callFailure("ArgumentsTooMany", { found: file, command: call.command });
  }
  const day = dateOption(call, "on");
  const rulebooks = await rulebooksOf(call);
  return day === undefined ? everyPack(call, rulebooks) : packsOn(call, rulebooks, day);
};

const checkFile = { command: "rules check", argument: "FILE" } as const;

/** That of the ledger; else one for each regime, or for the one asked for. */
const rulebooksOf = async (call: Call): Promise<readonly Rulebook[]> => {
  const regime = idOption(call, "regime");
  if (call.arguments[0] !== undefined) {
    const own = await withLedger(call, (store) => rulebookFor(store, shippedPacks));
    return regime === undefined || regime === own.regime ? [own] : [];
  }
  const regimes = new Set<string>(shippedPacks.map((pack) => pack.regime));
  return [...regimes]
    .filter((one) => regime === undefined || one === regime)
    .map((one) => rulebookOf(one, shippedPacks));
};

const everyPack = (call: Call, rulebooks: readonly Rulebook[]): Ending => {
  const told = rulebooks.flatMap((rulebook) =>
    matters.flatMap((matter) =>
      (rulebook.byMatter.get(matter) ?? []).map((pack) => tellPack(call, rulebook, pack)),
    ),
  );
  const words = told.map(({ text }) => text).join("\n");
  const none = told.length === 0 ? [say(call.lang, "rules.none")] : [];
  return { result: { packs: told.map(({ json }) => json) }, words, notes: none };
};

/** Of each matter the pack in force, or why there is none. */
const packsOn = (call: Call, rulebooks: readonly Rulebook[], on: string): Ending => {
  const told = rulebooks.flatMap((rulebook) =>
    matters.map((matter) => {
      const found = inForce(rulebook, matter, CalendarDate.make(on));
      if (found.inForce === "One") {
        const { json, text } = tellPack(call, rulebook, found.pack);
        return { json: { matter, inForce: "One", pack: json }, text };
      }
      const ids =
        found.inForce === "Several"
          ? { packs: found.packs.map(({ pack }) => pack) }
          : { before: found.before?.pack, after: found.after?.pack };
      const text = `${sayAbsent(call, matter, { ...ids, on })}\n`;
      return { json: { matter, inForce: found.inForce, ...ids }, text };
    }),
  );
  const words = told.map(({ text }) => text).join("\n");
  const notes = told.length === 0 ? [say(call.lang, "rules.none")] : [];
  return { result: { on, matters: told.map(({ json }) => json) }, words, notes };
};

interface Absent {
  readonly on: string;
  readonly packs?: readonly string[];
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

const sayAbsent = ({ lang }: Call, matter: Matter, absent: Absent): string => {
  const facts = { ...absent, matter: sayPack(lang, `matter.${matter}`) };
  return sayPack(lang, absentWord(absent), facts);
};

const absentWord = ({ packs, before, after }: Absent): PackWord => {
  if (packs !== undefined) return "several";
  if (before !== undefined) return after === undefined ? "none.after" : "none.between";
  return after === undefined ? "none" : "none.before";
};

const tellPack = ({ lang }: Call, rulebook: Rulebook, pack: RulePack) => {
  const { pack: id, regime, matter, title, inForceFrom: from } = pack;
  const to = lastDayOf(rulebook, pack);
  const isRegistered = rulebook.registered.has(id);
  const labelOf = labelsIn(pack, rulebook.packs.values());
  const statements = statementsOf(pack).map((statement) => ({
    ...statement,
    says: sayStatement(lang, statement, labelOf),
  }));
  const facts = { title, pack: id, matter: sayPack(lang, `matter.${matter}`), from, to };
  const lines = [
    sayPack(lang, to === undefined ? "pack.open" : "pack.closed", facts),
    ...(isRegistered ? [`  ${sayPack(lang, "pack.registered")}`] : []),
    ...statements.map(({ says }) => `  ${says}`),
  ];
  return {
    json: {
      pack: id,
      regime,
      matter,
      title,
      inForceFrom: from,
      inForceTo: to ?? null,
      registered: isRegistered,
      statements,
    },
    text: asText(lines),
  };
};
