import { expect, test } from "vitest";
import { dateWords, filled, lettersOf } from "./line.ts";
import { neutralFormat } from "./neutral-format.ts";

const style = { sizePt: 14 };
const { pattern } = neutralFormat.placeAndDate;
const padded = { ...neutralFormat, zeroPadded: { dayMax: 9, monthMax: 2 } };

test.each([
  ["2013-01-23", "ngày 23 tháng 01 năm 2013", "ngày 23 tháng 1 năm 2013"],
  ["2013-02-09", "ngày 09 tháng 02 năm 2013", "ngày 9 tháng 2 năm 2013"],
  ["2013-03-10", "ngày 10 tháng 3 năm 2013", "ngày 10 tháng 3 năm 2013"],
  ["2013-10-01", "ngày 01 tháng 10 năm 2013", "ngày 1 tháng 10 năm 2013"],
  ["2013-12-31", "ngày 31 tháng 12 năm 2013", "ngày 31 tháng 12 năm 2013"],
  ["2013-01", "ngày __ tháng 01 năm 2013", "ngày __ tháng 1 năm 2013"],
  ["2013", "ngày __ tháng __ năm 2013", "ngày __ tháng __ năm 2013"],
  [undefined, "ngày __ tháng __ năm ____", "ngày __ tháng __ năm ____"],
])("%s is written %s where days to 9 and months to 2 are padded", (date, party, neutral) => {
  const said = (format: typeof padded | typeof neutralFormat): string => {
    const values = { place: "Hà Nội", ...dateWords(format, "vi", date) };
    return filled({ pattern, style }, "vi", values).text.replaceAll("\u00a0", "_");
  };
  expect([said(padded), said(neutralFormat)]).toEqual([`Hà Nội, ${party}`, `Hà Nội, ${neutral}`]);
});

test("an English date names its month", () => {
  const line = filled({ pattern, style }, "en", {
    place: "Hà Nội",
    ...dateWords(neutralFormat, "en", "2013-02-05"),
  });
  expect(line).toEqual({ text: "Hà Nội, 5 February 2013", style });
});

test("a line with a blank says so", () => {
  const number = { pattern: { vi: "Số {number}-{code}/{issuerCode}" }, style };
  expect(filled(number, "vi", { code: "BC", issuerCode: "ĐU" })).toEqual({
    text: "Số \u00a0\u00a0\u00a0\u00a0\u00a0-BC/ĐU",
    style,
    hasBlanks: true,
  });
  expect(filled(number, "en", { number: "12", code: "BC", issuerCode: "ĐU" })).toEqual({
    text: "Số 12-BC/ĐU",
    style,
  });
});

test("Vietnamese letters are set in capitals one for one, in NFC", () => {
  const small = "àáạảãâầấậẩẫăằắặẳẵèéẹẻẽêềếệểễìíịỉĩòóọỏõôồốộổỗơờớợởỡùúụủũưừứựửữỳýỵỷỹđ";
  const capitals = "ÀÁẠẢÃÂẦẤẬẨẪĂẰẮẶẲẴÈÉẸẺẼÊỀẾỆỂỄÌÍỊỈĨÒÓỌỎÕÔỒỐỘỔỖƠỜỚỢỞỠÙÚỤỦŨƯỪỨỰỬỮỲÝỴỶỸĐ";
  expect(lettersOf({ text: small, style: { ...style, capitals: true } })).toBe(capitals);
  expect(lettersOf({ text: small, style })).toBe(small);
  expect(capitals.normalize("NFC")).toBe(capitals);
});
