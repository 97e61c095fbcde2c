import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isMissing, type NatsServers, startNats, urlOf } from "../../../.config/nats-server.ts";
import { type PostgresServer, startPostgres } from "../../../.config/postgres-server.ts";
import { runHere } from "./trial-run.ts";

const password = "s3cret";
let home: string;
let server: PostgresServer;
let nats: NatsServers | undefined;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "tongket-databases-"));
  server = await startPostgres(password);
  if (!isMissing) nats = await startNats();
});
afterAll(async () => {
  await server?.stop();
  await nats?.stop();
  rmSync(home, { recursive: true });
});

/** A database or a server, with its password. */
const places: { readonly [kind: string]: () => string } = {
  postgres: () => server.url.replace("tongket@", `tongket:${password}@`),
  ...(isMissing ? {} : { jetstream: () => (nats && urlOf(nats)) ?? "" }),
};

const made = async (ledger: string, id: string, facts: readonly object[]): Promise<void> => {
  const byId = ledger.includes("://") ? [] : ["--id", id];
  expect(await runHere(["init", ledger, ...byId])).toMatchObject({ exit: 0 });
  const lines = facts.map((fact) => JSON.stringify({ actor: "clerk", ...fact }));
  const recorded = await runHere(["record", ledger, "-"], { stdin: lines.join("\n") });
  expect(recorded).toMatchObject({ exit: 0 });
};

const begun = (branch: string, kind: string) => ({
  command: "CarryInBranch",
  effectiveOn: "2011-01-01",
  data: { branch, kind, name: branch },
});

/** A tree ledger and three below it, whose ids are not all that simple. */
const madeAll = async (ledger: (id: string) => string): Promise<void> => {
  await made(ledger("tree"), "tree", [begun("province", "upper-committee")]);
  for (const [index, id] of ["A", "b", "b.1"].entries()) {
    const superior = { ledger: "tree", branch: "province" };
    await made(ledger(id), id, [
      begun("cell", "base-cell"),
      { command: "NameSuperior", effectiveOn: "2011-01-01", data: { branch: "cell", superior } },
      ...Array.from({ length: index + 1 }, (_, member) => ({
        command: "AdmitMember",
        effectiveOn: "2012-05-01",
        data: { member: `m${member}`, branch: "cell", decidedOn: "2012-05-01" },
      })),
    ]);
  }
};

describe.each(Object.keys(places))("the ledgers of one %s", (kind) => {
  test("are added up as those of a folder are, but for the tree ledger", async () => {
    const place = places[kind]?.() ?? "";
    await madeAll((id) => `${place}?ledger=${id}`);
    await madeAll((id) => join(home, `${kind}-${id}.db`));
    const year = ["--year", "2012", "--json"];
    const told = await runHere(["consolidate", `${place}?ledger=tree`, place, ...year]);
    const inFolder = join(home, `${kind}-tree.db`);
    const files = ["A", "b", "b.1"].map((id) => join(home, `${kind}-${id}.db`));
    expect(told).toEqual(await runHere(["consolidate", inFolder, ...files, ...year]));
    expect(JSON.parse(told.out)).toMatchObject({
      ledgers: 3,
      isWhole: true,
      branches: [{ totals: { admissions: 6 } }],
    });
  });

  test("are told by their ids where something is wrong, without the password", async () => {
    const place = places[kind]?.() ?? "";
    await made(`${place}?ledger=c`, "c", [begun("cell", "base-cell")]);
    const argv = [`${place}?ledger=tree`, place, `${place}?ledger=b`, `${place}?ledger=none`];
    const { exit, out, err } = await runHere(["consolidate", ...argv, "--year", "2012"]);
    expect([exit, out]).toEqual([2, ""]);
    expect(err).toMatch(/\?ledger=b: .*\[LedgerGivenTwice\]/);
    expect(err).toMatch(/\?ledger=none: .*\[LedgerMissing\]/);
    expect(err).toMatch(/^c:cell names no branch.*\[SuperiorNotNamed\]/m);
    expect(err).not.toContain(password);
  });

  test("cannot be listed by who may not log in", async () => {
    const tree = join(home, `${kind}-t.db`);
    await made(tree, "t", [begun("province", "upper-committee")]);
    const place = (places[kind]?.() ?? "").replace(/:[^:@]+@/, ":wr0ng@");
    const { exit, err } = await runHere(["consolidate", tree, place, "--year", "2012"]);
    expect([exit, err]).toEqual([2, expect.stringContaining("[StorageDenied]")]);
    expect(err).not.toContain("wr0ng");
  });
});
