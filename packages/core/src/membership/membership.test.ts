import { given, type Line } from "@tongket/testing";
import { describe, expect, test } from "vitest";
import { branchLine } from "../../test/branch-line.ts";
import { admissionRefusals } from "./admission.ts";
import { type MembershipRefusal, membershipRefusals } from "./index.ts";

const branch = branchLine("EstablishBranch", "2012-01-01");
const branches = [
  branch("ministry", "upper-committee"),
  branch("cell", "cell", "ministry"),
  branch("other", "cell", "ministry"),
];

const admitted = (on: string, part: object = {}): Line => [
  "AdmitMember",
  on,
  { member: "an", branch: "cell", decidedOn: on, ...part },
];
const carriedIn = (on: string, part: object = {}): Line => [
  "CarryInMember",
  on,
  { member: "an", branch: "cell", status: "official", ...part },
];
/** A command about the member, with what else it says. */
const about = (command: string, on: string, part: object = {}): Line => [
  command,
  on,
  { member: "an", ...part },
];
const recognised = (on: string, part: object = {}): Line => about("RecogniseMember", on, part);
const extended = (on: string, months: number): Line => about("ExtendProbation", on, { months });
const transferred = (on: string, to = "other"): Line => about("TransferMember", on, { to });
const received = (on: string, part: object = {}): Line =>
  about("ReceiveMember", on, { to: "other", ...part });
const left = (on: string, reason = "resigned"): Line => about("RemoveMember", on, { reason });
const appointed = (on: string, seat: object): Line => [
  "AppointOfficer",
  on,
  { person: "an", in: seat, office: "secretary" },
];
const released = (on: string, seat: object): Line => [
  "ReleaseOfficer",
  on,
  { person: "an", in: seat, office: "secretary" },
];
const reversed = (target: string): Line => [
  "ReverseEvent",
  "2014-12-01",
  { target, reason: "nhầm" },
];
const outside = { external: "Đảng ủy Khối" };
const probationary = [...branches, admitted("2012-02-01")];
const official = [...branches, carriedIn("2012-02-01")];

interface Example {
  readonly says: string;
  readonly given: readonly Line[];
  readonly when: readonly Line[];
  readonly refused: object;
}

/** Shown in no-structure-pack.test.ts, where none is in force, and in admission.test.ts. */
type Shown = "NoStructurePackInForce" | (typeof admissionRefusals)[number];
const examples: Record<Exclude<MembershipRefusal, Shown>, Example> = {
  IsMemberAlready: {
    says: "a member is not admitted twice",
    given: probationary,
    when: [admitted("2012-03-01", { branch: "other" })],
    refused: { refusal: "IsMemberAlready", person: "an", branch: "cell" },
  },
  IsNoMember: {
    says: "who left is no member any more",
    given: [...official, left("2012-03-01")],
    when: [about("ExemptMember", "2012-03-02")],
    refused: { refusal: "IsNoMember", person: "an" },
  },
  IsMemberElsewhere: {
    says: "a transfer dated before a recorded fact takes the member from where that one is",
    given: [...official, about("ExemptMember", "2012-06-01")],
    when: [transferred("2012-04-01"), received("2012-04-02")],
    refused: {
      refusal: "ContradictsLater",
      events: ["5.0 MemberExempted"],
      because: ["IsMemberElsewhere"],
    },
  },
  StatusDiffers: {
    says: "an official member is not recognised again",
    given: official,
    when: [recognised("2012-06-01")],
    refused: {
      refusal: "StatusDiffers",
      person: "an",
      stated: "probationary",
      is: "official",
    },
  },
  SinceAfterEntry: {
    says: "an opening entry is of someone who was a member before it",
    given: branches,
    when: [
      [
        "CarryInMember",
        "2012-02-01",
        { member: "an", branch: "cell", status: "official", since: "2012-02-02" },
      ],
    ],
    refused: {
      refusal: "SinceAfterEntry",
      person: "an",
      since: "2012-02-02",
      effectiveOn: "2012-02-01",
    },
  },
  SinceIsKnown: {
    says: "of who comes from a branch of this ledger it is known since when",
    given: [...official, transferred("2012-03-01")],
    when: [received("2012-03-10", { since: "2012-02-01" })],
    refused: { refusal: "SinceIsKnown", person: "an", since: "2012-02-01", from: "cell" },
  },
  TransferStaysInside: {
    says: "who comes from a branch of this ledger was transferred inside it",
    given: [...official, transferred("2012-03-01")],
    when: [received("2012-03-10", { transfer: "t-1" })],
    refused: { refusal: "TransferStaysInside", person: "an", transfer: "t-1", from: "cell" },
  },
  DecidedAfterEffect: {
    says: "an admission takes effect when it was decided, or later",
    given: branches,
    when: [admitted("2012-02-01", { decidedOn: "2012-02-02" })],
    refused: {
      refusal: "DecidedAfterEffect",
      decidedOn: "2012-02-02",
      effectiveOn: "2012-02-01",
    },
  },
  DecidedInFuture: {
    says: "a recognition is not recorded before it was decided",
    given: probationary,
    when: [recognised("2013-03-01", { decidedOn: "2099-03-02" })],
    refused: { refusal: "DecidedInFuture", decidedOn: "2099-03-02", today: "2030-01-01" },
  },
  ProbationNotOver: {
    says: "a member is not recognised a day before twelve months are over",
    given: probationary,
    when: [recognised("2013-01-31")],
    refused: {
      refusal: "ProbationNotOver",
      person: "an",
      due: "2013-02-01",
      effectiveOn: "2013-01-31",
      decidedOn: "2013-01-31",
    },
  },
  ProbationOver: {
    says: "a probation that is over is not extended",
    given: probationary,
    when: [extended("2013-02-02", 6)],
    refused: {
      refusal: "ProbationOver",
      person: "an",
      due: "2013-02-01",
      effectiveOn: "2013-02-02",
    },
  },
  ProbationStartUnknown: {
    says: "a probation of unknown beginning is not extended",
    given: [...branches, carriedIn("2012-02-01", { status: "probationary" })],
    when: [extended("2012-03-01", 6)],
    refused: { refusal: "ProbationStartUnknown", person: "an" },
  },
  IsNotInTransit: {
    says: "nobody is received who was not sent on",
    given: official,
    when: [received("2012-03-01")],
    refused: { refusal: "IsNotInTransit", person: "an" },
  },
  IsInTransit: {
    says: "a member in transit is received where they were sent",
    given: [...official, transferred("2012-03-01")],
    when: [received("2012-03-10", { to: "cell" })],
    refused: { refusal: "IsInTransit", person: "an", from: "cell", to: "other" },
  },
  TransferLeadsNowhere: {
    says: "a transfer leads to another branch",
    given: official,
    when: [transferred("2012-03-01", "cell")],
    refused: { refusal: "TransferLeadsNowhere", person: "an", branch: "cell" },
  },
  IsExemptAlready: {
    says: "an exempted member is not exempted again",
    given: [...official, about("ExemptMember", "2012-03-01")],
    when: [about("ExemptMember", "2012-04-01")],
    refused: { refusal: "IsExemptAlready", person: "an" },
  },
  IsNotExempt: {
    says: "only an exempted member resumes",
    given: official,
    when: [about("ResumeMember", "2012-03-01")],
    refused: { refusal: "IsNotExempt", person: "an" },
  },
  IsSuspendedAlready: {
    says: "a suspended member is not suspended again",
    given: [...official, about("SuspendMember", "2012-03-01")],
    when: [about("SuspendMember", "2012-04-01")],
    refused: { refusal: "IsSuspendedAlready", person: "an" },
  },
  IsNotSuspended: {
    says: "only a suspended member is reinstated",
    given: official,
    when: [about("ReinstateMember", "2012-03-01")],
    refused: { refusal: "IsNotSuspended", person: "an" },
  },
  HoldsOffice: {
    says: "an officer of a branch is not sent on from it",
    given: [...official, appointed("2012-03-01", { branch: "cell" })],
    when: [transferred("2012-04-01")],
    refused: { refusal: "HoldsOffice", person: "an", office: "secretary", branch: "cell" },
  },
  WasNotAdmittedThatYear: {
    says: "an admission of before the ledger is not annulled in it",
    given: official,
    when: [about("AnnulAdmission", "2012-06-01", { reason: "Sai tiêu chuẩn" })],
    refused: { refusal: "WasNotAdmittedThatYear", person: "an" },
  },
  HoldsThatSeat: {
    says: "a person takes a seat outside once",
    given: [appointed("2012-03-01", outside)],
    when: [appointed("2012-04-01", outside)],
    refused: { refusal: "HoldsThatSeat", person: "an", office: "secretary" },
  },
  HoldsNoSuchSeat: {
    says: "a person leaves only a seat that was taken",
    given: [],
    when: [released("2012-04-01", outside)],
    refused: { refusal: "HoldsNoSuchSeat", person: "an", office: "secretary" },
  },
  NotInVocabulary: {
    says: "a member leaves for a reason of the structure pack in force",
    given: official,
    when: [left("2012-03-01", "bored")],
    refused: { refusal: "NotInVocabulary", vocabulary: "leavingReasons", term: "bored" },
  },
  FormNotForStatus: {
    says: "a probationary member is not removed from office",
    given: probationary,
    when: [about("DisciplineMember", "2012-03-01", { form: "removal-from-office" })],
    refused: {
      refusal: "FormNotForStatus",
      form: "removal-from-office",
      status: "probationary",
    },
  },
};

for (const [refusal, { says, given: lines, when, refused }] of Object.entries(examples)) {
  test(`${refusal}: ${says}`, async () => {
    expect(JSON.stringify(refused)).toContain(refusal);
    expect(await given(...lines).when(...when)).toEqual({ refused: [refused] });
  });
}

test("every refusal of the slice has its example", () => {
  const shown = [...Object.keys(examples), "NoStructurePackInForce", ...admissionRefusals];
  expect(shown.toSorted()).toEqual(membershipRefusals.toSorted());
});

describe("what may happen to a member", () => {
  test("from admission to departure, branch and status are filled in", async () => {
    const outcome = await given(...branches).when(
      admitted("2012-02-01", { vote: { inFavour: 9, against: 0, summoned: 10 }, ageMonths: 240 }),
      extended("2012-12-01", 6),
      recognised("2013-08-01", { vote: { inFavour: 9 } }),
      about("ExemptMember", "2013-09-01"),
      about("ResumeMember", "2013-10-01"),
      about("DisciplineMember", "2013-11-01", { form: "removal-from-office" }),
      about("SuspendMember", "2013-11-01"),
      about("ReinstateMember", "2013-12-01"),
      transferred("2014-01-01"),
      received("2014-01-05"),
      about("DepartMember", "2014-02-01", { to: "Đảng bộ Khối" }),
    );
    const member = { member: "an", branch: "cell", status: "official" };
    expect(outcome).toMatchObject({
      recorded: [
        { type: "MemberAdmitted", data: { branch: "cell", ageMonths: 240 } },
        { type: "ProbationExtended", data: { branch: "cell", months: 6 } },
        { type: "MemberRecognised", effectiveOn: "2013-08-01", data: { branch: "cell" } },
        { type: "MemberExempted", data: member },
        { type: "MemberResumed", data: member },
        { type: "MemberDisciplined", data: { ...member, form: "removal-from-office" } },
        { type: "MemberSuspended", data: member },
        { type: "MemberReinstated", data: member },
        { type: "MemberTransferred", data: { from: "cell", to: "other", status: "official" } },
        { type: "MemberReceived", data: { from: { branch: "cell" }, to: "other" } },
        { type: "MemberDeparted", data: { branch: "other", to: "Đảng bộ Khối" } },
      ],
    });
  });

  test("a member is carried in, received from outside, removed and admitted again", async () => {
    const outcome = await given(...branches).when(
      carriedIn("2012-02-01", { since: "1990-05-19" }),
      left("2012-03-01"),
      received("2012-04-01", { from: { external: "Đảng bộ Hà Nội" }, status: "probationary" }),
      left("2012-05-01", "removed"),
      admitted("2012-06-01", { branch: "other" }),
    );
    expect(outcome).toMatchObject({
      recorded: [
        { type: "MemberCarriedIn", data: { since: "1990-05-19" } },
        { type: "MemberLeft", data: { branch: "cell", status: "official" } },
        { type: "MemberReceived", data: { from: { external: "Đảng bộ Hà Nội" } } },
        { type: "MemberLeft", data: { branch: "other", status: "probationary" } },
        { type: "MemberAdmitted", data: { branch: "other" } },
      ],
    });
  });

  test("an annulled admission names the year in which it was decided", async () => {
    const lines = [...branches, admitted("2013-01-05", { decidedOn: "2012-12-28" })];
    const outcome = await given(...lines).when(
      about("AnnulAdmission", "2013-06-01", { reason: "Sai tiêu chuẩn" }),
    );
    expect(outcome).toMatchObject({
      recorded: [
        { type: "AdmissionAnnulled", data: { admissionYear: 2012, status: "probationary" } },
      ],
    });
  });

  test("exemption and suspension end with membership", async () => {
    const outcome = await given(
      ...official,
      about("ExemptMember", "2012-03-01"),
      about("SuspendMember", "2012-03-01"),
      left("2012-04-01"),
      admitted("2012-05-01"),
    ).when(about("ExemptMember", "2012-06-01"), about("SuspendMember", "2012-06-01"));
    expect(outcome).toMatchObject({
      recorded: [{ type: "MemberExempted" }, { type: "MemberSuspended" }],
    });
  });

  test("who was never a member is not spoken of as one", async () => {
    const refused = { refused: [{ refusal: "IsNoMember", person: "an" }] };
    for (const line of [
      recognised("2012-03-01"),
      extended("2012-03-01", 6),
      transferred("2012-03-01"),
      left("2012-03-01"),
      about("AnnulAdmission", "2012-03-01", { reason: "Nhầm" }),
    ]) {
      expect(await given(...branches).when(line)).toEqual(refused);
    }
  });

  test("the form of a discipline is one of the pack", async () => {
    const line = about("DisciplineMember", "2012-03-01", { form: "shaming" });
    expect(await given(...official).when(line)).toEqual({
      refused: [
        { refusal: "NotInVocabulary", vocabulary: "memberDisciplineForms", term: "shaming" },
      ],
    });
  });
});

describe("recognition", () => {
  test("decided late takes effect when twelve months are over", async () => {
    expect(await given(...probationary).when(recognised("2013-05-20"))).toEqual({
      recorded: [
        {
          type: "MemberRecognised",
          effectiveOn: "2013-02-01",
          data: { member: "an", branch: "cell", decidedOn: "2013-05-20" },
        },
      ],
    });
  });

  test("is decided on that day at the earliest", async () => {
    expect(await given(...probationary).when(recognised("2013-02-01"))).toMatchObject({
      recorded: [{ effectiveOn: "2013-02-01" }],
    });
    const early = recognised("2013-02-01", { decidedOn: "2013-01-31" });
    expect(await given(...probationary).when(early)).toMatchObject({
      refused: [{ refusal: "ProbationNotOver", decidedOn: "2013-01-31" }],
    });
  });

  test("falls on the last of February for one admitted on the 29th", async () => {
    const lines = [...branches, admitted("2012-02-29")];
    expect(await given(...lines).when(recognised("2013-03-31"))).toMatchObject({
      recorded: [{ effectiveOn: "2013-02-28" }],
    });
  });

  test("waits for an extension, and an extension recorded late contradicts it", async () => {
    expect(
      await given(...probationary, extended("2013-01-31", 6)).when(recognised("2013-07-31")),
    ).toMatchObject({ refused: [{ refusal: "ProbationNotOver", due: "2013-08-01" }] });
    expect(
      await given(...probationary, recognised("2013-02-01")).when(extended("2013-01-31", 6)),
    ).toMatchObject({
      refused: [{ refusal: "ContradictsLater", because: ["ProbationNotOver"] }],
    });
  });

  test("counts from the admission of before the ledger, where it is known", async () => {
    const since = (part: object) =>
      given(...branches, carriedIn("2012-02-01", { status: "probationary", ...part }));
    expect(await since({ since: "2011-06-15" }).when(recognised("2012-09-01"))).toMatchObject({
      recorded: [{ effectiveOn: "2012-06-15" }],
    });
    expect(await since({}).when(recognised("2012-09-01"))).toMatchObject({
      recorded: [{ effectiveOn: "2012-09-01" }],
    });
  });

  test("counts from the day membership began elsewhere, where that is told", async () => {
    const from = { from: outside, status: "probationary" };
    const come = (part: object) => given(...branches, received("2012-03-01", { ...from, ...part }));
    const began = come({ since: "2011-06-15" });
    expect(await began.when(recognised("2012-05-01"))).toMatchObject({
      refused: [{ refusal: "ProbationNotOver", due: "2012-06-15" }],
    });
    expect(await began.when(extended("2012-05-01", 6), recognised("2013-02-01"))).toMatchObject({
      recorded: [{ type: "ProbationExtended" }, { effectiveOn: "2012-12-15" }],
    });
    expect(await come({ since: "2010-01-01" }).when(recognised("2012-05-01"))).toMatchObject({
      recorded: [{ effectiveOn: "2012-03-01" }],
    });
    expect(await come({}).when(extended("2012-05-01", 6))).toEqual({
      refused: [{ refusal: "ProbationStartUnknown", person: "an" }],
    });
    const late = received("2012-03-01", { ...from, since: "2012-03-02" });
    const { external } = outside;
    expect(await given(...branches).when(late)).toEqual({
      refused: [
        {
          refusal: "SinceAfterEntry",
          ...{ person: "an", since: "2012-03-02", effectiveOn: "2012-03-01", external },
        },
      ],
    });
  });

  test("is of the branch at the end of probation, and meets what was recorded since", async () => {
    const lines = [...probationary, transferred("2013-03-01"), received("2013-03-05")];
    expect(await given(...lines).when(recognised("2013-05-20"))).toEqual({
      refused: [
        {
          refusal: "ContradictsLater",
          events: ["5.0 MemberTransferred"],
          because: ["StatusDiffers"],
        },
      ],
    });
    for (const late of [
      recognised("2013-02-01", { decidedOn: "2013-05-20" }),
      recognised("2013-05-20"),
    ]) {
      const anew = [late, transferred("2013-03-01"), received("2013-03-05")];
      expect(await given(...lines).when(reversed("5.0"), reversed("6.0"), ...anew)).toMatchObject({
        recorded: [
          { type: "EventReversed" },
          { type: "EventReversed" },
          { type: "MemberRecognised", data: { branch: "cell", decidedOn: "2013-05-20" } },
          { type: "MemberTransferred", data: { status: "official" } },
          { type: "MemberReceived", data: { status: "official" } },
        ],
      });
    }
  });

  test("decided late carries what is told with it of the days in between", async () => {
    const lines = [...probationary, transferred("2013-03-01")];
    const together = [recognised("2013-05-20"), about("ExemptMember", "2013-03-06")];
    expect(await given(...probationary).when(...together)).toMatchObject({
      recorded: [
        { type: "MemberRecognised", effectiveOn: "2013-02-01" },
        { type: "MemberExempted", data: { status: "official" } },
      ],
    });
    const unsent = [reversed("5.0"), recognised("2013-05-20"), recognised("2013-05-21")];
    expect(await given(...lines).when(...unsent)).toMatchObject({
      refused: [{ refusal: "StatusDiffers", stated: "probationary", is: "official" }],
    });
  });
});

describe("a transfer", () => {
  const inTransit = [...official, transferred("2012-03-01")];

  test("leaves the member in neither branch until received", async () => {
    const dissolved: Line = ["DissolveBranch", "2012-03-01", { branch: "cell" }];
    expect(await given(...inTransit, dissolved).when(received("2012-03-10"))).toMatchObject({
      recorded: [{ type: "MemberReceived", data: { from: { branch: "cell" }, to: "other" } }],
    });
  });

  test("is not followed by anything else before the member is received", async () => {
    const refused = {
      refused: [{ refusal: "IsInTransit", person: "an", from: "cell", to: "other" }],
    };
    for (const line of [
      admitted("2012-03-02"),
      transferred("2012-03-02", "cell"),
      about("ExemptMember", "2012-03-02"),
      received("2012-03-02", { from: { branch: "other" } }),
      received("2012-03-02", { from: { external: "Hà Nội" } }),
    ]) {
      expect(await given(...inTransit).when(line)).toEqual(refused);
    }
  });

  test("ends also where the member dies, departs or was wrongly admitted on the way", async () => {
    const away = { branch: "cell", onTheWayTo: "other" };
    expect(await given(...inTransit).when(left("2012-03-05", "died"))).toMatchObject({
      recorded: [{ type: "MemberLeft", data: { ...away, status: "official", reason: "died" } }],
    });
    expect(
      await given(...inTransit).when(about("DepartMember", "2012-03-05", { to: "Hà Nội" })),
    ).toMatchObject({ recorded: [{ type: "MemberDeparted", data: away }] });
    expect(
      await given(...probationary, transferred("2012-03-01")).when(
        about("AnnulAdmission", "2012-03-05", { reason: "x" }),
      ),
    ).toMatchObject({ recorded: [{ data: { ...away, admittedIn: "cell" } }] });
    const dissolved: Line = ["DissolveBranch", "2012-03-05", { branch: "other" }];
    expect(await given(...inTransit, left("2012-03-05", "died")).when(dissolved)).toMatchObject({
      recorded: [{ type: "BranchDissolved" }],
    });
    expect(
      await given(...inTransit, left("2012-03-05", "died")).when(received("2012-03-06")),
    ).toEqual({ refused: [{ refusal: "IsNotInTransit", person: "an" }] });
  });

  test("of an annulled admission is not annulled again after the return", async () => {
    const annulled = (on: string): Line => about("AnnulAdmission", on, { reason: "x" });
    const lines = [...probationary, annulled("2012-04-01")];
    const back = received("2012-05-01", { from: { external: "X" }, status: "official" });
    expect(await given(...lines, back).when(annulled("2012-06-01"))).toEqual({
      refused: [{ refusal: "WasNotAdmittedThatYear", person: "an" }],
    });
  });

  test("arrives with the status it left with", async () => {
    expect(
      await given(...inTransit).when(received("2012-03-02", { status: "probationary" })),
    ).toEqual({
      refused: [{ refusal: "StatusDiffers", person: "an", stated: "probationary", is: "official" }],
    });
  });

  test("leads to a branch that may hold members", async () => {
    expect(await given(...official).when(transferred("2012-03-01", "ministry"))).toEqual({
      refused: [{ refusal: "MayNotHoldMembers", branch: "ministry", kind: "upper-committee" }],
    });
  });

  test("leads to a branch that is there", async () => {
    expect(await given(...official).when(transferred("2012-03-01", "nowhere"))).toEqual({
      refused: [{ refusal: "BranchUnknown", branch: "nowhere" }],
    });
  });

  test("waits for the release from offices in the branch, not from those elsewhere", async () => {
    const lines = [
      ...official,
      appointed("2012-02-01", { branch: "cell" }),
      appointed("2012-02-01", { branch: "ministry" }),
      appointed("2012-02-01", outside),
    ];
    expect(
      await given(...lines).when(
        released("2012-03-01", { branch: "cell" }),
        transferred("2012-03-01"),
      ),
    ).toMatchObject({ recorded: [{ type: "OfficerReleased" }, { type: "MemberTransferred" }] });
    expect(
      await given(...lines).when(released("2012-03-01", { branch: "cell" }), left("2012-03-01")),
    ).toMatchObject({ refused: [{ refusal: "HoldsOffice", branch: "ministry" }] });
  });
});

describe("facts recorded late", () => {
  test("are accepted where they leave what was recorded lawful", async () => {
    const lines = [...official, left("2012-12-01")];
    const outcome = await given(...lines).when(
      transferred("2012-03-01"),
      received("2012-03-10"),
      transferred("2012-11-01", "cell"),
      received("2012-11-01", { to: "cell" }),
    );
    expect(outcome).toMatchObject({
      recorded: [
        { data: { from: "cell" } },
        { data: { to: "other" } },
        { data: { from: "other" } },
        { data: { to: "cell" } },
      ],
    });
  });

  test("do not take a member out under what was recorded of them", async () => {
    const outcome = await given(...official, about("ExemptMember", "2012-06-01")).when(
      left("2012-05-01"),
    );
    expect(outcome).toEqual({
      refused: [
        {
          refusal: "ContradictsLater",
          events: ["5.0 MemberExempted"],
          because: ["IsNoMember"],
        },
      ],
    });
  });

  test("recognise a member who was sent on since, with the way told anew", async () => {
    const lines = [...probationary, transferred("2013-03-01"), received("2013-03-10")];
    const late = recognised("2013-02-01", { decidedOn: "2013-05-01" });
    expect(await given(...lines).when(late)).toMatchObject({
      refused: [{ refusal: "ContradictsLater", because: ["StatusDiffers"] }],
    });
    expect(
      await given(...lines).when(
        reversed("5.0"),
        reversed("6.0"),
        late,
        transferred("2013-03-01"),
        received("2013-03-10"),
      ),
    ).toMatchObject({
      recorded: [
        { type: "EventReversed" },
        { type: "EventReversed" },
        { type: "MemberRecognised", effectiveOn: "2013-02-01" },
        { type: "MemberTransferred", data: { status: "official" } },
        { type: "MemberReceived", data: { status: "official" } },
      ],
    });
  });

  test("do not put a member into a branch that was dissolved since", async () => {
    const dissolved: Line = ["DissolveBranch", "2012-06-01", { branch: "other" }];
    const outcome = await given(...branches, dissolved).when(
      admitted("2012-05-01", { branch: "other" }),
    );
    expect(outcome).toMatchObject({
      refused: [{ refusal: "ContradictsLater", because: ["HasMembers"] }],
    });
  });
});

describe("reversals", () => {
  test("an admission is not reversed under what was recorded of the member", async () => {
    const lines = [...probationary, about("ExemptMember", "2012-06-01")];
    expect(await given(...lines).when(reversed("4.0"))).toEqual({
      refused: [
        {
          refusal: "HasDependants",
          events: ["5.0 MemberExempted"],
          because: ["IsNoMember"],
        },
      ],
    });
    expect(await given(...lines).when(reversed("4.0"), reversed("5.0"))).toMatchObject({
      recorded: [
        { type: "EventReversed", effectiveOn: "2012-02-01" },
        { type: "EventReversed", effectiveOn: "2012-06-01" },
      ],
    });
  });

  test("an admission is corrected by reversing it and recording it anew", async () => {
    const outcome = await given(...probationary).when(
      reversed("4.0"),
      admitted("2012-02-02", { branch: "other" }),
    );
    expect(outcome).toMatchObject({
      recorded: [{ type: "EventReversed" }, { data: { branch: "other" } }],
    });
  });
});
