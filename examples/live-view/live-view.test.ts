import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { BranchId, decodeCommand, Instant, openLedger } from "@tongket/core";
import { createSqliteLedger } from "@tongket/store-sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { liveAdmissions, liveLetters, liveTotals } from "./live-view.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tongket-live-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

test("a ledger's totals, a table and letters follow it, and go on where they were", async () => {
  const now = Instant.make("2013-01-23T02:00:00.000Z");
  const header = { createdAt: now, ledger: "live", regime: "vn-party", tongket: 1 } as const;
  const store = await createSqliteLedger(join(folder, "l.db"), header);
  const ledger = await openLedger(store, { now: () => now });
  let commands = 0;
  const record = async (command: string, effectiveOn: string, data: object): Promise<void> => {
    commands += 1;
    const read = decodeCommand({ command, effectiveOn, actor: "clerk", data }, `c${commands}`);
    if (read.decoded === "Faulty") throw new Error(JSON.stringify(read.faults));
    expect(await ledger.handle(read.command)).toMatchObject({ outcome: "Recorded" });
  };
  const admit = (member: string, day: string) =>
    record("AdmitMember", day, { member, branch: "c", decidedOn: day });
  await record("CarryInBranch", "2012-01-01", { branch: "m", kind: "upper-committee", name: "M" });
  await record("CarryInBranch", "2012-01-01", {
    branch: "c",
    kind: "cell",
    name: "C",
    parent: "m",
  });

  const sent: string[] = [];
  const admitted: unknown[] = [];
  const seenInTotals: unknown[] = [];
  for (const run of [1, 2]) {
    await admit(`m${run}`, `2012-0${run}-03`);
    const totals = liveTotals(store, join(folder, "shelf.db"));
    const table = liveAdmissions(store, join(folder, "app.db"));
    const letters = liveLetters(store, {
      file: join(folder, "letters.db"),
      send: async (award) => void sent.push(award),
      look: async (award) => void sent.push(`doubt ${award}`),
    });
    const recipient = { person: `m${run}` };
    const award = { award: `a${run}`, form: "certificate", category: "member-excellent" };
    const rest = { recipient, basisYears: [2012], year: 2012, by: "m" };
    await record("GrantAward", "2013-01-20", { ...award, ...rest });
    const { position } = await store.head();
    await Promise.all([totals.kept.reached(position), table.reached(position)]);
    const year = totals.totals.answered()?.answer.counts.get(BranchId.make("c"))?.get(2012);
    seenInTotals.push(year?.get("awards member-excellent certificate"));
    const app = new DatabaseSync(join(folder, "app.db"), { readOnly: true });
    admitted.push(
      app
        .prepare("SELECT member, admitted_on FROM admission")
        .all()
        .map((row) => ({ ...row })),
    );
    app.close();
    await expect.poll(() => sent.length).toBe(run);
    await Promise.all([totals.kept.stop(), table.stop(), letters.reacting.stop()]);
    totals.close();
    letters.close();
  }
  expect(seenInTotals).toEqual([1, 2]);
  const first = { member: "m1", admitted_on: "2012-01-03" };
  expect(admitted).toEqual([[first], [first, { member: "m2", admitted_on: "2012-02-03" }]]);
  expect(sent).toEqual(["4.0", "6.0"]);
  await store.close();
});
