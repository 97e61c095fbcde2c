import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { shownPlace, withoutPasswords } from "./passwords.ts";
import { runHere } from "./trial-run.ts";

test.each([
  ["postgres://an:s3cret@h:5432/d?ledger=l", "postgres://an@h:5432/d?ledger=l"],
  ["postgresql://an:s3/c@r?e#t@h/d?ledger=l", "postgresql://…?ledger=l"],
  ["postgres://h/d?password=a&sslpassword=s3cret&ledger=l", "postgres://h/d?ledger=l"],
  ["postgres://h:1/d?password=p@s3cret&ledger=l", "postgres://…&ledger=l"],
  ["postgres://h/d?p%61ssword=s3cret", "postgres://h/d"],
  ["postgres:/an:s3cret@h/d?ledger=l", "postgres:/an@h/d?ledger=l"],
  [" postgres://an:s3cret@h/d?ledger=l", " postgres://an@h/d?ledger=l"],
  ["postgres://:s3cret@h/d?ledger=l", "postgres://h/d?ledger=l"],
  ["postgres://h/d?password=s3cret&ledger=l", "postgres://h/d?ledger=l"],
  ["postgres://h/d?ledger=l&sslpassword=s3cret", "postgres://h/d?ledger=l"],
  ["postgres://an@h/d?ledger=l", "postgres://an@h/d?ledger=l"],
  ["nats://s3cret@h:4222?ledger=l", "nats://h:4222?ledger=l"],
  ["nats://h:4222?token=s3cret&ledger=l", "nats://h:4222?ledger=l"],
  ["an@h.jsonl", "an@h.jsonl"],
  ["person:an", "person:an"],
  ["2012-01-01T08:00:00.000Z", "2012-01-01T08:00:00.000Z"],
  ["C:\\books\\l.jsonl", "C:\\books\\l.jsonl"],
  ["asked by an@h at 12:30", "asked by an@h at 12:30"],
  ["an:x@h.jsonl", "an:…@h.jsonl"],
  ["postgres//an:s3cret@h/d?ledger=l", "postgres//an:…@h/d?ledger=l"],
  ["postgres;//an:s3cret@h/d?ledger=l", "postgres;//an:…@h/d?ledger=l"],
  ["postgres:an:s3cret@h/d?ledger=l", "postgres:…@h/d?ledger=l"],
  ["postgres/an:s3cret@h/d", "postgres/an:…@h/d"],
  ["//an:s3cret@h/d?ledger=l", "//an:…@h/d?ledger=l"],
  ["an:s3cret@h:5432/d?ledger=l", "an:…@h:5432/d?ledger=l"],
  ["an:s3cret@h/d", "an:…@h/d"],
  ["an:s3/c@r?e#s3cret@h/d?ledger=l", "an:…?ledger=l"],
  ["an:two s3cret@h/d?ledger=l", "an:…@h/d?ledger=l"],
  ["postgres//h/d?password=s3cret&ledger=l", "postgres//h/d?ledger=l"],
  ["h/d?password=s3cret&ledger=l", "h/d?ledger=l"],
  ["h/d?ledger=l&password=p@s3cret", "…"],
  ["nats//s3cret@h:4222?ledger=l", "nats//…@h:4222?ledger=l"],
  ["nats:s3cret@h:4222?ledger=l", "nats:…@h:4222?ledger=l"],
])("%s is shown without what is secret", (given, shown) => {
  expect(shownPlace(given)).toBe(shown);
  const { argv, whole } = withoutPasswords(["log", given, `--output=${given}`]);
  expect(argv).toEqual(["log", shown, `--output=${shown}`]);
  expect(whole(shown)).toBe(given);
});

test.each([["--reason", "theo thư mail:an@x.vn"], ["target:t-1@2012"]])(
  "%s is no login",
  (...given) => {
    expect(withoutPasswords(["explain", "l.db", ...given]).argv).toEqual([
      "explain",
      "l.db",
      ...given,
    ]);
  },
);

test("places that would be shown alike are told apart, each with its own login", () => {
  const places = ["nats://a:s3cret@h?ledger=l", "nats://b:s3cret@h?ledger=l", "nats://h?ledger=l"];
  const { argv, whole } = withoutPasswords(["copy", ...places]);
  const [, ...shown] = argv;
  expect(shown).toEqual(["nats://h?ledger=l", "nats://h?ledger=l#2", "nats://h?ledger=l#3"]);
  expect(shown.map(whole)).toEqual(places);
});

const secret = "postgres://an:s3cret@127.0.0.1:1/d?ledger=l";
test.each([
  [["log", secret]],
  [["verify", secret]],
  [["init", secret]],
  [["init", secret, "--id", "other"]],
  [["show", secret, "p", "too", "many"]],
  [["rules", "check", secret]],
  [["record", "l.jsonl", secret]],
  [["log", "l.jsonl", secret]],
  [[secret]],
  [["log", secret.replace("?ledger=l", "")]],
  [["log", secret.replace("postgres", "mysql")]],
  [["log", secret.replace(":1/", ":x/")]],
  [["verify", secret.replace(":", "")]],
  [["log", secret.replace("postgres:", "")]],
  [["copy", "l.jsonl", secret.replace("postgres://", "")]],
  [["verify", secret.replace("postgres://", "").replace("?ledger=l", ".db")]],
  [["init", secret.replace("postgres://", "").replace("?ledger=l", ".jsonl"), "--id", "l"]],
  [["record", "l.jsonl", secret.replace("postgres://", "")]],
  [["rules", "check", secret.replace("postgres://", "")]],
  [["replay", "l.jsonl", "--projection", secret.replace("postgres://", "")]],
  [["report", "l.jsonl", "--branch", secret, "--year", "2012"]],
])("%j tells no password, whatever goes wrong", async (argv) => {
  for (const asked of [argv, [...argv, "--json"], [...argv, "--lang", "vi"]]) {
    const { exit, out, err } = await runHere(asked);
    expect([exit, out + err]).toEqual([2, expect.not.stringContaining("s3cret")]);
  }
});

test("a file whose name looks like a login is used by its own name", async () => {
  const home = mkdtempSync(join(tmpdir(), "tongket-passwords-"));
  onTestFinished(() => rmSync(home, { recursive: true }));
  const [ledger, copy] = [join(home, "an:x@h.jsonl"), join(home, "an:y@h.jsonl")];
  expect(await runHere(["init", ledger, "--id", "l"])).toMatchObject({ exit: 0 });
  const commands = "examples/small-committee/commands.jsonl";
  expect(await runHere(["record", ledger, commands])).toMatchObject({ exit: 0 });
  expect(await runHere(["copy", ledger, copy])).toMatchObject({ exit: 0 });
  expect((await runHere(["verify", copy])).exit).toBe(0);
  const report = ["report", copy, "--branch", "dang-bo-mau", "--year", "2012", "-o"];
  const told = await runHere([...report, join(home, "an:s3cret@h", "r.md")]);
  expect([told.exit, told.err]).toEqual([2, expect.not.stringContaining("s3cret")]);
  expect((await runHere([...report, copy, "--force"])).err).toContain("[OutputIsLedger]");
  expect([ledger, copy].map((path) => existsSync(path))).toEqual([true, true]);
});
