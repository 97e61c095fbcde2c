import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

let folder: string;
beforeAll(() => {
  // Inside the repository, where a module finds its packages.
  mkdirSync("node_modules/.cache/tongket", { recursive: true });
  folder = mkdtempSync("node_modules/.cache/tongket/conformance-");
});
afterAll(() => rmSync(folder, { recursive: true }));

const conformance = (place: string, only = "") => {
  const args = ["--conditions=source", ".config/conformance.ts", place, only];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  return { status, stderr, last: stdout.trimEnd().split("\n").at(-1) };
};
const own = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, `import { inMemoryStorage } from "@tongket/core/log";\n${text}\n`);
  return file;
};

test("a store of one's own that conforms passes every case", () => {
  const told = conformance(own("sound.mjs", "export default inMemoryStorage();"));
  expect(told).toMatchObject({ status: 0, stderr: "" });
  expect(told.last).toMatch(/^\d{3} passed, 0 failed$/);
});

test("one that does not is told case by case, with the reasons", () => {
  const broken = own(
    "broken.mjs",
    `export default () => {
      const storage = inMemoryStorage();
      return {
        ...storage,
        create: async (header) => {
          const store = await storage.create(header);
          store.find = async () => undefined;
          return store;
        },
      };
    };`,
  );
  const told = conformance(broken, "command ids");
  expect(told.status).toBe(1);
  expect(told.last).toMatch(/^\d+ passed, [1-9]\d* failed$/);
  expect(told.stderr).toMatch(/^command ids: .*\n {4}/m);
});

test("what names no store is told how to name one", () => {
  expect(conformance("nothing")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("FOLDER"),
  });
});

test("in a folder nothing is left, and some cases can be proved alone", () => {
  const kept = join(folder, "kept");
  mkdirSync(kept);
  writeFileSync(join(kept, "mine.jsonl"), "mine");
  expect(conformance(`jsonl:${kept}`, "a new ledger")).toMatchObject({ status: 0 });
  expect(readdirSync(kept)).toEqual(["mine.jsonl"]);
});

test("what cannot be proved at all is told in one line", () => {
  const rows = [
    [own("sound.mjs", "export default inMemoryStorage();"), "nosuchcase", "begins with"],
    [own("none.mjs", "export default 17;"), "", "LedgerStorage"],
    [own("thrown.mjs", "export default () => { throw new Error('no disk'); };"), "", "no disk"],
    [join(folder, "missing.ts"), "", "cannot be used"],
    [`sqlite:${join(folder, "missing")}`, "", "no folder"],
    ["postgres://an:s3cret@127.0.0.1:1/d", "a new ledger", "postgres://…@127.0.0.1:1/d cannot"],
    ["nats://s3cret@127.0.0.1:1", "a new ledger", "nats://…@127.0.0.1:1 cannot"],
  ] as const;
  for (const [place, only, says] of rows) {
    const { status, stderr } = conformance(place, only);
    expect({ place, status, stderr }).toEqual({
      place,
      status: 2,
      stderr: expect.stringContaining(says),
    });
    expect(stderr).toMatch(/^[^\n]*\n$/);
    expect(stderr).not.toContain("s3cret");
  }
});
