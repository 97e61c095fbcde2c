import { type Draft, draft } from "../command-line.ts";
import { leaderOfTop } from "../life/officers.ts";
import type { Roster } from "../life/roster.ts";
import { top } from "../tree.ts";
import { conference } from "./awards.ts";

const of = (year: number): { readonly committee: string; readonly year: number } => ({
  committee: top,
  year,
});

const shortcomings = [
  "Sinh hoạt của cấp ủy, chi bộ ở một số tổ chức mẫu chưa bảo đảm nề nếp",
  "Nội dung sinh hoạt chi bộ mẫu chưa thật sự đổi mới",
  "Việc triển khai Chỉ thị mẫu số 1 ở một số tổ chức còn hạn chế",
  "Đào tạo, bồi dưỡng nghiệp vụ công tác đảng đôi khi chưa được quan tâm đúng mức",
  "Một số cấp ủy viên mẫu chưa dành thời gian thỏa đáng cho công tác Đảng",
];

const directions = [
  "Lãnh đạo thực hiện nhiệm vụ chính trị mẫu",
  "Quán triệt các chỉ thị, nghị quyết mẫu",
  "Nâng cao chất lượng sinh hoạt chi bộ mẫu",
  "Bồi dưỡng nghiệp vụ cấp ủy và bí thư chi bộ mẫu",
  "Phát triển đảng viên mẫu",
  "Kiểm tra, giám sát thường xuyên",
  "Lãnh đạo các tổ chức quần chúng mẫu",
  "Giáo dục đạo đức, lối sống cho đảng viên mẫu",
];

/** Its text speaks of four contents and lists five. */
const plan = {
  plan: "kh-2013",
  title: "Năm nâng cao chất lượng chi bộ (mẫu)",
  statedItems: 4,
  items: [
    "Học tập, quán triệt các nghị quyết đầy đủ, nghiêm túc",
    "Bảo đảm và thực hiện nghiêm các nguyên tắc",
    "Chi ủy có biện pháp cụ thể xây dựng chi bộ trong sạch vững mạnh",
    "Từng đảng viên tự giác học tập và nâng cao trình độ",
    "Tăng cường quản lý đảng viên, làm tốt công tác phát triển Đảng",
  ],
} as const;

/** What the printed report of 2012 states: beside it stands what the ledger computes. */
const reported: readonly (readonly [measure: string, value: object, phrase: string])[] = [
  ...["cadre", "member", "mass"].map(
    (audience) =>
      [
        `directivesReached/${audience}`,
        { percent: 100, decimals: 0 },
        "tới 100% cán bộ, đảng viên và quần chúng",
      ] as const,
  ),
  ["baseOrganisationsAtTop", { percent: 97, decimals: 0 }, "97% tổ chức cơ sở đảng"],
  ["membersAtGoodOrBetter", { percent: 99, decimals: 0 }, "99% số đảng viên"],
  ["inspectionsHeld", { count: 9 }, "9 lượt tổ chức cơ sở đảng được kiểm tra"],
  ["awardsGranted/base-exemplary-3-years", { count: 3 }, "3 tổ chức cơ sở đảng"],
  ["awardsGranted/base-exemplary", { count: 21 }, "21 đảng bộ, chi bộ cơ sở"],
  ["awardsGranted/direct-cell-exemplary", { count: 9 }, "9 chi bộ trực thuộc"],
  ["awardsGranted/base-cell-exemplary", { count: 17 }, "17 chi bộ thuộc các đảng bộ cơ sở"],
  ["awardsGranted/member-excellent", { count: 11 }, "11 đồng chí đảng viên"],
];

/** The review of 2012, from its opening to the conference and the close. */
export function* reviewOf2012(roster: Roster): Iterable<Draft> {
  yield draft("OpenReview", "2013-01-02", of(2012));
  const result = { result: "kq-1", field: "Xây dựng Đảng" };
  const text = "Các tổ chức mẫu hoàn thành nhiệm vụ chính trị";
  yield draft("NoteResult", "2013-01-19", { ...of(2012), ...result, text });
  for (const [index, words] of shortcomings.entries()) {
    const data = { ...of(2012), shortcoming: `hc-${index + 1}`, text: words };
    yield draft("NoteShortcoming", "2013-01-19", data);
  }
  for (const [measure, value, phrase] of reported) {
    const data = { branch: top, year: 2012, measure, value, phrase };
    yield draft("ReportFigure", "2013-01-22", data);
  }
  yield* conferenceOf2012(roster);
  for (const [index, words] of directions.entries()) {
    const data = { ...of(2013), ordinal: index + 1, text: words };
    yield draft("SetDirection", conference.on, data);
  }
  yield draft("AdoptPlan", conference.on, { ...of(2013), ...plan });
  yield draft("AdoptReport", conference.on, { ...of(2012), meeting: conference.meeting });
  yield draft("CloseReview", "2013-01-31", of(2012));
}

function* conferenceOf2012(roster: Roster): Iterable<Draft> {
  const { meeting, on } = conference;
  const say = (command: string, data: object): Draft => draft(command, on, { meeting, ...data });
  const person = leaderOfTop(roster);
  const title = "Hội nghị tổng kết mẫu năm 2012";
  const held = { branch: top, kind: "review-conference", title, place: "Hội trường mẫu" };
  yield say("HoldMeeting", held);
  yield say("NoteAttendance", { attendee: { person } });
  yield say("NoteAttendance", { attendee: { group: "Bí thư các tổ chức cơ sở mẫu" } });
  const speech = { person, speech: "pb-1", occasion: "opening" };
  yield say("GiveSpeech", { ...speech, points: ["Đảng bộ mẫu đã hoàn thành tốt nhiệm vụ"] });
  yield draft("PresentReport", on, { ...of(2012), meeting });
  for (const branch of ["b03", "d04", "e06", "b07"]) {
    yield say("MakeContribution", { branch, stance: "agrees" });
  }
  yield say("NoteGoodPractice", { practice: "kn-1", text: "Gắn sinh hoạt với chuyên đề mẫu" });
  const conclusion = { direction: "yc-1", source: "conclusion", person, meeting };
  const asked = "Chăm lo các tổ chức quần chúng mẫu";
  yield draft("NoteDirection", on, { ...of(2013), ...conclusion, text: asked });
}

/** A year later: what was put right, the meeting that honours cells, the review of 2013. */
export function* reviewOf2013(): Iterable<Draft> {
  const seminar = { meeting: "td-2013", branch: top, kind: "seminar" };
  const title = "Gặp mặt, tọa đàm, biểu dương chi bộ mẫu";
  yield draft("HoldMeeting", "2013-06-18", { ...seminar, title });
  for (const shortcoming of ["hc-1", "hc-2", "hc-4"]) {
    yield draft("RemedyShortcoming", "2013-12-10", { ...of(2012), shortcoming });
  }
  yield draft("CloseDirective", "2013-12-20", { directive: "ct-mau-3" });
  yield draft("OpenReview", "2014-01-02", of(2013));
  const shortcoming = { shortcoming: "hc-2013-1", text: "Một đảng bộ cơ sở mẫu mới đạt đúng 50%" };
  yield draft("NoteShortcoming", "2014-01-20", { ...of(2013), ...shortcoming });
  const held = { meeting: "hn-2013", branch: top, kind: "review-conference" };
  const name = { title: "Hội nghị tổng kết mẫu năm 2013", place: "Hội trường mẫu" };
  yield draft("HoldMeeting", "2014-01-24", { ...held, ...name });
  yield draft("PresentReport", "2014-01-24", { ...of(2013), meeting: "hn-2013" });
  yield draft("AdoptReport", "2014-01-24", { ...of(2013), meeting: "hn-2013" });
  yield draft("CloseReview", "2014-01-29", of(2013));
}
