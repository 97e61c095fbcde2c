import { yearOfDay } from "../../days.ts";
import { words } from "../../vocabulary.ts";
import {
  aBranch,
  aKnownId,
  anId,
  aPerson,
  aWord,
  type Candidate,
  type Candidates,
  type Drawing,
  idsOf,
  needing,
} from "../drawing.ts";

const issue: Candidate = (drawing) => {
  const directive = anId(drawing, "d", knownDirectives(drawing));
  const command = drawing.choose.onceIn(3) ? "CarryInDirective" : "IssueDirective";
  return [[command, { directive, title: "Chỉ thị 03-CT/TW" }]];
};

const knownDirectives = (drawing: Drawing): readonly unknown[] => [
  ...idsOf(drawing, "DirectiveIssued", "directive"),
  ...idsOf(drawing, "DirectiveCarriedIn", "directive"),
];

const knownDirective = (drawing: Drawing): string => aKnownId(drawing, knownDirectives(drawing));

const study: Candidate = (drawing) => {
  const { choose, day } = drawing;
  const eligible = choose.below(30);
  const reached = choose.onceIn(10) ? eligible + 1 : choose.below(eligible + 1);
  const audience = aWord(drawing, words.audiences);
  const { branch } = aBranch(drawing);
  const year = yearOfDay(day);
  const directive = knownDirective(drawing);
  return [["StudyDirective", { directive, branch, audience, year, reached, eligible }]];
};

const close: Candidate = (drawing) => [["CloseDirective", { directive: knownDirective(drawing) }]];

const train: Candidate = (drawing) => {
  const { choose, fresh } = drawing;
  const known = choose.onceIn(3) ? undefined : aPerson(drawing);
  const branch = known?.place === "member" ? known.branch : aBranch(drawing).branch;
  const person = known?.person ?? fresh("p");
  return [["CompleteTraining", { person, course: aWord(drawing, words.courses), branch }]];
};

const hold: Candidate = (drawing) => {
  const { choose } = drawing;
  const meeting = anId(drawing, "m", idsOf(drawing, "MeetingHeld", "meeting"));
  const eligible = choose.below(30);
  const present = choose.onceIn(10) ? eligible + 1 : choose.below(eligible + 1);
  const told = choose.onceIn(2) ? { present, eligible } : {};
  const titled = choose.onceIn(3) ? { title: "Hội nghị tổng kết" } : {};
  const kind = aWord(drawing, words.meetingKinds);
  return [["HoldMeeting", { meeting, branch: aBranch(drawing).branch, kind, ...told, ...titled }]];
};

const knownMeeting = (drawing: Drawing): string =>
  aKnownId(drawing, idsOf(drawing, "MeetingHeld", "meeting"));

const attend: Candidate = (drawing) => {
  const group = { group: `Đoàn ${drawing.choose.below(2)}` };
  const known = drawing.choose.onceIn(2) ? aPerson(drawing) : undefined;
  const attendee = known === undefined ? group : { person: known.person };
  return [["NoteAttendance", { meeting: knownMeeting(drawing), attendee }]];
};

const speak: Candidate = (drawing) => {
  const speech = `s-${drawing.choose.below(3)}`;
  const person = aPerson(drawing)?.person ?? "guest";
  const told = { speech, person, occasion: "opening", points: ["Đề nghị thảo luận"] };
  return [["GiveSpeech", { meeting: knownMeeting(drawing), ...told }]];
};

const contribute: Candidate = (drawing) => {
  const { branch } = aBranch(drawing);
  return [["MakeContribution", { meeting: knownMeeting(drawing), branch, stance: "agrees" }]];
};

const notePractice: Candidate = (drawing) => {
  const practice = `g-${drawing.choose.below(3)}`;
  const meeting = knownMeeting(drawing);
  return [["NoteGoodPractice", { meeting, practice, text: "Kinh nghiệm cần nhân rộng" }]];
};

/** Longer than one fact may be, or as one commit: points of two bytes a letter. */
const speakTooLong: Candidate = (drawing) => {
  const meeting = knownMeeting(drawing);
  const [speeches, length] = drawing.choose.below(2) === 0 ? [1, 7] : [4, 6];
  const points = Array.from({ length }, () => "đ".repeat(20_000));
  return Array.from({ length: speeches }, (_, index) => {
    const told = { speech: `s-long-${index}`, person: "guest", occasion: "other", points };
    return ["GiveSpeech", { meeting, ...told }];
  });
};

export const activityCandidates: Candidates = [
  [4, issue],
  [8, needing("DirectiveIssued", issue, study)],
  [2, needing("DirectiveIssued", issue, close)],
  [6, train],
  [6, hold],
  ...[attend, speak, contribute, notePractice].map(
    (one) => [4, needing("MeetingHeld", hold, one)] as const,
  ),
];

/** Drawn seldom, since it costs as much as a whole history. */
export const rareCandidates: Candidates = [[1, speakTooLong]];
