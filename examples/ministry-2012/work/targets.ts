import { type Draft, draft } from "../command-line.ts";
import { top } from "../tree.ts";

type Goal = readonly [op: ">=" | ">" | "=", value: object];
const percent = (num: number): object => ({ num, den: 100 });

interface Target {
  readonly target: string;
  readonly measure: string;
  readonly goal: Goal;
  readonly each?: true;
  readonly text: string;
}

/** The targets of 2013 in the words of the report that the example is modelled on. */
const targets: readonly Target[] = [
  {
    target: "ct-01-hoc-tap",
    measure: "directivesReached/member",
    goal: [">=", percent(100)],
    text: "100% đảng viên tham gia học tập, quán triệt các chỉ thị, nghị quyết của Đảng",
  },
  {
    target: "ct-02-trien-khai",
    measure: "declared",
    goal: [">=", percent(100)],
    text: "100% đảng viên triển khai thực hiện đầy đủ các chỉ thị, nghị quyết của Đảng",
  },
  {
    target: "ct-03-lam-theo",
    measure: "declared",
    goal: [">=", percent(100)],
    text: "100% cán bộ, đảng viên học tập và làm theo thiết thực, hiệu quả",
  },
  {
    target: "ct-04-nhan-thuc",
    measure: "peopleTrained/awareness",
    goal: [">=", { count: 120 }],
    text: "Bồi dưỡng nhận thức về Đảng cho 120 quần chúng ưu tú",
  },
  {
    target: "ct-05-ket-nap",
    measure: "membersAdmitted",
    goal: [">=", { count: 100 }],
    text: "Kết nạp 100 đảng viên mới trở lên",
  },
  {
    target: "ct-06-trong-sach",
    measure: "baseOrganisationsAtTop",
    goal: [">=", percent(90)],
    text: "90% tổ chức cơ sở đảng đạt tiêu chuẩn trong sạch vững mạnh",
  },
  {
    target: "ct-07-tieu-bieu",
    measure: "baseOrganisationsExemplary",
    goal: [">=", percent(15)],
    text: "trong đó có ít nhất 15% đạt trong sạch vững mạnh tiêu biểu",
  },
  {
    target: "ct-08-dang-vien",
    measure: "membersAtGoodOrBetter",
    goal: [">=", percent(95)],
    text: "95% đảng viên đủ tư cách, hoàn thành tốt nhiệm vụ",
  },
  {
    target: "ct-09-kiem-tra",
    measure: "cellsInspectedAndSupervised",
    goal: [">", percent(50)],
    each: true,
    text: "Mỗi cấp ủy cấp trên trực tiếp kiểm tra và giám sát trên 50% số chi bộ trực thuộc",
  },
  {
    target: "ct-10-bi-thu",
    measure: "cellSecretariesTrained/committee-work",
    goal: [">=", percent(100)],
    text: "100% bí thư chi bộ được bồi dưỡng, tập huấn nghiệp vụ công tác Đảng",
  },
];

/** Set at the conference of 2012; the third is answered for a year later, the second never. */
export const targetsOf2013: readonly Draft[] = [
  ...targets.map(({ target, measure, goal: [op, value], each, text }) =>
    draft("SetTarget", "2013-01-23", {
      target,
      committee: top,
      year: 2013,
      measure,
      goal: { op, value },
      scope: each === true ? "each" : "aggregate",
      text,
    }),
  ),
  draft("DeclareEvidence", "2014-01-16", {
    target: "ct-03-lam-theo",
    reached: true,
    text: "35 tổ chức cơ sở mẫu báo cáo đã thực hiện; Ủy ban kiểm tra mẫu xác nhận",
  }),
];
