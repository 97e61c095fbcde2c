import { manifestText, mapFigures } from "@tongket/core/report";
import { expect, test } from "vitest";
import { handMadeDocument } from "../documents/hand-made.ts";
import { type DocumentFormat, documentsReadBack } from "./documents-read-back.ts";

/** The plainest format: the manifest itself. */
const plainest: DocumentFormat = {
  render: manifestText,
  manifestOf: (bytes) => new TextDecoder().decode(bytes),
  differences: (document, bytes) =>
    new TextDecoder().decode(bytes) === manifestText(document) ? [] : ["other"],
};

const lawOf = (format: Partial<DocumentFormat>) =>
  documentsReadBack(handMadeDocument, { ...plainest, ...format });

test("a format that holds it", () => lawOf({}));

test("one that leaves out its figures breaks it", async () => {
  const render: DocumentFormat["render"] = (document) =>
    manifestText(mapFigures(document, () => "–"));
  await expect(lawOf({ render })).rejects.toThrow("the manifest of its document");
});

test("one that tells differences where there are none breaks it", async () => {
  await expect(lawOf({ differences: () => ["other"] })).rejects.toThrow("nothing else");
});

test("one that tells none breaks it", async () => {
  await expect(lawOf({ differences: () => [] })).rejects.toThrow("a count that is another one");
});

test("one that counts how often it is asked breaks it", async () => {
  let asked = 0;
  const render: DocumentFormat["render"] = (document) => {
    asked += 1;
    return `${manifestText(document)}${asked}`;
  };
  const manifestOf: DocumentFormat["manifestOf"] = () => manifestText(handMadeDocument);
  const differences: DocumentFormat["differences"] = () => [];
  await expect(lawOf({ render, manifestOf, differences })).rejects.toThrow("the same file");
});
