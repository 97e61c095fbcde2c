import { commandOf, type Line, openDesk } from "@tongket/testing";
import { describe, expect, test } from "vitest";
import { branchLine } from "../../test/branch-line.ts";

/** Ratings under packs whose conditions and caps are judged. */

const branch = branchLine("CarryInBranch", "2019-11-01");
const people = ["p1", "p2", "p3", "p4", "p5", "p6", "p7"];
const opening: readonly Line[] = [
  branch("m", "upper-committee"),
  branch("b", "base-committee", "m"),
  branch("c", "cell", "b"),
  branch("d", "cell", "b"),
  branch("e", "cell", "b"),
  ...people.map(
    (member): Line => ["CarryInMember", "2019-11-01", { member, branch: "c", status: "official" }],
  ),
];
const rated = (on: string, member: string, level: string): Line => [
  "AssignRating",
  on,
  { subject: { member }, year: Number(on.slice(0, 4)), level, by: "b" },
];
const ofBranch = (on: string, id: string, level: string, by = "b"): Line => [
  "AssignRating",
  on,
  { subject: { branch: id }, year: Number(on.slice(0, 4)), level, by },
];
const fact = (on: string, subject: object, criterion: string, value: unknown): Line => [
  "RecordCriterion",
  on,
  { subject, year: Number(on.slice(0, 4)), criterion, value },
];

const openLines = async (...lines: readonly Line[]) => {
  const { handler } = await openDesk();
  let number = 0;
  const run = (...together: readonly Line[]) =>
    handler.handleTogether(
      together.map((line) => {
        number += 1;
        return commandOf(line, `c${number}`);
      }),
    );
  for (const line of lines) {
    const outcome = await run(line);
    expect([line, outcome]).toMatchObject([line, { outcome: "Recorded" }]);
  }
  return run;
};

describe("conditions", () => {
  test("of a verified source refuse, with the facts and the source", async () => {
    const run = await openLines(
      ...opening,
      fact("2020-12-01", { member: "p1" }, "tasks-assigned", 9),
      fact("2020-12-01", { member: "p1" }, "tasks-done", 4),
    );
    expect(await run(rated("2020-12-20", "p1", "completed"))).toMatchObject({
      outcome: "Refused",
      refusals: [
        {
          refusal: "ConditionNotMet",
          facts: { condition: "half-the-tasks", found: ["tasks-done = 4", "tasks-assigned = 9"] },
          parameter: {
            pack: "2019-21-hd-btctw",
            source: expect.stringContaining("21-HD/BTCTW"),
            verification: "secondary",
          },
        },
      ],
    });
    expect(await run(rated("2020-12-20", "p1", "failing"))).toMatchObject({ warnings: [] });
  });

  test("that nothing is known of refuse nothing", async () => {
    const run = await openLines(...opening);
    expect(await run(rated("2020-12-20", "p1", "excellent"))).toMatchObject({ warnings: [] });
  });

  test("that are stated as fractions are told as fractions", async () => {
    const run = await openLines(
      ...opening,
      fact("2025-12-01", { member: "p1" }, "score", { num: 895, den: 10 }),
    );
    expect(await run(rated("2025-12-20", "p1", "excellent"))).toMatchObject({
      refusals: [{ refusal: "ConditionNotMet", facts: { found: ["score = 895/10"] } }],
    });
    expect(await run(rated("2025-12-20", "p1", "good"))).toMatchObject({ warnings: [] });
  });

  test("leave who is suspended unrated, with the source", async () => {
    const run = await openLines(...opening, ["SuspendMember", "2020-03-01", { member: "p1" }]);
    expect(await run(rated("2020-12-20", "p1", "good"))).toMatchObject({
      refusals: [
        {
          refusal: "NotToBeRated",
          facts: { because: ["suspended"] },
          parameter: { pack: "2019-21-hd-btctw", name: "notRated", verification: "secondary" },
        },
      ],
    });
  });

  test("leave nobody unrated by a recorded word where the pack does not", async () => {
    const run = await openLines(...opening, fact("2024-12-01", { member: "p1" }, "exempt", true));
    expect(await run(rated("2024-12-20", "p1", "good"))).toMatchObject({ warnings: [] });
  });

  test("count a violation once, in the year it was first punished", async () => {
    const punished = (on: string, form: string): Line => [
      "DisciplineMember",
      on,
      { member: "p1", form, violation: "v1" },
    ];
    const run = await openLines(
      ...opening,
      punished("2020-06-01", "reprimand"),
      punished("2021-02-01", "warning"),
    );
    expect(await run(rated("2020-12-20", "p1", "good"))).toMatchObject({ outcome: "Refused" });
    expect(await run(rated("2021-12-20", "p1", "good"))).toMatchObject({ outcome: "Recorded" });
  });

  test("hold for one who left since, when the rating is revised", async () => {
    const run = await openLines(
      ...opening,
      rated("2020-12-05", "p1", "completed"),
      ["DisciplineMember", "2020-12-10", { member: "p1", form: "reprimand" }],
      ["RemoveMember", "2020-12-20", { member: "p1", reason: "resigned" }],
    );
    const revised = { subject: { member: "p1" }, year: 2020, level: "good", by: "b", reason: "x" };
    expect(await run(["ReviseRating", "2021-02-01", revised])).toMatchObject({
      refusals: [{ refusal: "ConditionNotMet" }],
    });
  });

  test("count leaders of the year who were released in it", async () => {
    const seat = { person: "p1", in: { branch: "b" }, office: "secretary" };
    const run = await openLines(
      ...opening,
      ["AppointOfficer", "2025-01-05", seat],
      ["DisciplineMember", "2025-06-01", { member: "p1", form: "removal-from-office" }],
      ["ReleaseOfficer", "2025-06-02", seat],
    );
    expect(await run(ofBranch("2025-12-20", "b", "excellent", "m"))).toMatchObject({
      refusals: [{ facts: { found: ["leaders-disciplined = 1"] } }],
    });
  });

  test("of a branch count what is below it and who leads it", async () => {
    const run = await openLines(
      ...opening,
      ["AppointOfficer", "2025-01-05", { person: "p1", in: { branch: "b" }, office: "secretary" }],
      ["DisciplineBranch", "2025-06-01", { branch: "d", form: "reprimand" }],
      ["DisciplineMember", "2025-06-01", { member: "p1", form: "reprimand" }],
      fact("2025-12-01", { branch: "b" }, "score", { num: 905, den: 10 }),
    );
    expect(await run(ofBranch("2025-12-20", "b", "excellent", "m"))).toMatchObject({
      refusals: [
        {
          facts: {
            condition: "nobody-disciplined",
            found: ["branches-below-disciplined = 1", "leaders-disciplined = 1"],
          },
        },
      ],
    });
    expect(await run(ofBranch("2025-12-20", "b", "good", "m"))).toMatchObject({ warnings: [] });
  });
});

describe("caps", () => {
  /** One excellent and five good: the most that 20% of the good allow. */
  const full = [
    ...opening,
    rated("2020-12-20", "p1", "excellent"),
    ...["p2", "p3", "p4", "p5", "p6"].map((one) => rated("2020-12-20", one, "good")),
  ];
  const close: Line = ["CloseRatings", "2020-12-25", { committee: "b", year: 2020 }];
  const revise = (on: string, member: string, level: string): Line => [
    "ReviseRating",
    on,
    { subject: { member }, year: 2020, level, by: "b", reason: "x" },
  ];
  const breach = {
    type: "CapBreachNoted",
    effectiveOn: "2030-01-01",
    data: { committee: "b", year: 2020, cap: "excellent-members", part: 2, allowed: 0 },
  };

  test("are judged at the close, with what was counted", async () => {
    const run = await openLines(...full);
    expect(await run(close)).toMatchObject({
      warnings: [],
      stored: {
        commit: {
          events: [
            {
              data: {
                pack: "2019-21-hd-btctw",
                caps: [{ cap: "excellent-members", verdict: "pass", part: 1, base: 5, allowed: 1 }],
              },
            },
          ],
        },
      },
    });
  });

  test("that only our own rounding exceeds warn", async () => {
    const six = [...full.slice(0, -1), rated("2020-12-20", "p6", "completed")];
    const run = await openLines(...six);
    expect(await run(close)).toMatchObject({
      outcome: "Recorded",
      warnings: [{ refusal: "CapExceeded", advisory: true, facts: { base: 4, allowed: 0 } }],
    });
  });

  test("a revision that breaks one raises a breach, once", async () => {
    const run = await openLines(...full, close);
    expect(await run(revise("2021-02-01", "p2", "excellent"))).toMatchObject({
      stored: { commit: { events: [{ type: "RatingRevised" }, breach] } },
    });
    expect(await run(revise("2021-02-02", "p3", "excellent"))).toMatchObject({
      stored: { commit: { events: [{ type: "RatingRevised" }] } },
    });
  });

  test("one that is kept again and broken again raises another breach", async () => {
    const run = await openLines(...full, close);
    await run(revise("2021-02-01", "p2", "excellent"));
    expect(await run(revise("2021-02-02", "p2", "good"))).toMatchObject({
      stored: { commit: { events: [{ type: "RatingRevised" }] } },
    });
    expect(await run(revise("2021-02-03", "p3", "excellent"))).toMatchObject({
      stored: { commit: { events: [{ type: "RatingRevised" }, breach] } },
    });
  });

  test("one that was broken when they were closed raises none", async () => {
    const run = await openLines(...full.slice(0, -1), close);
    expect(await run(revise("2021-02-01", "p2", "excellent"))).toMatchObject({
      stored: { commit: { events: [{ type: "RatingRevised" }] } },
    });
  });

  test("a revision by a committee above stays among the ratings that it breaks", async () => {
    const run = await openLines(...full, close);
    const above: Line = [
      "ReviseRating",
      "2021-02-01",
      { ...revise("", "p2", "excellent")[2], by: "m" },
    ];
    expect(await run(above)).toMatchObject({
      stored: { commit: { events: [{ data: { assignedBy: "b", by: "m" } }, breach] } },
    });
    const below: Line = [
      "ReviseRating",
      "2021-02-02",
      { ...revise("", "p3", "excellent")[2], by: "d" },
    ];
    expect(await run(below)).toMatchObject({ refusals: [{ refusal: "StandsNotAbove" }] });
  });

  test("a breach is noted also where the committee is dissolved by then", async () => {
    const run = await openLines(
      ...full,
      close,
      branch("b2", "base-committee", "m"),
      ...["c", "d", "e"].map((id): Line => ["MoveBranch", "2021-01-05", { branch: id, to: "b2" }]),
      ["DissolveBranch", "2021-01-06", { branch: "b" }],
    );
    const revised: Line = [
      "ReviseRating",
      "2021-02-01",
      { ...revise("", "p2", "excellent")[2], by: "m" },
    ];
    expect(await run(revised)).toMatchObject({
      stored: { commit: { events: [{ type: "RatingRevised" }, breach] } },
    });
  });

  test("a correction that breaks one raises it too, and awards stay", async () => {
    const award = { award: "a", form: "certificate", category: "member-excellent" };
    const granted = { ...award, recipient: { person: "p1" }, basisYears: [2020], year: 2020 };
    const run = await openLines(...full, close, [
      "GrantAward",
      "2021-01-10",
      { ...granted, by: "m" },
    ]);
    const target = "15.0";
    const wrong: Line = ["ReverseEvent", "2021-02-01", { target, reason: "x" }];
    const outcome = await run(wrong, rated("2020-12-20", "p3", "excellent"));
    expect(outcome).toMatchObject({
      stored: {
        commit: {
          events: [{ type: "EventReversed" }, { type: "RatingAssigned" }, breach],
        },
      },
    });
  });

  test("from a weaker source warn, and the close says that they fail", async () => {
    const run = await openLines(...opening, rated("2025-12-20", "p1", "excellent"));
    expect(await run(["CloseRatings", "2025-12-25", { committee: "b", year: 2025 }])).toMatchObject(
      {
        outcome: "Recorded",
        warnings: [{ refusal: "CapExceeded", parameter: { verification: "third-party" } }],
      },
    );
  });
});
