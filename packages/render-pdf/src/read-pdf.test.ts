import { type DocumentValue, mapText, shownFigures } from "@tongket/core/report";
import { differences } from "@tongket/report-check";
import { expect, test } from "vitest";
import { changedDigits } from "../test/changed-digits.ts";
import { wholeDocument } from "../test/whole-document.ts";
import { readPdf } from "./read-pdf.ts";
import { renderPdf } from "./render-pdf.ts";

const format = { render: renderPdf, read: readPdf };

const differencesIn = async (bytes: Uint8Array, document: DocumentValue = wholeDocument) =>
  differences(document, (await readPdf(bytes)).text, format);

test("an untouched file differs nowhere, whether people stand by name or by id", async () => {
  const named = mapText(wholeDocument, (text) => text.replace("Bộ mẫu", "{person:p-1}"));
  expect(await differencesIn(await renderPdf(wholeDocument))).toEqual([]);
  expect(await differencesIn(await renderPdf(wholeDocument), named)).toEqual([]);
});

test("every digit of every figure is missed when it is another", async () => {
  const figures = shownFigures(wholeDocument);
  const digits = figures.flatMap(({ figure, text }) =>
    [...text.matchAll(/\d/g)].map(([digit]) => ({ figure, digit, text })),
  );
  const named: unknown[] = [];
  let passedOver = 0;
  for (const { from, to, bytes } of changedDigits(await renderPdf(wholeDocument))) {
    const found = await differencesIn(bytes);
    const [one, ...others] = found;
    expect(others).toEqual([]);
    passedOver += one === undefined ? 1 : 0;
    if (one?.figure === undefined) continue;
    named.push({ figure: one.figure.figure, digit: from, text: one.expected });
    expect(one.found).toHaveLength(one.expected.length);
    expect(one.found).toContain(to);
  }
  expect(named).toEqual(digits);
  const numbersOfItems = 2;
  expect(passedOver).toBe(numbersOfItems);
});
