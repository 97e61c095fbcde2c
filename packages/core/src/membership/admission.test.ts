import { commandOf, given, type Line, openDesk } from "@tongket/testing";
import { describe, expect, test } from "vitest";
import { branchLine } from "../../test/branch-line.ts";
import { type RulePack, shippedPacks } from "../rulebook/index.ts";
import { admissionRefusals } from "./admission.ts";

const branch = branchLine("CarryInBranch", "2012-01-01");
const branches = [branch("ministry", "upper-committee"), branch("cell", "cell", "ministry")];
/** A Wednesday; the 30th, 45th and 60th working days after it are Wednesdays too. */
const wednesday = "2025-09-03";
const admitted = (on: string, part: object = {}): Line => [
  "AdmitMember",
  on,
  { member: "an", branch: "cell", decidedOn: on, ...part },
];
const recognised = (on: string, part: object = {}): Line => [
  "RecogniseMember",
  on,
  { member: "an", ...part },
];
const left = (on: string): Line => ["RemoveMember", on, { member: "an", reason: "resigned" }];
const introducedBy = (...months: readonly number[]) => ({
  introducers: months.map((knownMonths, index) => ({ person: `i${index}`, knownMonths })),
});
const of3 = { summoned: 3 };

interface Example {
  readonly says: string;
  readonly given?: readonly Line[];
  readonly when: Line;
  readonly refused?: object;
  readonly warned?: object;
}

const person = "an";
const examples: Record<(typeof admissionRefusals)[number], Example> = {
  TooYoung: {
    says: "admission is from a number of whole months on",
    when: admitted(wednesday, { ageMonths: 215 }),
    refused: { person, ageMonths: 215, least: 216 },
  },
  TooOld: {
    says: "admission is up to a number of whole months",
    when: admitted(wednesday, { ageMonths: 721 }),
    refused: { person, ageMonths: 721, most: 720 },
  },
  CertificateTooOld: {
    says: "a certificate is valid for so many months",
    when: admitted(wednesday, { certificateAgeMonths: 61 }),
    refused: { person, certificateAgeMonths: 61, most: 60 },
  },
  TooFewIntroducers: {
    says: "how many introduce an applicant was not verified, so it warns",
    when: admitted(wednesday, introducedBy(12)),
    warned: { person, introducedBy: 1, least: 2 },
  },
  IntroducerKnownTooShort: {
    says: "an introducer has known the applicant for so many months",
    when: admitted(wednesday, introducedBy(12, 11)),
    refused: { person, introducer: "i1", knownMonths: 11, least: 12 },
  },
  ReadmittedTooSoon: {
    says: "who left waits before coming back",
    given: [admitted("2023-01-05"), left("2023-06-01")],
    when: admitted("2026-05-31"),
    refused: {
      person,
      ...{ leftOn: "2023-06-01", decidedOn: "2026-05-31", mayBeFrom: "2026-06-01" },
    },
  },
  ReadmittedTooOften: {
    says: "one comes back once",
    given: [
      ...[admitted("2013-01-05"), left("2013-06-01")],
      ...[admitted("2016-06-01"), left("2017-06-01")],
    ],
    when: admitted(wednesday),
    refused: { person, readmissions: 1, most: 1 },
  },
  DecidedInExtension: {
    says: "nothing says that the term was extended, so a decision within it warns",
    when: admitted("2025-11-06", { receivedOn: wednesday }),
    warned: {
      person,
      ...{ receivedOn: wednesday, decidedOn: "2025-11-06" },
      ...{ workingDays: 46, most: 45, longest: 60 },
    },
  },
  DecidedTooLate: {
    says: "over the extension the decision is late, by a calendar that nobody verified",
    when: admitted("2025-11-27", { receivedOn: wednesday }),
    warned: {
      person,
      ...{ receivedOn: wednesday, decidedOn: "2025-11-27", workingDays: 61, longest: 60 },
    },
  },
  CeremonyTooLate: {
    says: "the ceremony follows the decision within so many working days",
    when: admitted("2025-10-16", { decidedOn: wednesday }),
    warned: {
      person,
      ...{ decidedOn: wednesday, effectiveOn: "2025-10-16", workingDays: 31, most: 30 },
    },
  },
  VoteNotCarried: {
    says: "two thirds of those summoned in the branch are needed",
    when: admitted(wednesday, { vote: { inFavour: 1, ...of3 } }),
    refused: { subject: "an", inFavour: 1, of: 3, needed: ">= 2/3" },
  },
  CommitteeVoteNotCarried: {
    says: "half of the committee is not more than half",
    when: admitted(wednesday, { committeeVote: { inFavour: 2, summoned: 4 } }),
    refused: { subject: "an", inFavour: 2, of: 4, needed: "> 1/2" },
  },
  MoreVotesThanSummoned: {
    says: "no more vote than are called to, under whatever pack",
    when: admitted("2012-09-03", { vote: { inFavour: 3, against: 1, ...of3 } }),
    refused: { subject: "an", votes: 4, summoned: 3 },
  },
};

for (const [refusal, { says, given: lines = [], when, refused, warned }] of Object.entries(
  examples,
)) {
  test(`${refusal}: ${says}`, async () => {
    const outcome = await given(...branches, ...lines).when(when);
    const told = [{ refusal, ...refused, ...warned }];
    expect(outcome).toEqual(
      warned === undefined ? { refused: told } : { recorded: [expect.anything()], warned: told },
    );
  });
}

test("every refusal of the file has its example", () => {
  expect(Object.keys(examples).toSorted()).toEqual(admissionRefusals.toSorted());
});

const passes = { recorded: [expect.anything()] };

describe("what keeps the rules passes without a warning", () => {
  test("at the limits themselves", async () => {
    const part = {
      ...{ receivedOn: "2025-09-03", decidedOn: "2025-11-05" },
      ...{ ageMonths: 720, certificateAgeMonths: 60, ...introducedBy(12, 12) },
      ...{ vote: { inFavour: 2, ...of3 }, committeeVote: { inFavour: 2, ...of3 } },
    };
    expect(await given(...branches).when(admitted("2025-12-17", part))).toEqual(passes);
  });

  test("at the least age, and on the first day of coming back", async () => {
    const young = admitted(wednesday, { ageMonths: 216 });
    expect(await given(...branches).when(young)).toEqual(passes);
    const back = [admitted("2023-01-05"), left("2023-06-01")];
    expect(await given(...branches, ...back).when(admitted("2026-06-01"))).toEqual(passes);
  });

  test("and so does what is not told", async () => {
    expect(await given(...branches).when(admitted(wednesday))).toEqual(passes);
    const vote = { inFavour: 1 };
    expect(await given(...branches).when(admitted(wednesday, { vote }))).toEqual(passes);
  });

  test("and what no pack was in force for", async () => {
    const early = [
      ["CarryInBranch", "2011-10-01", { branch: "m", kind: "upper-committee", name: "M" }],
      ["CarryInBranch", "2011-10-01", { branch: "c", kind: "cell", name: "C", parent: "m" }],
    ] satisfies Line[];
    const young = admitted("2011-10-15", { branch: "c", ageMonths: 100 });
    expect(await given(...early).when(young)).toEqual(passes);
    const before = early.map(([command, , data]): Line => [command, "2009-01-01", data]);
    const lines = [...before, admitted("2010-09-01", { branch: "c" })];
    const official = recognised("2011-09-01", { vote: { inFavour: 1, ...of3 } });
    expect(await given(...lines).when(official)).toEqual(passes);
  });

  test("and a term that leaves the days whose holidays are known", async () => {
    for (const [on, receivedOn] of [
      [wednesday, "2024-01-02"],
      ["2027-06-01", "2026-12-01"],
    ] as const) {
      expect(await given(...branches).when(admitted(on, { receivedOn }))).toEqual(passes);
    }
  });
});

test("one who introduces twice is one introducer", async () => {
  const introducers = [{ person: "i" }, { person: "i" }];
  expect(await given(...branches).when(admitted(wednesday, { introducers }))).toMatchObject({
    warned: [{ refusal: "TooFewIntroducers", introducedBy: 1 }],
  });
});

test("weaker sources only warn: the pack of 2011 is assumed", async () => {
  const young = admitted("2012-09-03", { ageMonths: 100, vote: { inFavour: 1, ...of3 } });
  expect(await given(...branches).when(young)).toMatchObject({
    recorded: [{ type: "MemberAdmitted" }],
    warned: [{ refusal: "TooYoung" }, { refusal: "VoteNotCarried" }],
  });
});

describe("readmission", () => {
  const back = [...branches, admitted("2013-01-05"), left("2013-06-01"), admitted("2016-06-01")];

  test("counts one who was carried in as well, and not what was annulled", async () => {
    const annulled: Line = ["AnnulAdmission", "2016-08-01", { member: "an", reason: "nhầm" }];
    expect(await given(...back, annulled).when(admitted(wednesday))).toEqual(passes);
    const carriedIn: Line = [
      "CarryInMember",
      "2012-01-01",
      { member: "an", branch: "cell", status: "official" },
    ];
    const again = [carriedIn, left("2013-06-01"), admitted("2016-06-01"), left("2017-06-01")];
    expect(await given(...branches, ...again).when(admitted(wednesday))).toMatchObject({
      refused: [{ refusal: "ReadmittedTooOften" }],
    });
  });

  test("is judged again when the leaving is told late", async () => {
    const twice = [...branches, admitted(wednesday)];
    const before = [admitted("2023-01-05"), left("2023-06-01")];
    expect(await given(...twice).when(...before)).toMatchObject({
      refused: [{ refusal: "ContradictsLater", because: ["ReadmittedTooSoon"] }],
    });
  });
});

describe("recognition", () => {
  const probationary = [...branches, admitted(wednesday)];
  const due = "2026-09-03";

  test("needs the votes, by the pack of the day of the decision", async () => {
    const vote = { inFavour: 1, ...of3 };
    expect(await given(...probationary).when(recognised(due, { vote }))).toMatchObject({
      refused: [{ refusal: "VoteNotCarried", subject: "an", of: 3, needed: ">= 2/3" }],
    });
  });

  test("has a term of its own", async () => {
    const late = recognised("2026-10-20", { receivedOn: due });
    expect(await given(...probationary).when(late)).toMatchObject({
      recorded: [{ effectiveOn: due }],
      warned: [{ refusal: "DecidedInExtension", workingDays: 33, most: 30, longest: 45 }],
    });
  });
});

/** The shipped packs, the parameters of one matter being changed. */
const packsWith = (matter: RulePack["matter"], change: (parameters: object) => object) =>
  shippedPacks.map(
    (pack): RulePack =>
      pack.matter === matter
        ? { ...pack, parameters: change(pack.parameters) as never }
        : (pack as RulePack),
  );
const outcomeUnder = async (packs: readonly RulePack[], line: Line) => {
  const { handler } = await openDesk({ packs });
  for (const [index, one] of branches.entries()) await handler.handle(commandOf(one, `g${index}`));
  return handler.handle(commandOf(line, "when"));
};
const primary = { verification: "primary-read" };
const weak = { verification: "third-party" };
/** Each statement of a calendar as verified as it is said to be, and else read. */
const calendarsWith = (how: Readonly<Record<string, object>>) =>
  packsWith("calendar", (parameters) =>
    Object.fromEntries(
      Object.entries(parameters).map(
        ([name, one]) => [name, { ...one, ...primary, ...how[name] }] as const,
      ),
    ),
  );
const warned = (refusal: string) => ({
  outcome: "Recorded",
  warnings: [{ refusal, advisory: true }],
});

describe("with a calendar that was verified", () => {
  const verified = calendarsWith({});
  const outcomeOf = (line: Line) => outcomeUnder(verified, line);
  const ceremonyLate = admitted("2025-10-16", { decidedOn: wednesday });

  test("a late decision and a late ceremony are refused", async () => {
    expect(await outcomeOf(admitted("2025-11-27", { receivedOn: wednesday }))).toMatchObject({
      outcome: "Refused",
      refusals: [
        {
          refusal: "DecidedTooLate",
          parameter: {
            pack: "2025-294-qd-tw",
            name: "admissionDecisionWorkingDaysMax",
            verification: "primary-read",
          },
        },
      ],
    });
    expect(await outcomeOf(ceremonyLate)).toMatchObject({
      outcome: "Refused",
      refusals: [{ refusal: "CeremonyTooLate", parameter: { name: "ceremonyWorkingDaysMax" } }],
    });
  });

  test("a decision within the extension still only warns, up to its last day", async () => {
    for (const day of ["2025-11-06", "2025-11-26"]) {
      expect(await outcomeOf(admitted(day, { receivedOn: wednesday }))).toMatchObject({
        outcome: "Recorded",
        warnings: [
          {
            refusal: "DecidedInExtension",
            advisory: true,
            parameter: { pack: "2025-294-qd-tw", name: "admissionDecisionWorkingDaysMax" },
          },
        ],
      });
    }
  });

  test("but for a part of it, what is late only warns", async () => {
    for (const part of ["restDays", "holidays", "workedRestDays"]) {
      const packs = calendarsWith({ [part]: weak });
      expect(await outcomeUnder(packs, ceremonyLate)).toMatchObject(warned("CeremonyTooLate"));
    }
  });

  test("and that has no rest days which are worked", async () => {
    const packs = verified.map((pack): RulePack => {
      if (pack.matter !== "calendar") return pack;
      const { workedRestDays: _, ...parameters } = pack.parameters;
      return { ...pack, parameters };
    });
    expect(await outcomeUnder(packs, ceremonyLate)).toMatchObject({
      refusals: [{ refusal: "CeremonyTooLate" }],
    });
  });

  test("an extension that nobody verified may have been longer", async () => {
    const extended = packsWith("membership", (parameters) => ({
      ...parameters,
      decisionExtensionWorkingDaysMax: { ...weak, source: { instrument: "?" }, value: 15 },
    }));
    const packs = [
      ...extended.filter(({ matter }) => matter !== "calendar"),
      ...verified.filter(({ matter }) => matter === "calendar"),
    ];
    const late = admitted("2025-11-27", { receivedOn: wednesday });
    expect(await outcomeUnder(packs, late)).toMatchObject(warned("DecidedTooLate"));
  });

  test("a decision over a term without an extension is late at once", async () => {
    const packs = verified.map((pack): RulePack => {
      if (pack.matter !== "membership") return pack;
      const { decisionExtensionWorkingDaysMax: _, ...parameters } = pack.parameters;
      return { ...pack, parameters };
    });
    const late = admitted("2025-11-06", { receivedOn: wednesday });
    expect(await outcomeUnder(packs, late)).toMatchObject({
      refusals: [{ refusal: "DecidedTooLate", facts: { workingDays: 46, longest: 45 } }],
    });
  });
});

describe("what a pack does not say", () => {
  test("is not judged", async () => {
    const silent = packsWith("membership", () => ({}));
    const part = {
      ...{ receivedOn: wednesday, decidedOn: "2025-11-27" },
      ...{ ageMonths: 100, certificateAgeMonths: 100, ...introducedBy(1) },
      ...{ vote: { inFavour: 1, ...of3 }, committeeVote: { inFavour: 1, ...of3 } },
    };
    expect(await outcomeUnder(silent, admitted("2026-11-27", part))).toMatchObject({
      outcome: "Recorded",
      warnings: [],
    });
  });
});

describe("discipline of a member", () => {
  const official: Line = [
    "CarryInMember",
    "2025-06-01",
    { member: "an", branch: "cell", status: "official" },
  ];
  const when = (command: string, part: object): Line => [
    command,
    wednesday,
    { member: "an", ...part },
  ];
  const half = { inFavour: 2, summoned: 4 };
  const most = { inFavour: 3, summoned: 5 };
  const outcomeOf = (command: string, part: object) =>
    given(...branches, official).when(when(command, part));

  test("needs more than half, in the branch and in the committee", async () => {
    const form = "warning";
    const votes = { vote: half, committeeVote: half };
    expect(await outcomeOf("DisciplineMember", { form, ...votes })).toMatchObject({
      refused: [
        { refusal: "VoteNotCarried", needed: "> 1/2" },
        { refusal: "CommitteeVoteNotCarried", needed: "> 1/2" },
      ],
    });
    const enough = { vote: most, committeeVote: most };
    expect(await outcomeOf("DisciplineMember", { form, ...enough })).toEqual(passes);
  });

  test("expulsion and removal need two thirds of the branch, resigning nothing", async () => {
    for (const reason of ["expelled", "removed"]) {
      expect(await outcomeOf("RemoveMember", { reason, vote: most })).toMatchObject({
        refused: [{ refusal: "VoteNotCarried", needed: ">= 2/3" }],
      });
    }
    expect(await outcomeOf("RemoveMember", { reason: "resigned", vote: half })).toEqual(passes);
  });
});
