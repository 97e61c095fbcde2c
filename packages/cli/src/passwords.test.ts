import { expect, test } from "vitest";
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
])("%s is shown without what is secret", (given, shown) => {
  expect(shownPlace(given)).toBe(shown);
  const { argv, whole } = withoutPasswords(["log", given, `--output=${given}`]);
  expect(argv).toEqual(["log", shown, `--output=${shown}`]);
  expect(whole(shown)).toBe(given);
});

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
  [["report", "l.jsonl", "--branch", secret, "--year", "2012"]],
])("%j tells no password, whatever goes wrong", async (argv) => {
  for (const asked of [argv, [...argv, "--json"], [...argv, "--lang", "vi"]]) {
    const { exit, out, err } = await runHere(asked);
    expect([exit, out + err]).toEqual([2, expect.not.stringContaining("s3cret")]);
  }
});
