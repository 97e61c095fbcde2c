import type { RecordedEvent } from "@tongket/core";
import { effective } from "@tongket/core/log";

/** A branch as generators know it: enough to choose commands that are likely to be lawful. */
export interface KnownBranch {
  readonly branch: string;
  kind: string;
  parent: string | undefined;
  alive: boolean;
}

interface KnownSeat {
  readonly in: { readonly branch: string; readonly body?: string } | { readonly external: string };
  readonly office: string;
}

/** A person as generators know it. */
export interface KnownPerson {
  readonly person: string;
  place: "outside" | "member" | "transit";
  branch: string;
  to: string;
  status: string;
  since: string | undefined;
  exempt: boolean;
  suspended: boolean;
  seats: KnownSeat[];
}

type Data = Readonly<Record<string, unknown>>;

/**
 * What exists after the events recorded so far. A sketch for choosing the next command, on purpose
 * simpler than the laws: where it is wrong the command is refused, which a history needs as well.
 */
export interface Model {
  readonly branches: ReadonlyMap<string, KnownBranch>;
  readonly people: ReadonlyMap<string, KnownPerson>;
  /** The data of the standing events of a type, in order of effect. */
  readonly facts: (type: string) => readonly Data[];
  /** The standing events, in the order of recording. */
  readonly standing: readonly RecordedEvent[];
  /** The same by type, so that a rare type can be chosen as often as a common one. */
  readonly standingByType: readonly (readonly RecordedEvent[])[];
}

export const modelOf = (events: readonly RecordedEvent[]): Model => {
  const standing = effective(events);
  const branches = new Map<string, KnownBranch>();
  const people = new Map<string, KnownPerson>();
  const byType = new Map<string, Data[]>();
  for (const event of standing.toSorted((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1))) {
    const data = event.data as Data;
    const alike = byType.get(event.type);
    if (alike === undefined) byType.set(event.type, [data]);
    else alike.push(data);
    learnBranch(branches, event.type, data);
    learnPerson(people, event, data);
  }
  const standingByType = [...Map.groupBy(standing, ({ type }) => type).values()];
  return { branches, people, standing, standingByType, facts: (type) => byType.get(type) ?? [] };
};

const learnBranch = (branches: Map<string, KnownBranch>, type: string, data: Data): void => {
  const branch = data["branch"] as string;
  const known = branches.get(branch);
  switch (type) {
    case "BranchEstablished":
    case "BranchCarriedIn": {
      const { kind, parent } = data as { kind: string; parent?: string };
      branches.set(branch, { branch, kind, parent, alive: true });
      return;
    }
    case "BranchKindChanged":
      if (known !== undefined) known.kind = data["to"] as string;
      return;
    case "BranchMoved":
      if (known !== undefined) known.parent = data["to"] as string;
      return;
    case "BranchDissolved":
      if (known !== undefined) known.alive = false;
      return;
  }
};

const learnPerson = (
  people: Map<string, KnownPerson>,
  { type, effectiveOn }: RecordedEvent,
  data: Data,
): void => {
  const person = (data["member"] ?? data["person"]) as string | undefined;
  if (person === undefined) return;
  const known = people.get(person) ?? unknownPerson(person);
  people.set(person, known);
  const stands = (part: Partial<KnownPerson>): void => void Object.assign(known, part);
  const { branch = "", to = "", from = "", status = "", since } = data as Record<string, string>;
  switch (type) {
    case "MemberAdmitted":
      return stands({ place: "member", branch, status: "probationary", since: effectiveOn });
    case "MemberCarriedIn":
      return stands({ place: "member", branch, status, since });
    case "MemberRecognised":
      return stands({ status: "official" });
    case "MemberTransferred":
      return stands({ place: "transit", branch: from, to });
    case "MemberReceived":
      return stands({ place: "member", branch: to, status, ...(since && { since }) });
    case "MemberDeparted":
    case "MemberLeft":
    case "AdmissionAnnulled":
      return stands({ place: "outside", exempt: false, suspended: false });
    case "MemberExempted":
    case "MemberResumed":
      return stands({ exempt: type === "MemberExempted" });
    case "MemberSuspended":
    case "MemberReinstated":
      return stands({ suspended: type === "MemberSuspended" });
    case "OfficerAppointed":
    case "OfficerCarriedIn":
      return void known.seats.push(data as unknown as KnownSeat);
    case "OfficerReleased":
      return stands({ seats: known.seats.filter((seat) => !isSameSeat(seat, data)) });
  }
};

const unknownPerson = (person: string): KnownPerson => ({
  person,
  place: "outside",
  branch: "nowhere",
  to: "nowhere",
  status: "probationary",
  since: undefined,
  exempt: false,
  suspended: false,
  seats: [],
});

const isSameSeat = (seat: KnownSeat, data: Data): boolean =>
  seat.office === data["office"] && JSON.stringify(seat.in) === JSON.stringify(data["in"]);
