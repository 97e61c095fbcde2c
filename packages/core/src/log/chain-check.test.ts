import { expect, test } from "vitest";
import { type KeptText, verifyTexts } from "./chain-check.ts";
import { commitAfter, hashedText, headOf } from "./commit.ts";
import { readHeader } from "./record.ts";

const newYear = "2012-01-01T00:00:00.000Z" as never;
const header = { createdAt: newYear, ledger: "l", regime: "vn-party", tongket: 1 } as const;
const chain = (...ids: readonly string[]): readonly KeptText[] => {
  const kept = [{ position: 0, text: hashedText(header).text }];
  let { head } = readHeader(kept[0]?.text ?? "");
  for (const commandId of ids) {
    const events = [{ type: "Noted", version: 1, effectiveOn: "2012-01-01", tags: [], data: {} }];
    const draft = { actor: "an", commandHash: "", commandId, events: events as never };
    const stored = commitAfter(head, draft, newYear);
    kept.push({ position: stored.commit.position, text: stored.text });
    head = headOf(stored);
  }
  return kept;
};
const whole = chain("a", "b", "c", "d");
const hashAt = (at: number): string => whole[at]?.text.slice(-66, -2) ?? "";

const found = async (kept: readonly KeptText[], known: readonly [number, string][] = []) => {
  const heads = known.map(([position, hash]) => ({ position, hash }));
  const verdict = await verifyTexts(kept, heads);
  return verdict.verified === "Whole"
    ? verdict.head.position
    : verdict.faults.map(({ fault, position }) => `${fault} ${position}`);
};
const withText = (at: number, text: string): readonly KeptText[] =>
  whole.map((kept, index) => (index === at ? { ...kept, text } : kept));
const textAt = (at: number): string => whole[at]?.text ?? "";

test("a whole chain is whole, also where it holds nothing", async () => {
  expect(await found(whole)).toBe(4);
  expect(await found(whole.slice(0, 1))).toBe(0);
});

test.each([
  ["a text that was changed", withText(2, textAt(2).replace("2012", "2013")), ["BrokenRecord 2"]],
  ["a text that is no record", withText(2, ""), ["BrokenRecord 2"]],
  ["a record left out", whole.toSpliced(2, 1), ["PositionGap 3"]],
  [
    "two texts exchanged",
    withText(2, textAt(3)).map((kept, at) => (at === 3 ? { ...kept, text: textAt(2) } : kept)),
    ["PositionGap 2", "PositionGap 3", "PositionGap 4"],
  ],
  ["a text kept elsewhere", whole.with(4, { position: 9, text: textAt(4) }), ["PositionGap 9"]],
  ["a record of another chain", withText(2, chain("a", "x")[2]?.text ?? ""), ["BrokenChain 3"]],
  ["a header that was changed", withText(0, textAt(0).replace('"l"', '"m"')), ["BrokenRecord 0"]],
  ["a header that is none", withText(0, "{}"), ["NotALedger 0"]],
  ["no header", whole.slice(1), ["NotALedger 0"]],
  ["nothing", [], ["NotALedger 0"]],
])("%s is named with its position", async (_what, kept, faults) => {
  expect(await found(kept)).toEqual(faults);
});

test("every byte of every text counts", async () => {
  for (const [at, { text }] of whole.entries()) {
    for (let byte = 0; byte < text.length; byte += 1) {
      const other = String.fromCharCode(text.charCodeAt(byte) ^ 1);
      const [first] = (await found(
        withText(at, text.slice(0, byte) + other + text.slice(byte + 1)),
      )) as readonly string[];
      if (!first?.endsWith(` ${at}`)) expect(`byte ${byte}: ${first}`).toBe(at);
    }
  }
});

test("a ledger that lost its end shows against any head that is known", async () => {
  const cut = whole.slice(0, 3);
  expect(await found(cut)).toBe(2);
  expect(await found(cut, [[4, hashAt(4)]])).toEqual(["PositionBeyondHead 3"]);
  expect(
    await found(whole, [
      [4, hashAt(4)],
      [2, hashAt(2)],
    ]),
  ).toBe(4);
  expect(
    await found(whole, [
      [4, hashAt(4)],
      [2, hashAt(3)],
    ]),
  ).toEqual(["UnequalPrefix 2"]);
});

test("a hundred faults are told at most", async () => {
  const many = Array.from({ length: 300 }, (_, at) => ({ position: at + 1, text: "x" }));
  expect(await found([...whole.slice(0, 1), ...many])).toHaveLength(100);
});
