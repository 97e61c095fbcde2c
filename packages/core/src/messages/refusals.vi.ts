import type { RefusalName } from "../deciders.ts";
import { joined, type Message } from "./message.ts";

/** What each refusal says, and what to do about it, in Vietnamese. */
export const refusalsVi = {
  // Branches
  BranchExists: {
    says: "Tổ chức {branch} đã có trong sổ.",
    remedy: "Đặt mã khác cho tổ chức mới, hoặc ghi điều đã thay đổi ở {branch}.",
  },
  BranchUnknown: {
    says: [
      "Ngày {on:date} không có tổ chức {branch}.",
      "Tính đến ngày đó không có tổ chức {branch}.",
    ],
    remedy: "Kiểm tra lại mã, hoặc ghi trước việc {branch} được thành lập, với đúng ngày của nó.",
  },
  BranchIsDissolved: {
    says: "Tính đến ngày đó tổ chức {branch} đã giải thể.",
    remedy: "Nêu tổ chức thay thế, hoặc một ngày mà {branch} vẫn còn.",
  },
  BranchDiffers: {
    says: [
      "Điều nêu về tổ chức {branch} không đúng: thực tế là {is}, không phải {stated}.",
      "Điều nêu về tổ chức {branch} không đúng: thực tế là {is} mà không được nêu.",
      "Điều nêu về tổ chức {branch} không đúng: không phải là {stated}.",
      "Điều nêu về tổ chức {branch} không đúng.",
    ],
    remedy: "Nêu loại và tổ chức cấp trên của {branch} đúng như trong ngày đó.",
  },
  BranchHasThatName: {
    says: "Tổ chức {branch} vốn đã mang tên đó.",
    remedy: "Bỏ lệnh này, hoặc kiểm tra lại tên.",
  },
  BranchHasThatKind: {
    says: "Tổ chức {branch} vốn đã thuộc loại {kind}.",
    remedy: "Bỏ lệnh này, hoặc kiểm tra lại loại.",
  },
  BranchStandsThere: {
    says: "Tổ chức {branch} vốn đã trực thuộc {parent}.",
    remedy: "Bỏ lệnh này, hoặc kiểm tra lại nơi {branch} chuyển đến.",
  },
  MayNotStandUnder: {
    says: [
      "Tổ chức {branch} thuộc loại {kind} không thể trực thuộc {parent} thuộc loại {parentKind}.",
      "Tổ chức {branch} thuộc loại {kind} không thể trực thuộc {parent}.",
      "Tổ chức {branch} thuộc loại {kind} không thể đứng đầu mà không trực thuộc tổ chức nào.",
    ],
    remedy: "Chọn loại và nơi trực thuộc mà quy định có hiệu lực ngày đó cho phép đi cùng nhau.",
  },
  MayNotHoldMembers: {
    says: "Tổ chức {branch} thuộc loại {kind} không trực tiếp có thành viên.",
    remedy: "Nêu tổ chức bên dưới {branch} nơi thành viên sinh hoạt.",
  },
  HasMembers: {
    says: [
      joined(
        "Tổ chức {branch}, từ nay thuộc loại {kind}, không có thành viên trực tiếp, ",
        "mà vẫn còn {members:count} thành viên.",
      ),
      "Ngày đó tổ chức {branch} vẫn còn {members:count} thành viên.",
    ],
    remedy: [
      "Chuyển họ đến tổ chức có thành viên ở dưới {branch}, vì loại {kind} không có thành viên.",
      "Ghi trước việc các thành viên đã chuyển đi đâu.",
    ],
  },
  AwaitsMembers: {
    says: "Có {members:count} thành viên đang chuyển đến tổ chức {branch}.",
    remedy: "Ghi trước việc đã tiếp nhận họ, hoặc đảo bút toán chuyển đi.",
  },
  HasBranchesBelow: {
    says: "Dưới tổ chức {branch} vẫn còn {below}.",
    remedy: "Chuyển hoặc giải thể các tổ chức trực thuộc trước.",
  },
  HasOfficers: {
    says: "Trong tổ chức {branch} vẫn còn người giữ chức vụ: {persons}.",
    remedy: "Ghi việc thôi giữ chức vụ của họ trước.",
  },
  BodyExists: {
    says: "Tổ chức {branch} đã có cơ quan {body}.",
    remedy: "Đặt mã khác cho cơ quan mới, hoặc bỏ lệnh này.",
  },
  BodyUnknown: {
    says: "Tính đến ngày đó tổ chức {branch} không có cơ quan {body}.",
    remedy: "Kiểm tra lại mã, hoặc ghi việc lập cơ quan trước.",
  },
  OfficeTaken: {
    says: [
      "Chức vụ {office} ở {branch} chỉ do một người giữ, và {holder} đang giữ.",
      "Chức vụ {office} ở {branch} chỉ do một người giữ, và đã có người giữ.",
    ],
    remedy: "Ghi việc người đó thôi giữ chức vụ trước, hoặc kiểm tra lại chức vụ.",
  },
  HoldsOfficeAlready: {
    says: "{person} vốn đã giữ chức vụ {office} ở đó.",
    remedy: "Bỏ lệnh này, hoặc kiểm tra lại người và chức vụ.",
  },
  HoldsNoSuchOffice: {
    says: "Ngày đó {person} không giữ chức vụ {office} ở đó.",
    remedy: "Kiểm tra lại người, chức vụ và nơi giữ, hoặc ghi việc giao chức vụ trước.",
  },
  HasBranchAbove: {
    says: "Trong sổ này {branch} trực thuộc {parent}, nên cấp trên của {branch} không ở sổ khác.",
    remedy: "Nêu cấp trên của tổ chức đứng đầu sổ này.",
  },
  WouldCloseRing: {
    says: "{to} nằm dưới {branch}: chuyển {branch} về đó sẽ thành vòng tròn.",
    remedy: "Chọn một tổ chức không nằm dưới {branch}.",
  },
  StandsNotAbove: {
    says: "{by} không phải cấp trên của {branch} nên không kiểm tra, giám sát hay xếp loại ở đó.",
    remedy: "Ghi một cấp ủy cấp trên của {branch} vào thời điểm đó.",
  },
  BaseOrganisationDiffers: {
    says: [
      "Tổ chức cơ sở của {branch} là {is}, không phải {stated}.",
      "Tổ chức cơ sở của {branch} là {is} mà không được nêu.",
      "Từ {branch} trở lên không có tổ chức cơ sở nào, nên không phải là {stated}.",
      "Tổ chức cơ sở của {branch} không đúng như đã nêu.",
    ],
    remedy: "Nêu tổ chức cơ sở đúng như hệ thống tổ chức trong ngày đó.",
  },
  NotInVocabulary: {
    says: [
      joined(
        "Quy định có hiệu lực ngày đó không có “{term}” trong {vocabulary:word}; ",
        "gần giống có {nearest}.",
      ),
      "Quy định có hiệu lực ngày đó không có “{term}” trong {vocabulary:word}.",
    ],
    remedy: "Dùng từ mà docs/reference/vocabulary.md liệt kê, hoặc đăng ký một gói có từ đó.",
  },
  NoStructurePackInForce: {
    says: "Ngày {effectiveOn:date} không có quy định nào về hệ thống tổ chức có hiệu lực.",
    remedy: "Kiểm tra lại ngày và chế độ quy định của sổ, hoặc đăng ký một gói quy định.",
  },
  // Membership
  IsMemberAlready: {
    says: "{person} đã là thành viên, ở tổ chức {branch}.",
    remedy: "Kiểm tra lại người, hoặc ghi việc chuyển sinh hoạt thay vì kết nạp lại.",
  },
  IsNoMember: {
    says: [
      "Ngày {on:date} {person} không phải là thành viên ở {branch}.",
      "Ngày {on:date} {person} không phải là thành viên.",
      "Ngày đó {person} không phải là thành viên, nên cũng không ở {branch}.",
      "Ngày đó {person} không phải là thành viên.",
    ],
    remedy: "Kiểm tra lại mã và ngày, hoặc ghi trước việc {person} trở thành thành viên.",
  },
  IsMemberElsewhere: {
    says: [
      "Ngày {on:date} {person} là thành viên ở {is}, không phải ở {stated}.",
      "Ngày đó {person} là thành viên ở {is}, không phải ở {stated}.",
    ],
    remedy: "Nêu tổ chức {is}, hoặc ghi việc chuyển sinh hoạt trước.",
  },
  StatusDiffers: {
    says: "Ngày đó {person} là thành viên {is:word}, không phải {stated:word}.",
    remedy: "Kiểm tra lại người và ngày: tư cách thành viên suy ra từ những gì đã ghi.",
  },
  VoteNotCarried: {
    says: joined(
      "Chi bộ, đảng bộ biểu quyết không đủ đối với {subject}: {inFavour:count} trên ",
      "{of:count} phiếu tán thành, phải {needed}.",
    ),
    remedy: "Biểu quyết lại, hoặc sửa số phiếu nếu ghi sai.",
  },
  CommitteeVoteNotCarried: {
    says: joined(
      "Cấp ủy biểu quyết không đủ đối với {subject}: {inFavour:count} trên {of:count} ",
      "phiếu tán thành, phải {needed}.",
    ),
    remedy: "Biểu quyết lại, hoặc sửa số phiếu nếu ghi sai.",
  },
  MoreVotesThanSummoned: {
    says: "Về {subject} có {votes:count} phiếu trong khi chỉ triệu tập {summoned:count} người.",
    remedy: "Sửa số phiếu.",
  },
  TooYoung: {
    says: "{person} mới {ageMonths:count} tháng tuổi; kết nạp từ {least:count} tháng tuổi.",
    remedy: "Kết nạp khi đủ tuổi, hoặc sửa tuổi nếu ghi sai.",
  },
  TooOld: {
    says: "{person} đã {ageMonths:count} tháng tuổi; kết nạp đến {most:count} tháng tuổi.",
    remedy: "Sửa tuổi nếu ghi sai.",
  },
  CertificateTooOld: {
    says: joined(
      "Giấy chứng nhận của {person} đã {certificateAgeMonths:count} tháng; chỉ có giá trị ",
      "{most:count} tháng.",
    ),
    remedy: "Ghi giấy chứng nhận của lớp học sau, hoặc sửa số tháng.",
  },
  TooFewIntroducers: {
    says: "{person} được {introducedBy:count} người giới thiệu, phải có {least:count}.",
    remedy: "Ghi đủ người giới thiệu.",
  },
  IntroducerKnownTooShort: {
    says: "{introducer} biết {person} mới {knownMonths:count} tháng, phải đủ {least:count}.",
    remedy: "Ghi người giới thiệu khác, hoặc sửa số tháng.",
  },
  ReadmittedTooSoon: {
    says: joined(
      "{person} ra khỏi tổ chức ngày {leftOn:date}, được kết nạp lại từ {mayBeFrom:date}; ",
      "việc quyết định ngày {decidedOn:date}.",
    ),
    remedy: "Quyết định từ {mayBeFrom:date} trở đi.",
  },
  ReadmittedTooOften: {
    says: "{person} đã được kết nạp lại {readmissions:count} lần, chỉ được {most:count} lần.",
    remedy: "Kiểm tra lại có đúng người đó không.",
  },
  DecidedInExtension: {
    says: joined(
      "Việc của {person} được quyết định sau {workingDays:count} ngày làm việc kể từ khi ",
      "nhận hồ sơ: quá {most:count}, còn trong hạn kéo dài là {longest:count}.",
    ),
    remedy: "Kiểm tra việc kéo dài thời hạn.",
  },
  DecidedTooLate: {
    says: joined(
      "Việc của {person} được quyết định ngày {decidedOn:date}, sau {workingDays:count} ",
      "ngày làm việc kể từ khi nhận hồ sơ ngày {receivedOn:date}; chỉ được ",
      "{longest:count}.",
    ),
    remedy: "Kiểm tra lại các ngày; nếu đúng thì quyết định lại theo hồ sơ mới.",
  },
  CeremonyTooLate: {
    says: joined(
      "{person} được kết nạp ngày {effectiveOn:date}, sau {workingDays:count} ngày làm ",
      "việc kể từ quyết định ngày {decidedOn:date}; chỉ được {most:count}.",
    ),
    remedy: "Kiểm tra lại các ngày; nếu đúng thì quyết định lại.",
  },
  DecidedAfterEffect: {
    says: joined(
      "Việc có hiệu lực từ ngày {effectiveOn:date}, trước khi được quyết định ",
      "ngày {decidedOn:date}.",
    ),
    remedy: "Để việc có hiệu lực từ ngày quyết định trở đi.",
  },
  DecidedInFuture: {
    says: "Việc được quyết định ngày {decidedOn:date}, mà hôm nay là ngày {today:date}.",
    remedy: "Ghi từ ngày quyết định trở đi, hoặc kiểm tra lại ngày.",
  },
  SinceAfterEntry: {
    says: [
      joined(
        "{person}, tiếp nhận từ {external} ngày {effectiveOn:date}, được ghi là thành viên từ ",
        "{since:date}, tức sau ngày đó.",
      ),
      "Mục đầu kỳ ngày {effectiveOn:date} ghi là thành viên từ {since:date}, tức sau ngày đó.",
    ],
    remedy: [
      "Nêu trong `since` ngày người đó thành thành viên, trước khi {external} chuyển đi.",
      "Chỉ ghi đầu kỳ người đã là thành viên từ trước; nếu không, ghi việc kết nạp.",
    ],
  },
  SinceIsKnown: {
    says: "{person} đến từ {from}, nên sổ này đã biết {person} là thành viên từ ngày nào.",
    remedy: "Bỏ `since`: chỉ nêu ngày đó với người từ ngoài đến.",
  },
  TransferStaysInside: {
    says: "{person} đến từ {from} của chính sổ này: {transfer} không phải là chuyển giữa hai sổ.",
    remedy: "Bỏ `transfer`: chỉ nêu mã đó với người từ ngoài đến.",
  },
  ProbationNotOver: {
    says: joined(
      "Thời gian dự bị của {person} kéo dài đến ngày {due:date}; việc công nhận được quyết định ",
      "ngày {decidedOn:date}, có hiệu lực ngày {effectiveOn:date}.",
    ),
    remedy: "Công nhận từ ngày {due:date} trở đi, bằng quyết định từ ngày đó trở đi.",
  },
  ProbationOver: {
    says: "Thời gian dự bị của {person} đã hết ngày {due:date}, trước ngày {effectiveOn:date}.",
    remedy: "Để việc kéo dài có hiệu lực khi thời gian dự bị còn chưa hết.",
  },
  ProbationStartUnknown: {
    says: "Sổ không ghi {person} dự bị từ ngày nào.",
    remedy: joined(
      "Sửa bút toán đầu kỳ, hoặc bút toán tiếp nhận từ ngoài, của {person} ",
      "và nêu ngày đó trong `since`.",
    ),
  },
  IsNotInTransit: {
    says: "Ngày đó {person} không ở trong thời gian chuyển sinh hoạt.",
    remedy:
      "Ghi việc chuyển sinh hoạt trước, hoặc nêu {person} từ đâu đến bằng `from` và `status`.",
  },
  IsInTransit: {
    says: "Ngày đó {person} đang chuyển sinh hoạt từ {from} đến {to}.",
    remedy: "Ghi trước việc {to} tiếp nhận {person}.",
  },
  TransferLeadsNowhere: {
    says: "{person} đang ở chính tổ chức {branch}: phải chuyển sinh hoạt đến một tổ chức khác.",
    remedy: "Nêu tổ chức mà {person} chuyển đến.",
  },
  IsExemptAlready: {
    says: "Ngày đó {person} vốn đã được miễn sinh hoạt.",
    remedy: "Bỏ lệnh này, hoặc kiểm tra lại người và ngày.",
  },
  IsNotExempt: {
    says: "Ngày đó {person} không được miễn sinh hoạt.",
    remedy: "Bỏ lệnh này, hoặc ghi việc miễn sinh hoạt trước.",
  },
  IsSuspendedAlready: {
    says: "Ngày đó {person} vốn đã bị đình chỉ sinh hoạt.",
    remedy: "Bỏ lệnh này, hoặc kiểm tra lại người và ngày.",
  },
  IsNotSuspended: {
    says: "Ngày đó {person} không bị đình chỉ sinh hoạt.",
    remedy: "Bỏ lệnh này, hoặc ghi việc đình chỉ trước.",
  },
  HoldsOffice: {
    says: [
      "Ngày đó {person} vẫn giữ chức vụ {office} ở {branch}.",
      "Ngày đó {person} vẫn giữ chức vụ {office}.",
    ],
    remedy: "Ghi việc {person} thôi giữ chức vụ trước.",
  },
  WasNotAdmittedThatYear: {
    says: [
      "Theo sổ này, {person} không được kết nạp trong năm {year}.",
      "Sổ này không ghi việc kết nạp {person} nào để hủy.",
    ],
    remedy: "Kiểm tra lại người: chỉ hủy được việc kết nạp mà sổ này đã tính.",
  },
  HoldsThatSeat: {
    says: "{person} vốn đã giữ chức vụ {office} ở nơi đó.",
    remedy: "Bỏ lệnh này, hoặc kiểm tra lại người và nơi giữ chức vụ.",
  },
  HoldsNoSuchSeat: {
    says: "Ngày đó {person} không giữ chức vụ {office} ở nơi đó.",
    remedy: "Kiểm tra lại người, chức vụ và nơi giữ, hoặc ghi việc giao chức vụ trước.",
  },
  FormNotForStatus: {
    says: "Hình thức kỷ luật “{form}” không áp dụng cho thành viên {status:word}.",
    remedy: "Dùng hình thức mà quy định có hiệu lực dành cho thành viên đó.",
  },
  // Directives and training
  DirectiveExists: {
    says: "Chỉ thị, nghị quyết {directive} đã có trong sổ.",
    remedy: "Đặt mã khác cho văn bản mới, hoặc bỏ lệnh này.",
  },
  DirectiveUnknown: {
    says: "Tính đến ngày đó không có chỉ thị, nghị quyết {directive}.",
    remedy: "Kiểm tra lại mã, hoặc ghi việc ban hành trước.",
  },
  DirectiveIsClosed: {
    says: "Tính đến ngày đó việc học tập {directive} đã kết thúc.",
    remedy: "Kiểm tra lại ngày: chỉ học tập và kết thúc khi văn bản còn mở.",
  },
  AlreadyStudied: {
    says: "Năm {year} {branch} đã cho “{audience}” học tập {directive}.",
    remedy: "Muốn đổi số liệu, sửa lại lần ghi đó.",
  },
  MoreReachedThanEligible: {
    says: "Có {reached:count} người được học tập, mà chỉ {eligible:count} người thuộc diện.",
    remedy: "Kiểm tra lại hai con số.",
  },
  YearDiffers: {
    says: "Năm nêu là {year}, mà việc có hiệu lực ngày {effectiveOn:date}.",
    remedy: "Nêu năm của ngày đó, hoặc sửa lại ngày.",
  },
  CompletedAlready: {
    says: "Năm {year} {person} đã học xong lớp “{course}”.",
    remedy: "Bỏ lệnh này, hoặc kiểm tra lại người, lớp và ngày.",
  },
  // Meetings
  MeetingExists: {
    says: "Cuộc họp {meeting} đã được ghi.",
    remedy: "Đặt mã khác cho cuộc họp mới, hoặc bỏ lệnh này.",
  },
  MeetingUnknown: {
    says: "Tính đến ngày đó không có cuộc họp {meeting}.",
    remedy: "Kiểm tra lại mã, hoặc ghi cuộc họp trước.",
  },
  MorePresentThanEligible: {
    says: "Có {present:count} người dự, mà chỉ {eligible:count} người thuộc diện dự.",
    remedy: "Kiểm tra lại hai con số.",
  },
  AttendanceNotedAlready: {
    says: "Việc {attendee:found} dự cuộc họp {meeting} đã được ghi.",
    remedy: "Bỏ lệnh này.",
  },
  SpeechExists: {
    says: "Cuộc họp {meeting} đã có bài phát biểu {speech}.",
    remedy: "Đặt mã khác cho bài phát biểu mới, hoặc bỏ lệnh này.",
  },
  ContributedAlready: {
    says: "Tham luận của {branch} tại cuộc họp {meeting} đã được ghi.",
    remedy: "Muốn đổi nội dung, sửa lại lần ghi đó.",
  },
  PracticeExists: {
    says: "Cuộc họp {meeting} đã có kinh nghiệm hay {practice}.",
    remedy: "Đặt mã khác cho điều mới, hoặc bỏ lệnh này.",
  },
  // Inspection
  ProgrammeExists: {
    says: "{committee} đã thông qua chương trình năm {year}.",
    remedy: "Muốn đổi chương trình, sửa lại lần ghi đó.",
  },
  ItemRepeated: {
    says: "Chương trình năm {year} của {committee} có mục {item} hai lần.",
    remedy: "Đặt cho mỗi mục một mã riêng.",
  },
  ItemUnknown: {
    says: "Tính đến ngày đó chương trình năm {year} của {committee} không có mục {item}.",
    remedy: "Kiểm tra lại mã, hoặc bỏ `item` nếu không mục nào yêu cầu.",
  },
  ItemDiffers: {
    says: "Mục {item} của chương trình nêu {is}, không phải {stated}.",
    remedy: "Kiểm tra lại mục, hoặc bỏ `item` nếu không mục nào yêu cầu.",
  },
  InspectionExists: {
    says: "Cuộc kiểm tra, giám sát {inspection} đã được ghi.",
    remedy: "Đặt mã khác cho cuộc mới, hoặc bỏ lệnh này.",
  },
  InspectionUnknown: {
    says: "Tính đến ngày đó không có cuộc kiểm tra, giám sát {inspection}.",
    remedy: "Kiểm tra lại mã, hoặc ghi cuộc kiểm tra, giám sát trước.",
  },
  InspectsItself: {
    says: "{branch} không thể tự kiểm tra, giám sát chính mình.",
    remedy: "Nêu trong `by` cấp ủy đã tiến hành.",
  },
  InspectedBranchDiffers: {
    says: "Kết luận là về {is}, không phải về {stated}.",
    remedy: "Nêu tổ chức đã được kiểm tra, tức {is}.",
  },
  FindingExists: {
    says: "Kết luận {finding} đã được ghi.",
    remedy: "Đặt mã khác cho kết luận mới, hoặc bỏ lệnh này.",
  },
  FindingUnknown: {
    says: "Tính đến ngày đó không có kết luận {finding}.",
    remedy: "Kiểm tra lại mã, hoặc ghi kết luận trước.",
  },
  RemediedAlready: {
    says: "Kết luận {finding} vốn đã được khắc phục.",
    remedy: "Bỏ lệnh này.",
  },
  // Ratings
  YearNotBegun: {
    says: "Năm {year}, năm xếp loại {subject}, bắt đầu sau ngày {effectiveOn:date}.",
    remedy: "Kiểm tra lại năm và ngày.",
  },
  RatedAlready: {
    says: "{subject} đã được xếp loại năm {year}.",
    remedy: "Ghi việc xếp loại lại, kèm lý do.",
  },
  ExemptedFromRating: {
    says: "{subject} được miễn xếp loại năm {year}.",
    remedy: "Kiểm tra lại đối tượng, hoặc đảo việc miễn trước.",
  },
  SelfRatedAlready: {
    says: "{subject} đã tự xếp loại năm {year}.",
    remedy: "Muốn đổi, sửa lại lần ghi đó.",
  },
  CriterionRecordedAlready: {
    says: joined(
      "Năm {year} tiêu chí “{criterion}” của {subject} là {is:amount}, ",
      "không phải {stated:amount}.",
    ),
    remedy: "Muốn đổi, sửa lại lần ghi đó.",
  },
  NoRatingPackInForce: {
    says: "Ngày {effectiveOn:date} không có quy định xếp loại nào có hiệu lực.",
    remedy: "Kiểm tra lại ngày và chế độ quy định của sổ, hoặc đăng ký một gói quy định.",
  },
  PackUnknown: {
    says: "Không có gói quy định xếp loại {pack}.",
    remedy: "Kiểm tra lại mã, hoặc đăng ký gói trước.",
  },
  PackNotInForce: {
    says: [
      joined(
        "Gói quy định {pack} có hiệu lực từ ngày {inForceFrom:date} đến ngày {inForceTo:date}, ",
        "không phải ngày {effectiveOn:date}.",
      ),
      joined(
        "Gói quy định {pack} có hiệu lực từ ngày {inForceFrom:date}, ",
        "không phải ngày {effectiveOn:date}.",
      ),
    ],
    remedy: "Xếp loại theo gói có hiệu lực trong ngày quyết định.",
  },
  LevelNotInPack: {
    says: "Gói quy định {pack} không có mức “{level}” cho loại {subjectKind}.",
    remedy: "Dùng một mức mà gói có cho loại đó.",
  },
  DistinctionNotAtLevel: {
    says: "Gói quy định {pack} không có danh hiệu “{distinction}” ở mức “{level}”.",
    remedy: "Dùng danh hiệu mà gói có ở mức đó, hoặc bỏ đi.",
  },
  NotRated: {
    says: "Tính đến ngày đó {subject} chưa được xếp loại năm {year}.",
    remedy: "Ghi việc xếp loại trước: chỉ xếp loại lại điều đã xếp loại.",
  },
  RatingDiffers: {
    says: [
      "Xếp loại năm {year} của {subject} có {is}, không phải {stated}.",
      "Xếp loại năm {year} của {subject} có {is} mà không được nêu.",
      "Xếp loại năm {year} của {subject} không có {stated}.",
      "Xếp loại năm {year} của {subject} không đúng như đã nêu.",
    ],
    remedy: "Nêu xếp loại đúng như đang có trong ngày đó.",
  },
  RatingUnchanged: {
    says: "Xếp loại năm {year} của {subject} vốn đã là “{is}”.",
    remedy: "Bỏ lệnh này, hoặc kiểm tra lại mức.",
  },
  RatingsClosedAlready: {
    says: "{committee} đã khóa xếp loại năm {year}.",
    remedy: "Nếu phải đổi, ghi việc xếp loại lại, kèm lý do.",
  },
  NothingRated: {
    says: "Tính đến ngày đó {committee} chưa xếp loại gì cho năm {year}.",
    remedy: "Ghi các xếp loại trước, rồi mới khóa.",
  },
  RatingsNotClosed: {
    says: "Tính đến ngày đó {committee} chưa khóa xếp loại năm {year}.",
    remedy: "Khóa trước: tỷ lệ trần được xét trên các xếp loại đã khóa.",
  },
  CapExceeded: {
    says: joined(
      "Năm {year} {committee} vượt trần “{cap}”: {part:count} trên {base:count} ({of}), ",
      "trong khi chỉ được {allowed:count}.",
    ),
    remedy: "Xếp loại lại cho đến khi đúng trần, rồi mới kết thúc.",
  },
  ConditionNotMet: {
    says: joined(
      "Năm {year} không thể xếp {subject} mức “{level}”: chưa đạt điều kiện “{condition}” ",
      "({found}).",
    ),
    remedy: "Chọn mức khác, hoặc sửa sự việc nếu ghi sai.",
  },
  NotToBeRated: {
    says: "Năm {year} không xếp loại {subject} vì thuộc diện {because}.",
    remedy: "Ghi {subject} được miễn xếp loại năm đó.",
  },
  // Targets
  MeasureUnknown: {
    says: "Không có thước đo “{measure}” nào để đặt chỉ tiêu.",
    remedy: "Dùng một thước đo trong tài liệu tra cứu, hoặc “declared” cho điều không đếm được.",
  },
  MeasureLacksWord: {
    says: "Thước đo {measure} cần kèm một từ trong danh mục {vocabulary}.",
    remedy: "Viết từ đó sau dấu gạch chéo: {measure}/TỪ.",
  },
  GoalNotOfMeasure: {
    says: "Thước đo {measure} thuộc loại {is}, còn mức phấn đấu thuộc loại {stated}.",
    remedy: "Nêu mức phấn đấu đúng loại: một số đếm, hoặc một tỷ lệ gồm num và den.",
  },
  GoalAboveWhole: {
    says: "Mức phấn đấu {num:count}/{den:count} của {measure} vượt quá toàn bộ.",
    remedy: "Nêu một tỷ lệ không quá 1.",
  },
  CountDecides: {
    says: "Chỉ tiêu {target} đạt hay không là do đếm, theo {measure}, không theo minh chứng.",
    remedy: "Ghi các sự việc được đếm; minh chứng chỉ dành cho chỉ tiêu có thước đo “declared”.",
  },
  TargetExists: {
    says: "Chỉ tiêu {target} đã có trong sổ.",
    remedy: "Đặt mã khác cho chỉ tiêu mới, hoặc điều chỉnh {target}.",
  },
  TargetUnknown: {
    says: "Tính đến ngày đó không có chỉ tiêu {target}.",
    remedy: "Kiểm tra lại mã, hoặc đặt chỉ tiêu trước.",
  },
  TargetDropped: {
    says: "Tính đến ngày đó chỉ tiêu {target} đã bị bỏ.",
    remedy: "Đặt chỉ tiêu mới với mã khác.",
  },
  TargetDiffers: {
    says: "Chỉ tiêu {target} là của {is}, không phải của {stated}.",
    remedy: "Kiểm tra lại mã, cấp ủy và năm.",
  },
  GoalDiffers: {
    says: "Mức của chỉ tiêu {target} là {is:goal}, không phải {stated:goal}.",
    remedy: "Điều chỉnh từ mức đang có.",
  },
  GoalUnchanged: {
    says: "Mức của chỉ tiêu {target} vốn đã là {is:goal}.",
    remedy: "Bỏ lệnh này, hoặc kiểm tra lại mức.",
  },
  // Awards
  AwardExists: {
    says: "Khen thưởng {award} đã được ghi.",
    remedy: "Đặt mã khác cho khen thưởng mới, hoặc bỏ lệnh này.",
  },
  RecipientBranchDiffers: {
    says: "Khen thưởng {award} trao cho {is}, mà lại tính ở {stated}.",
    remedy: "Nêu cùng một tổ chức, hoặc bỏ `branch`.",
  },
  NotEligible: {
    says: [
      "{recipient} là {kind}, không thuộc đối tượng của loại khen thưởng “{category}”.",
      joined(
        "{recipient} trực thuộc {under}, không thuộc đối tượng của loại khen thưởng ",
        "“{category}”.",
      ),
      joined(
        "Năm {brokenIn} {recipient} được xếp loại {rating}, không được tính cho loại khen ",
        "thưởng “{category}” vốn cần {yearsRunning:count} năm liền.",
      ),
      joined(
        "Năm {brokenIn} {recipient} không được xếp loại; loại khen thưởng “{category}” cần ",
        "{yearsRunning:count} năm liền.",
      ),
      "{recipient} không đủ điều kiện của loại khen thưởng “{category}”.",
    ],
    remedy: "Chọn loại khác, hoặc sửa sự việc nếu ghi sai.",
  },
  BasisYearsNotAscending: {
    says: "Các năm làm căn cứ của khen thưởng {award} không theo thứ tự: {basisYears}.",
    remedy: "Viết mỗi năm một lần, năm sớm nhất trước.",
  },
  BasisYearAfterAward: {
    says: "Khen thưởng {award} của năm {year} không thể căn cứ vào năm {basisYear}.",
    remedy: "Kiểm tra lại các năm.",
  },
  AwardUnknown: {
    says: "Tính đến ngày đó không có khen thưởng {award}.",
    remedy: "Kiểm tra lại mã, hoặc ghi việc khen thưởng trước.",
  },
  AwardIsRevoked: {
    says: "Tính đến ngày đó khen thưởng {award} đã bị thu hồi.",
    remedy: "Kiểm tra lại mã; muốn khen thưởng lại thì dùng mã khác.",
  },
  PresentedAlready: {
    says: "Khen thưởng {award} vốn đã được trao.",
    remedy: "Bỏ lệnh này.",
  },
  AwardDiffers: {
    says: "Khen thưởng {award} được ghi với {is}, không phải với {stated}.",
    remedy: "Nêu khen thưởng đúng như lúc được ghi.",
  },
  // Reviews
  ReviewOpenedAlready: {
    says: "Việc tổng kết năm {year} của {committee} đã mở.",
    remedy: "Bỏ lệnh này.",
  },
  ReviewNotOpen: {
    says: "Tính đến ngày đó việc tổng kết năm {year} của {committee} chưa mở.",
    remedy: "Mở việc tổng kết trước.",
  },
  ReviewIsClosed: {
    says: "Tính đến ngày đó việc tổng kết năm {year} của {committee} đã khép lại.",
    remedy: "Kiểm tra lại ngày; muốn thêm vào, đảo việc khép lại trước.",
  },
  ReportNotPresented: {
    says: "Tính đến ngày đó báo cáo năm {year} của {committee} chưa được trình bày.",
    remedy: "Ghi việc trình bày báo cáo trước.",
  },
  ReportAdoptedAlready: {
    says: "Báo cáo năm {year} của {committee} đã được thông qua.",
    remedy: "Bỏ lệnh này.",
  },
  ResultExists: {
    says: "Tổng kết năm {year} của {committee} đã có kết quả {result}.",
    remedy: "Đặt mã khác cho kết quả mới, hoặc bỏ lệnh này.",
  },
  ShortcomingExists: {
    says: "Tổng kết năm {year} của {committee} đã có hạn chế {shortcoming}.",
    remedy: "Đặt mã khác cho hạn chế mới, hoặc bỏ lệnh này.",
  },
  ShortcomingUnknown: {
    says: "Tính đến ngày đó tổng kết năm {year} của {committee} không có hạn chế {shortcoming}.",
    remedy: "Kiểm tra lại mã, hoặc ghi hạn chế trước.",
  },
  ShortcomingRemediedAlready: {
    says: "Hạn chế {shortcoming} năm {year} của {committee} vốn đã được khắc phục.",
    remedy: "Bỏ lệnh này.",
  },
  DirectionExists: {
    says: "{committee} đã có phương hướng số {ordinal} cho năm {year}.",
    remedy: "Đánh số tiếp theo cho phương hướng mới, hoặc sửa lại lần ghi đó.",
  },
  RequestExists: {
    says: "{committee} đã có yêu cầu {direction} cho năm {year}.",
    remedy: "Đặt mã khác cho yêu cầu mới, hoặc bỏ lệnh này.",
  },
  PlanExists: {
    says: "{committee} đã có kế hoạch {plan} cho năm {year}.",
    remedy: "Đặt mã khác cho kế hoạch mới, hoặc sửa lại lần ghi đó.",
  },
  DraftDiffers: {
    says: [
      joined(
        "Kế hoạch {plan} năm {year} của {committee} thay bản dự thảo có {stated:count} nội dung, ",
        "nhưng bản dự thảo lúc đó có {is:count} nội dung.",
      ),
      joined(
        "Kế hoạch {plan} năm {year} của {committee} thay bản dự thảo có {stated:count} nội dung, ",
        "nhưng lúc đó không có bản dự thảo nào.",
      ),
      joined(
        "Kế hoạch {plan} năm {year} của {committee} không thay bản dự thảo nào, ",
        "nhưng lúc đó có bản dự thảo {is:count} nội dung.",
      ),
      "Kế hoạch {plan} năm {year} của {committee} thay một bản dự thảo khác.",
    ],
    remedy: "Đảo những bản ghi sau bản dự thảo đó, rồi ghi lại trong cùng một lần ghi.",
  },
  ReportedAlready: {
    says: "Năm {year} chỉ số “{measure}” của {branch} đã được ghi theo báo cáo.",
    remedy: "Muốn đổi, sửa lại lần ghi đó.",
  },
  FigureContradictsItself: {
    says: "Chỉ số “{measure}” năm {year} của {branch} tự mâu thuẫn: {value:figure}.",
    remedy: "Đối chiếu tỷ lệ phần trăm với hai con số.",
  },
  RegimeDiffers: {
    says: "Gói quy định {pack} thuộc chế độ {stated}, mà sổ này theo chế độ {is}.",
    remedy: "Đăng ký gói vào sổ theo đúng chế độ của nó.",
  },
  PackExists: {
    says: "Đã có gói quy định {pack} với nội dung khác.",
    remedy: "Đặt mã khác cho gói mới: một gói không bao giờ thay đổi.",
  },
  PackFaulty: {
    says: [
      "Gói quy định {pack} có lỗi {fault} tại {path}; nhận được {value}.",
      "Gói quy định {pack} có lỗi {fault} tại {path}.",
    ],
    remedy: "Sửa tệp: `tongket rules check TỆP` cho biết từng lỗi và cách sửa.",
  },
  PackOverlaps: {
    says: joined(
      "Hai gói quy định {pack} và {other} sẽ cùng có hiệu lực từ ngày {from:date} ",
      "đến ngày {to:date}.",
    ),
    remedy: "Để một gói hết hiệu lực trước khi gói kia bắt đầu.",
  },
  PackLeavesGap: {
    says: joined(
      "Giữa hai gói quy định {pack} và {other} sẽ không có gì có hiệu lực từ ngày {from:date} ",
      "đến ngày {to:date}.",
    ),
    remedy: "Để gói sau bắt đầu ngay ngày tiếp theo, hoặc bỏ `inForceTo`.",
  },
  // The ledger itself
  CommandIdReused: {
    says: "Mã lệnh {id} đã đứng ở vị trí {position} với một lệnh khác.",
    remedy: "Đặt mã riêng cho lệnh này; muốn sửa điều đã ghi ở đó, dùng lệnh correct.",
  },
  CommitTooLarge: {
    says: joined(
      "Một lần ghi như vậy dài {bytes:count} byte; ",
      "mỗi lần ghi được nhiều nhất {bytesMax:count} byte.",
    ),
    remedy: "Chia thành nhiều lệnh, hoặc ghi mà không dùng --atomic.",
  },
  ClockBehindLedger: {
    says: "Đồng hồ chỉ {now}, nhưng lần ghi cuối của sổ là lúc {last}.",
    remedy: "Chỉnh đồng hồ máy này, hoặc tìm xem đồng hồ máy nào đã chạy trước.",
  },
  EffectiveInFuture: {
    says: "Việc có hiệu lực ngày {effectiveOn:date}, mà hôm nay là ngày {today:date}.",
    remedy: "Ghi từ ngày việc có hiệu lực trở đi, hoặc kiểm tra lại ngày.",
  },
  UnknownEvent: {
    says: "Sổ không có sự kiện {target}.",
    remedy: "Tra địa chỉ bằng `tongket log`; địa chỉ có dạng VỊ_TRÍ.THỨ_TỰ, ví dụ 412.0.",
  },
  AlreadyReversed: {
    says: "Sự kiện {target} ({type}) đã được đảo.",
    remedy: "Không còn gì để đảo; nếu sự việc vẫn đúng thì ghi lại từ đầu.",
  },
  MayNotBeReversed: {
    says: "Sự kiện {target} thuộc loại {type}, loại không bao giờ được đảo.",
    remedy: "Ghi lại từ đầu sự việc đã bị đảo; điều đã xóa thì mất hẳn.",
  },
  HasDependants: {
    says: joined(
      "Có sự việc về sau dựa vào điều sắp đảo: {events}. ",
      "Thiếu nó thì các sự việc ấy bị từ chối [{because}].",
    ),
    remedy: joined(
      "Đảo cả những sự việc đó trong cùng một lần ghi, rồi ghi lại điều vẫn đúng; ",
      'sự việc thay thế trong cùng ngày giữ nguyên chỗ nhờ "inPlaceOf".',
    ),
  },
  ContradictsLater: {
    says: joined(
      "Sự việc ghi cho những ngày sau mâu thuẫn với nó: {events}. ",
      "Có nó thì các sự việc ấy bị từ chối [{because}].",
    ),
    remedy: joined(
      "Kiểm tra lại ngày; hoặc ghi chung một lần (`--atomic`) với điều khiến nó hợp lệ; ",
      "hoặc đảo những sự việc đó trong cùng một lần ghi và ghi lại cho đúng với sự việc này.",
    ),
  },
  PlaceNotFreed: {
    says: "Sự việc được ghi vào chỗ của {inPlaceOf}, nhưng lần ghi này không đảo {inPlaceOf}.",
    remedy: "Đảo {inPlaceOf} trong cùng một lần ghi, hoặc bỏ inPlaceOf.",
  },
  EventTooLarge: {
    says: "Sự việc này ({type}) dài hơn {bytesMax:count} byte, mức lớn nhất của một sự việc.",
    remedy: "Rút gọn lời văn và danh sách, hoặc tách thành nhiều sự việc.",
  },
  PersonIsErased: {
    says: "Dữ liệu cá nhân của {person} đã bị xóa vĩnh viễn.",
    remedy: "Dùng mã người mới nếu đây là người khác.",
  },
} as const satisfies { readonly [Name in RefusalName]: Message };
