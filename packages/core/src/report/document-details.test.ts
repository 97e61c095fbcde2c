import { expect, test } from "vitest";
import { readDetails } from "./document-details.ts";

const faults = (input: unknown): readonly string[] => {
  const read = readDetails(input);
  return read.read === "Faulty"
    ? read.faults.map(({ path, expected }) => `${path.join(".")}: ${expected}`)
    : [];
};

test("all details may be given, and none must be", () => {
  const details = {
    number: "12",
    issuerCode: "ĐU",
    place: "Hà Nội",
    date: "2013-01-23",
    issuer: "Đảng ủy Bộ",
    superior: "Đảng ủy Khối",
    signature: { onBehalf: "Ban Thường vụ", office: "Bí thư", name: "{person:p-3}" },
    recipients: ["Đảng ủy Khối", "Lưu"],
  };
  expect(readDetails(details)).toEqual({ read: "Details", details });
  expect(readDetails({})).toEqual({ read: "Details", details: {} });
});

test("a date is known as far as it is known", () => {
  expect(["2013-01-23", "2013-01", "2013"].flatMap((date) => faults({ date }))).toEqual([]);
  const told = ["date: a date as YYYY-MM-DD, or what is known of it: YYYY-MM or YYYY"];
  for (const date of ["2013-02-30", "2013-13", "13", "2013-1", "23/1/2013", "2013-01-23T00"]) {
    expect([date, faults({ date })]).toEqual([date, told]);
  }
});

test("every fault is told, each in its place", () => {
  const signature = { office: "Bí thư" };
  expect(faults({ number: 12, place: "Ha\u0300 Nội", signature, stamp: "red" })).toEqual([
    "stamp: no excess property",
    "number: string",
    "place: text in Unicode NFC",
    "signature.name: Missing key",
  ]);
  expect(faults({ recipients: [] })).toHaveLength(1);
  expect(faults({ recipients: Array.from({ length: 51 }, () => "x") })).toHaveLength(1);
  expect(faults("12")).toHaveLength(1);
});
