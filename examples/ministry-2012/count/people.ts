import { type Counted, countOf, must, shareOf, type Told } from "./told.ts";
import type { CountedTree } from "./tree.ts";

/** Secretaries of living cells on a day, each person once, and the cells without one. */
export const countSecretaries = (
  told: readonly Told[],
  tree: CountedTree,
  day: string,
): { readonly people: ReadonlySet<string>; readonly vacant: readonly string[] } => {
  const secretaryOf = new Map<string, string>();
  for (const { command, on, said } of told) {
    if (on > day || said.office !== "secretary" || said.in === undefined) continue;
    if (said.in.body !== undefined) continue;
    if (command === "CarryInOfficer" || command === "AppointOfficer") {
      secretaryOf.set(said.in.branch, must(said.person));
    }
    if (command === "ReleaseOfficer") secretaryOf.delete(said.in.branch);
  }
  const people = new Set<string>();
  const vacant: string[] = [];
  for (const cell of tree.cellsOn(day)) {
    const person = secretaryOf.get(cell);
    if (person === undefined) vacant.push(cell);
    else people.add(person);
  }
  return { people, vacant };
};

/** Courses finished and admissions decided in a year. */
export const countPeople = (
  told: readonly Told[],
  tree: CountedTree,
  year: number,
): Readonly<Record<string, Counted>> => {
  const trained = { awareness: new Set<string>(), "committee-work": new Set<string>() };
  const admittedIn = new Map<string, number>();
  let admitted = 0;
  for (const { command, on, said } of told) {
    if (command === "CompleteTraining" && on.startsWith(`${year}-`)) {
      trained[said.course as keyof typeof trained].add(must(said.person));
    }
    if (command === "AdmitMember") {
      const decided = Number(must(said.decidedOn).slice(0, 4));
      admittedIn.set(must(said.member), decided);
      if (decided === year) admitted += 1;
    }
    if (command === "AnnulAdmission" && admittedIn.get(must(said.member)) === year) admitted -= 1;
  }
  const { people } = countSecretaries(told, tree, `${year}-12-31`);
  let secretariesTrained = 0;
  for (const person of people) {
    if (trained["committee-work"].has(person)) secretariesTrained += 1;
  }
  return {
    membersAdmitted: countOf(admitted),
    "peopleTrained/awareness": countOf(trained.awareness.size),
    "peopleTrained/committee-work": countOf(trained["committee-work"].size),
    "cellSecretariesTrained/committee-work": shareOf(secretariesTrained, people.size),
  };
};
