import type { factsEn } from "./facts.en.ts";
import type { Template } from "./template.ts";

/** What a fact says, in Vietnamese. */
export const factsVi: { readonly [Type in keyof typeof factsEn]: Template } = {
  MemberAdmitted: "kết nạp {member} vào {branch}",
  AdmissionAnnulled: "hủy quyết định kết nạp {member}",
  DirectiveStudied: "quán triệt {directive} tới {reached:count}/{eligible:count} người ở {branch}",
  TrainingCompleted: "{person} học xong lớp {course}",
  RatingAssigned: ["xếp loại {subject}: {level}, {distinction}", "xếp loại {subject}: {level}"],
  RatingRevised: "sửa xếp loại {subject} từ {fromLevel} thành {toLevel}",
  BranchInspected: "{by} {kind} {branch}",
  AwardGranted: "tặng khen thưởng {award}: {category}",
  AwardRevoked: "thu hồi khen thưởng {award}: {category}",
  ShortcomingNoted: "{text:whole}",
  DirectionSet: "phương hướng {ordinal}: {text:whole}",
  PlanAdopted: "kế hoạch “{title:whole}”, {items:count} nội dung",
  MeetingHeld: ["{kind}: {title:whole}", "{kind} của {branch}"],
  BranchEstablished: "thành lập {branch}",
  BranchCarriedIn: "{branch} đã có từ trước khi mở sổ",
  BranchKindChanged: "{branch} chuyển thành {to}",
  BranchMoved: "{branch} chuyển từ {from} về {to}",
  OfficerAppointed: "{person} giữ chức {office} của {branch}",
  OfficerCarriedIn: "{person} đã giữ chức {office} của {branch} từ trước khi mở sổ",
  TargetSet: "đặt chỉ tiêu: {text:whole}",
  TargetRevised: "sửa chỉ tiêu thành {goal:goal}",
  EvidenceDeclared: "khai minh chứng: {text:whole}",
  FigureReported: "báo cáo nêu: “{phrase:whole}”",
};
