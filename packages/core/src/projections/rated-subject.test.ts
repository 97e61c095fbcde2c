import { commandOf, type Line, openDesk } from "@tongket/testing";
import { describe, expect, test } from "vitest";
import { branchLine } from "../../test/branch-line.ts";
import type { RecordedEvent } from "../kernel/event.ts";
import { eventsOf } from "../log/commit.ts";
import { byEffect, effective } from "../log/effective.ts";
import { shippedPacks } from "../rulebook/packs/shipped.ts";
import { rulebookOf } from "../rulebook/rulebook.ts";
import { stoodIn } from "./rated-subject.ts";

const branch = branchLine("CarryInBranch", "2010-01-01");
/** Two cells below the base organisation `b`, and one directly below the top. */
const tree: readonly Line[] = [
  branch("m", "upper-committee"),
  branch("b", "base-committee", "m"),
  branch("c", "cell", "b"),
  branch("d", "cell", "b"),
  branch("e", "cell", "m"),
];
const admitted = (member: string, at: string, on = "2011-02-01"): Line => [
  "AdmitMember",
  on,
  { member, branch: at, decidedOn: on },
];
const carriedIn = (member: string, at: string, on = "2011-02-01"): Line => [
  "CarryInMember",
  on,
  { member, branch: at, status: "official" },
];
const sent = (member: string, to: string, on: string): Line => [
  "TransferMember",
  on,
  { member, to },
];
const received = (member: string, to: string, on: string, part: object = {}): Line => [
  "ReceiveMember",
  on,
  { member, to, ...part },
];
const rulebook = rulebookOf("vn-party", shippedPacks);

const recordOf = async (...lines: readonly Line[]): Promise<readonly RecordedEvent[]> => {
  const { handler, store } = await openDesk();
  for (const [at, line] of [...tree, ...lines].entries()) {
    const outcome = await handler.handle(commandOf(line, `c${at}`));
    expect([line, outcome]).toMatchObject([line, { outcome: "Recorded" }]);
  }
  const events: RecordedEvent[] = [];
  for await (const batch of store.read()) {
    for (const { commit } of batch) events.push(...eventsOf(commit));
  }
  return effective(events).toSorted(byEffect);
};
const stood = async (subject: { member: string } | { branch: string }, ...lines: readonly Line[]) =>
  stoodIn(await recordOf(...lines), { subject: subject as never, year: 2012 }, rulebook);
const an = { member: "an" };
const inC = {
  subject: "an",
  subjectKind: "member",
  branch: "c",
  baseOrganisation: "b",
  year: 2012,
  told: {},
};

describe("a member", () => {
  test("stood where it was admitted or carried in, recognised or not", async () => {
    expect(await stood(an, admitted("an", "c"))).toStrictEqual(inC);
    expect(await stood(an, carriedIn("an", "c"))).toStrictEqual(inC);
    const recognised: Line = ["RecogniseMember", "2012-03-01", { member: "an" }];
    expect(await stood(an, admitted("an", "c"), recognised)).toStrictEqual(inC);
  });

  test("stood where it was last received, told from when in the year on", async () => {
    const moved = [sent("an", "c", "2012-03-01"), received("an", "c", "2012-04-01")];
    expect(await stood(an, admitted("an", "d"), ...moved)).toStrictEqual({
      ...inC,
      told: { movedOn: "2012-04-01" },
    });
    const before = [sent("an", "c", "2011-11-01"), received("an", "c", "2011-12-31")];
    expect(await stood(an, admitted("an", "d"), ...before)).toStrictEqual(inC);
    const twice = [sent("an", "c", "2012-03-01"), received("an", "c", "2012-04-01")];
    const back = [sent("an", "d", "2012-05-01"), received("an", "d", "2012-06-01")];
    expect(await stood(an, admitted("an", "d"), ...twice, ...back)).toMatchObject({
      branch: "d",
      told: { movedOn: "2012-06-01" },
    });
  });

  test("received from outside did not move", async () => {
    const from = { from: { external: "Đảng ủy Khối" }, status: "official" };
    const came = received("an", "c", "2012-04-01", from);
    expect(await stood(an, came)).toStrictEqual(inC);
    const went: Line = ["DepartMember", "2012-03-01", { member: "an", to: "Đảng bộ khác" }];
    expect(await stood(an, admitted("an", "d"), went, came)).toStrictEqual(inC);
  });

  test("on the way at the end of the year stood where it was sent from", async () => {
    const onTheWay = sent("an", "d", "2012-12-28");
    expect(await stood(an, admitted("an", "c"), onTheWay)).toStrictEqual(inC);
    const later = received("an", "d", "2013-01-05");
    expect(await stood(an, admitted("an", "c"), onTheWay, later)).toStrictEqual(inC);
  });

  test("that had gone by the end of the year stood nowhere", async () => {
    const on = "2012-12-31";
    const gone: readonly Line[] = [
      ["DepartMember", on, { member: "an", to: "Đảng bộ khác" }],
      ["RemoveMember", on, { member: "an", reason: "resigned" }],
      ["AnnulAdmission", on, { member: "an", reason: "sai" }],
    ];
    for (const line of gone) {
      expect([line, await stood(an, admitted("an", "c"), line)]).toStrictEqual([line, undefined]);
    }
  });

  test("is told of by nothing that came after the year, nor by what befell another", async () => {
    const after = [sent("an", "d", "2013-01-01"), received("an", "d", "2013-01-01")];
    expect(await stood(an, admitted("an", "c", "2012-12-31"), ...after)).toStrictEqual(inC);
    expect(await stood(an, admitted("an", "c", "2013-01-01"))).toBeUndefined();
    const other = [sent("ba", "d", "2012-03-01"), received("ba", "d", "2012-04-01")];
    expect(await stood(an, admitted("an", "c"), admitted("ba", "c"), ...other)).toStrictEqual(inC);
    expect(await stood(an, admitted("ba", "c"))).toBeUndefined();
  });

  test("stays where it stood when something else befalls it", async () => {
    const exempted: Line = ["ExemptMember", "2012-03-01", { member: "an" }];
    expect(await stood(an, admitted("an", "c"), exempted)).toStrictEqual(inC);
  });

  test("below no base organisation has none", async () => {
    expect(await stood(an, admitted("an", "e"))).toStrictEqual({
      ...{ subject: "an", subjectKind: "member", branch: "e", year: 2012, told: {} },
    });
  });
});

describe("a branch", () => {
  const c = { branch: "c" };
  const asCell = { subject: "c", subjectKind: "cell", branch: "c", baseOrganisation: "b" };

  test("stood as it was at the end of the year", async () => {
    expect(await stood(c)).toStrictEqual({ ...asCell, year: 2012, told: {} });
    expect(await stood({ branch: "b" })).toMatchObject({
      subjectKind: "base-committee",
      baseOrganisation: "b",
    });
    expect(await stood({ branch: "nobody" })).toBeUndefined();
    const later: Line = [
      "EstablishBranch",
      "2013-01-01",
      { branch: "f", kind: "cell", name: "f", parent: "b" },
    ];
    expect(await stood({ branch: "f" }, later)).toBeUndefined();
  });

  test("is told when it moved or was dissolved within the year", async () => {
    const moved = (on: string, to = "m", id = "c"): Line => ["MoveBranch", on, { branch: id, to }];
    const dissolved = (on: string, id = "c"): Line => ["DissolveBranch", on, { branch: id }];
    const lines = [moved("2012-02-01"), moved("2012-03-01", "b"), dissolved("2012-12-31")];
    expect(await stood(c, ...lines)).toStrictEqual({
      ...asCell,
      ...{ year: 2012, told: { movedOn: "2012-03-01", dissolvedOn: "2012-12-31" } },
    });
    const others = [moved("2012-02-01", "b", "e"), dissolved("2012-03-01", "d")];
    expect(await stood(c, ...others)).toStrictEqual({ ...asCell, year: 2012, told: {} });
    const otherYears = [moved("2011-12-31"), moved("2013-01-01", "b"), dissolved("2013-02-01")];
    const { baseOrganisation: _, ...alone } = asCell;
    expect(await stood(c, ...otherYears)).toStrictEqual({ ...alone, year: 2012, told: {} });
  });
});

describe("the base organisation", () => {
  test("is of no kind where no structure pack is in force", async () => {
    const record = await recordOf();
    const asked = { subject: { branch: "c" as never }, year: 2012 };
    expect(stoodIn(record, asked, rulebookOf("nobody", []))).toStrictEqual({
      ...{ subject: "c", subjectKind: "cell", branch: "c", year: 2012, told: {} },
    });
  });

  /** Cells of a ledger that another library wrote, each with its parent. */
  const foreign = (...cells: readonly (readonly [id: string, parent: string])[]) =>
    cells.map(
      ([id, parent], at) =>
        ({
          ...{ type: "BranchEstablished", version: 1, tags: [], effectiveOn: "2012-01-01" },
          ...{ position: at + 1, index: 0, recordedAt: "2013-01-01T00:00:00.000Z" },
          data: { branch: id, kind: "cell", name: id, parent },
        }) as unknown as RecordedEvent,
    );

  test.each([
    ["in a ring", foreign(["x", "y"], ["y", "x"])],
    ["below one that nobody recorded", foreign(["x", "ghost"])],
  ])("is none for a branch that a foreign ledger puts %s", (_, record) => {
    const asked = { subject: { branch: "x" as never }, year: 2012 };
    expect(stoodIn(record, asked, rulebook)).toStrictEqual({
      ...{ subject: "x", subjectKind: "cell", branch: "x", year: 2012, told: {} },
    });
  });
});
