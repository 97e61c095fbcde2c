import { expect, test } from "vitest";
import { committedWords } from "./committed-words.ts";
import { sourceTree } from "./source-tree.ts";

const found = (text: string, path = "docs/tour.md"): string[] =>
  committedWords(sourceTree({ [path]: text })).map(({ line, message }) => `${line}: ${message}`);

const inRoot = (folder: string, rest: string): string => `/${folder}/${rest}`;

test.each(["work", "home", "root", "tmp"])("a path of one machine is refused: /%s", (folder) => {
  const refused = ["2: an absolute path of one machine"];
  expect(found(`# Tour\ncd ${inRoot(folder, "x")}`)).toEqual(refused);
  expect(found(`\n"file://${inRoot(folder, "x")}"`, "a.json")).toEqual(refused);
  expect(found(`see packages${inRoot(folder, "x")} or ..${inRoot(folder, "x")}`)).toEqual([]);
  expect(found(`https://example.org${inRoot(folder, "x")}`)).toEqual([]);
});

test("a folder for a while is made by the system's own name for it", () => {
  expect(found('mkdtempSync(join(tmpdir(), "x/tmp/"));', "a.ts")).toEqual([]);
});

test("the host of a registry is refused, its packages are not", () => {
  const host = "the host of a package registry";
  expect(found(`https://${"registry"}.example.org/x`)).toEqual([`1: ${host}`]);
  expect(found(`get it from ${"registry"}.npmjs.org`)).toEqual([`1: ${host}`]);
  expect(found("the registry. Then npm ci")).toEqual([]);
});

test("a lock file says nothing of where packages came from", () => {
  const lock = '{\n"resolved": "https://a.example/x.tgz",\n"resolved": "https://a.example/y.tgz"}';
  const message = "a lock file that names where its packages came from (and on 1 more lines)";
  expect(found(lock, "package-lock.json")).toEqual([`2: ${message}`]);
  expect(found(lock, "packages/bench/package-lock.json")).toHaveLength(1);
  expect(found('"resolved": "packages/core", "link": true', "package-lock.json")).toEqual([]);
  expect(found(lock, "a.json")).toEqual([]);
});

test("every text is in NFC", () => {
  expect(found("Đảng bộ")).toEqual([]);
  expect(found(`Đảng bộ\n${"Đảng bộ".normalize("NFD")}`)).toEqual(["2: text that is not NFC"]);
  expect(found("", `docs/${"bộ".normalize("NFD")}.md`)).toEqual(["1: a file name that is not NFC"]);
});
