import { addMonths, type CalendarDate } from "../kernel/date.ts";
import { type Refusal, refusing } from "../kernel/refusal.ts";
import type { CalendarPack } from "../rulebook/calendar-pack.ts";
import type { MembershipPack } from "../rulebook/membership-pack.ts";
import { isVerified, statedBy } from "../rulebook/parameter.ts";
import { calendarOn, membershipOn, type Rulebook } from "../rulebook/rulebook.ts";
import { objectionsToVotes, voteRefusals } from "../rulebook/vote-objections.ts";
import { workingDaysBetween } from "../rulebook/working-days.ts";
import type { MembershipEvent } from "./events.ts";
import type { PersonState } from "./state.ts";

export const admissionRefusals = [
  "TooYoung",
  "TooOld",
  "CertificateTooOld",
  "TooFewIntroducers",
  "IntroducerKnownTooShort",
  "ReadmittedTooSoon",
  "ReadmittedTooOften",
  "DecidedInExtension",
  "DecidedTooLate",
  "CeremonyTooLate",
  ...voteRefusals,
] as const;

const refuse = refusing<(typeof admissionRefusals)[number]>();

type Admitted = Extract<MembershipEvent, { type: "MemberAdmitted" }>;
type Recognised = Extract<MembershipEvent, { type: "MemberRecognised" }>;
type Parameters = MembershipPack["parameters"];

/**
 * What speaks against an admission by the pack in force on the day it was decided. What the event
 * does not say, and what no pack asks, is not judged.
 */
export const objectionsToAdmission = (
  state: PersonState,
  event: Admitted,
  rulebook: Rulebook,
): readonly Refusal[] => {
  const pack = membershipOn(rulebook, event.data.decidedOn);
  if (pack === undefined) return [];
  return [
    ...objectionsToApplicant(event, pack),
    ...objectionsToIntroducers(event, pack),
    ...objectionsToReadmission(state, event, pack),
    ...objectionsToDecision(event, pack, rulebook),
    ...objectionsToCeremony(event, pack, rulebook),
  ];
};

/** What speaks against a recognition: its votes, and the time the decision took. */
export const objectionsToRecognition = (
  event: Recognised,
  rulebook: Rulebook,
): readonly Refusal[] => {
  const pack = membershipOn(rulebook, event.data.decidedOn);
  return pack === undefined ? [] : objectionsToDecision(event, pack, rulebook);
};

/** What breaks a number of the pack: it only warns where the source of that number is weak. */
const limitedBy = (
  { pack, parameters }: MembershipPack,
  name: LimitName,
  breaks: (limit: number) => Refusal | undefined,
): readonly Refusal[] => {
  const stated = parameters[name];
  if (stated === undefined) return [];
  const refusal = breaks(stated.value);
  return refusal === undefined ? [] : [statedBy({ pack, name }, stated, refusal)];
};

type LimitName = Exclude<
  keyof Parameters,
  "officialMembersMin" | `${"admission" | "recognition"}${"" | "Committee"}Vote`
>;

const objectionsToApplicant = ({ data }: Admitted, pack: MembershipPack): readonly Refusal[] => {
  const { member: person, ageMonths, certificateAgeMonths } = data;
  return [
    ...limitedBy(pack, "admissionAgeMonthsMin", (least) =>
      ageMonths !== undefined && ageMonths < least
        ? refuse("TooYoung", { person, ageMonths, least })
        : undefined,
    ),
    ...limitedBy(pack, "admissionAgeMonthsMax", (most) =>
      ageMonths !== undefined && ageMonths > most
        ? refuse("TooOld", { person, ageMonths, most })
        : undefined,
    ),
    ...limitedBy(pack, "certificateAgeMonthsMax", (most) =>
      certificateAgeMonths !== undefined && certificateAgeMonths > most
        ? refuse("CertificateTooOld", { person, certificateAgeMonths, most })
        : undefined,
    ),
  ];
};

const objectionsToIntroducers = ({ data }: Admitted, pack: MembershipPack): readonly Refusal[] => {
  const { member: person, introducers } = data;
  if (introducers === undefined) return [];
  const introducedBy = new Set(introducers.map((one) => one.person)).size;
  return [
    ...limitedBy(pack, "introducersMin", (least) =>
      introducedBy < least
        ? refuse("TooFewIntroducers", { person, introducedBy, least })
        : undefined,
    ),
    ...introducers.flatMap(({ person: introducer, knownMonths }) =>
      limitedBy(pack, "introducerAcquaintanceMonthsMin", (least) =>
        knownMonths !== undefined && knownMonths < least
          ? refuse("IntroducerKnownTooShort", { person, introducer, knownMonths, least })
          : undefined,
      ),
    ),
  ];
};

/** Of one whom this ledger knows to have left; who left elsewhere is not known here. */
const objectionsToReadmission = (
  { person, leftOn, readmissions }: PersonState,
  { data: { decidedOn } }: Admitted,
  pack: MembershipPack,
): readonly Refusal[] => {
  if (leftOn === undefined) return [];
  return [
    ...limitedBy(pack, "readmissionAfterMonthsMin", (months) => {
      const mayBeFrom = addMonths(leftOn, months);
      return decidedOn < mayBeFrom
        ? refuse("ReadmittedTooSoon", { person, leftOn, decidedOn, mayBeFrom })
        : undefined;
    }),
    ...limitedBy(pack, "readmissionsMax", (most) =>
      readmissions >= most
        ? refuse("ReadmittedTooOften", { person, readmissions, most })
        : undefined,
    ),
  ];
};

/** The votes, and the working days from the receipt of the file to the decision. */
const objectionsToDecision = (
  { type, data }: Admitted | Recognised,
  { pack, parameters }: MembershipPack,
  rulebook: Rulebook,
): readonly Refusal[] => {
  const what = type === "MemberAdmitted" ? "admission" : "recognition";
  const asked = (name: `${typeof what}${"" | "Committee"}Vote`) => {
    const stated = parameters[name];
    return stated && { ...stated, name };
  };
  const votes = { vote: asked(`${what}Vote`), committeeVote: asked(`${what}CommitteeVote`) };
  const limit = {
    pack,
    name: `${what}DecisionWorkingDaysMax`,
    stated: parameters[`${what}DecisionWorkingDaysMax`],
    extension: parameters.decisionExtensionWorkingDaysMax,
  } as const;
  return [
    ...objectionsToVotes({ pack, ...votes }, data, data.member),
    ...objectionsToDelay(data, limit, rulebook),
  ];
};

/**
 * A decision within the term passes. One within the extension passes with a warning, since no
 * fact says whether the term was extended; a later one is refused.
 */
const objectionsToDelay = (
  { member: person, receivedOn, decidedOn }: Recognised["data"],
  { pack, name, stated, extension }: TimeLimit,
  rulebook: Rulebook,
): readonly Refusal[] => {
  if (receivedOn === undefined || stated === undefined) return [];
  const counted = workingDaysFrom(receivedOn, decidedOn, rulebook);
  if (counted === undefined || counted.days <= stated.value) return [];
  const [workingDays, longest] = [counted.days, stated.value + (extension?.value ?? 0)];
  const told = { person, receivedOn, decidedOn, workingDays };
  if (workingDays <= longest) {
    const refusal = refuse("DecidedInExtension", { ...told, most: stated.value, longest });
    return [asWarning(statedBy({ pack, name }, stated, refusal))];
  }
  const refusal = statedBy({ pack, name }, stated, refuse("DecidedTooLate", { ...told, longest }));
  const isSure = counted.isVerified && isVerified(extension ?? stated);
  return [isSure ? refusal : asWarning(refusal)];
};

interface TimeLimit {
  readonly pack: string;
  readonly name: LimitName;
  readonly stated: Parameters[LimitName];
  readonly extension: Parameters[LimitName];
}

/** The ceremony is the day on which an admission takes effect. */
const objectionsToCeremony = (
  { data: { member: person, decidedOn }, effectiveOn }: Admitted,
  pack: MembershipPack,
  rulebook: Rulebook,
): readonly Refusal[] => {
  const counted = workingDaysFrom(decidedOn, effectiveOn, rulebook);
  if (counted === undefined) return [];
  const { days: workingDays } = counted;
  return limitedBy(pack, "ceremonyWorkingDaysMax", (most) => {
    if (workingDays <= most) return undefined;
    const told = { person, decidedOn, effectiveOn, workingDays, most };
    const refusal = refuse("CeremonyTooLate", told);
    return counted.isVerified ? refusal : asWarning(refusal);
  });
};

/** The working days after one day up to another, where the calendar of the first has both. */
const workingDaysFrom = (from: CalendarDate, to: CalendarDate, rulebook: Rulebook) => {
  const calendar = calendarOn(rulebook, from);
  if (calendar === undefined) return undefined;
  const days = workingDaysBetween(from, to, calendar);
  return days === undefined ? undefined : { days, isVerified: isVerifiedCalendar(calendar) };
};

/** A holiday that nobody wrote down would make a decision late that was not. */
const isVerifiedCalendar = ({ parameters }: CalendarPack): boolean => {
  const { restDays, holidays, workedRestDays } = parameters;
  return [restDays, holidays, workedRestDays ?? holidays].every(isVerified);
};

const asWarning = (refusal: Refusal): Refusal => ({ ...refusal, advisory: true });
