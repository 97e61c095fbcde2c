import type { InputFaultName } from "./input-faults.ts";
import { joined, type Message } from "./message.ts";

/** What can be wrong with a call or with an input, in Vietnamese. */
export const inputFaultsVi = {
  // The call
  UnknownCommand: {
    says: ["Không có lệnh {found:found}; gần giống có {nearest}.", "Không có lệnh {found:found}."],
    remedy: "Chạy `tongket --help` để xem các lệnh.",
  },
  CommandMissing: {
    says: "Chưa nêu lệnh nào.",
    remedy: "Chạy `tongket --help` để xem các lệnh.",
  },
  UnknownOption: {
    says: "Lệnh {command} không có tùy chọn {found:found}.",
    remedy: "Chạy `tongket {command} --help` để xem các tùy chọn.",
  },
  ArgumentMissing: {
    says: "Lệnh {command} thiếu tham số {argument}.",
    remedy: "Nêu {argument}; `tongket {command} --help` cho biết đó là gì.",
  },
  ArgumentsTooMany: {
    says: "Lệnh {command} không nhận tham số {found:found}.",
    remedy: "Bỏ tham số đó, hoặc đặt văn bản có dấu cách trong dấu nháy.",
  },
  OptionMissing: {
    says: "Lệnh {command} cần tùy chọn {option:whole}.",
    remedy: "Thêm {option:whole}.",
  },
  OptionValueMissing: {
    says: "Tùy chọn {option:whole} không có giá trị.",
    remedy: "Viết giá trị ngay sau tùy chọn.",
  },
  OptionIllTyped: {
    says: "Tùy chọn {option} nhận {expected:whole}; nhận được {found:found}.",
    remedy: "{toDo:whole}",
  },
  ArgumentIllTyped: {
    says: "Tham số {argument} nhận {expected:whole}; nhận được {found:found}.",
    remedy: "{toDo:whole}",
  },
  RegimeNotShipped: {
    says: "Không có sẵn gói quy định nào của chế độ {regime:found}, chỉ có của {regimes}.",
    remedy: "Trước hết đăng ký gói của chế độ đó bằng RegisterRulePack, nếu không lệnh bị từ chối.",
  },
  OptionsClash: {
    says: "Các tùy chọn {options} không dùng cùng nhau được.",
    remedy: "Chỉ nêu một trong các tùy chọn đó.",
  },
  NowForRealLedger: {
    says: "Sổ {ledger} là sổ thật: đồng hồ của sổ là đồng hồ của máy này.",
    remedy: "Bỏ --now; chỉ sổ tạo bằng `init --simulated` mới nhận tùy chọn này.",
  },
  NowMissing: {
    says: "Sổ {ledger} là sổ mô phỏng mà chưa được cho biết giờ.",
    remedy: "Nêu --now THỜI_ĐIỂM, ví dụ 2013-01-23T08:00:00.000Z.",
  },
  NowNeedsSimulated: {
    says: "--now chỉ đặt giờ cho sổ mô phỏng.",
    remedy: "Thêm --simulated, hoặc bỏ --now.",
  },
  LedgerNameUnclear: {
    says: "Tên {ledger:found} không cho biết đó là loại sổ nào.",
    remedy:
      "Nêu đường dẫn kết thúc bằng .jsonl, .db hoặc .sqlite, hay URL " +
      "postgres://…/…?ledger=MÃ hoặc nats://…?ledger=MÃ.",
  },
  StoreNotShipped: {
    says: "Phiên bản này giữ sổ trong tệp, PostgreSQL và NATS, không giữ trong {ledger:found}.",
    remedy:
      "Nêu đường dẫn kết thúc bằng .jsonl, .db hoặc .sqlite, hay URL " +
      "postgres://…/…?ledger=MÃ hoặc nats://…?ledger=MÃ.",
  },
  LedgerIdMissing: {
    says: "URL {ledger:found} không nêu đúng một sổ ở nơi đó.",
    remedy: "Nêu sổ một lần, viết ?ledger=MÃ ở cuối.",
  },
  LedgerIdOther: {
    says: "--id nêu sổ {id:found}, còn URL nêu sổ {ledger:found}.",
    remedy: "Bỏ --id đi: URL đã nêu mã của sổ.",
  },
  LedgersDiffer: {
    says: "Đây là sổ {to:found}, không phải bản sao của {from:found}.",
    remedy: "Bản sao giữ nguyên mã: nêu đúng mã đó, như ?ledger={from:whole}, hoặc chọn nơi khác.",
  },
  HeadersDiffer: {
    says: "Sổ này có phần đầu khác với sổ cần sao, tuy cùng một mã.",
    remedy: "Đặt bản sao ở một nơi riêng, hoặc đặt mã khác cho một trong hai sổ.",
  },
  CopyDiverged: {
    says: "Từ vị trí {position} trở đi, sổ này không giống sổ cần sao.",
    remedy: "Tìm xem sổ nào đúng, rồi sao sổ đó sang một nơi mới.",
  },
  CopyAhead: {
    says: "Sổ này kết thúc ở vị trí {position}, còn sổ cần sao đã kết thúc ở {head}.",
    remedy: "Sao theo chiều ngược lại.",
  },
  KeyDiffers: {
    says: "Kho khóa có một khóa khác của {person}, và khóa đó được giữ nguyên.",
    remedy: "Nếu không cần khóa đó nữa thì chuyển nó đi, rồi sao lại.",
  },
  SubjectUnclear: {
    says: "{subject:found} không phải là đối tượng, địa chỉ hay vị trí nào trong sổ này.",
    remedy: "Viết branch:MÃ, person:MÃ, một địa chỉ như 412.0, hoặc một vị trí như 412.",
  },
  SubjectAmbiguous: {
    says: "{subject:found} có thể là {tags}.",
    remedy: "Viết kèm phần đứng trước dấu hai chấm.",
  },
  NothingKnown: {
    says: [
      "Tính đến ngày {asOf:date}, sổ này không biết gì về {subject:found}.",
      "Trong phạm vi đã nêu, sổ này không biết gì về {subject:found}.",
    ],
    remedy: "Kiểm tra lại mã; `tongket log SỔ` liệt kê những gì đã ghi.",
  },
  MemberIsPerson: {
    says: "Ở đây không gọi người bằng {subject:found}, dù là thành viên hay không.",
    remedy: "Viết {person:whole}.",
  },
  BranchNotThere: {
    says: [
      "Trong phạm vi đã nêu, năm {year} sổ này không có tổ chức {branch}.",
      "Sổ này không có tổ chức {branch}.",
    ],
    remedy: "Kiểm tra lại mã; `tongket log SỔ` liệt kê những gì đã ghi.",
  },
  FigureUnknown: {
    says: [
      "Năm {year} không có con số {figure:found}; gần giống có {nearest}.",
      "Năm {year} không có con số {figure:found}.",
    ],
    remedy: "Viết như trong báo cáo, ví dụ membersAdmitted@2012, hoặc chỉ tiêu là target:MÃ.",
  },
  ProjectionUnusable: {
    says: "{file:whole} không cho phép chiếu nào ({why:whole}).",
    remedy: "Dùng default export là một phép chiếu với name, version, reads, initial và apply.",
  },
  ProjectionReadsUnknown: {
    says: [
      "Phép chiếu đọc {found:found}, mà không sự kiện nào thuộc loại đó; gần giống có {nearest}.",
      "Phép chiếu đọc {found:found}, mà không sự kiện nào thuộc loại đó.",
    ],
    remedy: "Dùng các loại sự kiện trong docs/reference/events.md cho `reads`.",
  },
  NodeLoadsNoSuchFile: {
    says: "Node {node} không nạp được tệp như {file:found}.",
    remedy: "Dùng Node 22.18 trở lên cho TypeScript, hoặc nêu mô-đun có tên kết thúc bằng .mjs.",
  },
  NodeTooOld: {
    says: "Đây là Node {node}; tongket cần {least} trở lên.",
    remedy: "Cài một phiên bản Node mới hơn.",
  },
  // Files
  FileMissing: {
    says: "Không có tệp {file}.",
    remedy: "Kiểm tra lại đường dẫn.",
  },
  FileIsDirectory: {
    says: "{file} là thư mục, không phải tệp.",
    remedy: "Nêu một tệp trong thư mục đó.",
  },
  FileNotRegular: {
    says: "{file} không phải là tệp thường, mà sổ phải là tệp thường.",
    remedy: "Nêu tệp của một sổ.",
  },
  FileUnreadable: {
    says: "Không đọc hay ghi được {file} ({why}).",
    remedy: "Kiểm tra quyền truy cập và ổ đĩa.",
  },
  FolderMissing: {
    says: "Không có thư mục {folder:found}.",
    remedy: "Tạo thư mục trước, hoặc kiểm tra lại đường dẫn.",
  },
  OutputExists: {
    says: "Đã có tệp {file:found}, và tệp được giữ nguyên.",
    remedy: "Nêu tên khác, hoặc thêm --force để ghi đè.",
  },
  OutputIsLedger: {
    says: "{file:found} thuộc về sổ {ledger:found}, mà sổ không bao giờ bị ghi đè.",
    remedy: "Nêu tên khác.",
  },
  NoCommands: {
    says: "Trong đó không có lệnh nào.",
    remedy: "Viết mỗi dòng một lệnh.",
  },
  NoPack: {
    says: "Trong đó không có gói quy định nào.",
    remedy: "Viết một gói quy định thành một đối tượng JSON.",
  },
  PackNotJson: {
    says: "Cột {column}: đây không phải JSON: {found:found}.",
    remedy: "Viết gói quy định thành một đối tượng JSON, hoặc một danh sách các gói.",
  },
  NoDetails: {
    says: "Trong đó không có chi tiết nào của văn bản.",
    remedy: joined(
      "Viết một đối tượng JSON gồm những điều đã biết trong number, issuerCode, ",
      "place, date, issuer, superior, signature và recipients.",
    ),
  },
  DetailsNotJson: {
    says: "Cột {column}: đây không phải JSON: {found:found}.",
    remedy: "Viết các chi tiết của văn bản thành một đối tượng JSON.",
  },
  HasBom: {
    says: "Đầu tệp có dấu thứ tự byte (BOM).",
    remedy: "Lưu tệp theo UTF-8 không có BOM.",
  },
  NotUtf8: {
    says: "Byte thứ {byte} của dòng ({found}) không phải UTF-8.",
    remedy: "Lưu tệp theo UTF-8.",
  },
  LineTooLong: {
    says: "Dòng dài hơn {bytesMax:count} byte; phần sau đó không được đọc.",
    remedy: "Viết mỗi dòng một lệnh, và chia lệnh dài ra.",
  },
  // One line
  NotJson: {
    says: "Cột {column}: đây không phải JSON: {found:found}.",
    remedy: "Viết lệnh thành một đối tượng JSON trên một dòng.",
  },
  CutOff: {
    says: "Dòng kết thúc giữa chừng JSON, sau {found:found}.",
    remedy: "Viết cho đủ dòng: có thể tệp đã bị cắt.",
  },
  TooDeep: {
    says: "Cột {column}: các giá trị lồng nhau quá {depthMax} tầng.",
    remedy: "Không lệnh nào cần sâu như vậy: kiểm tra chương trình đã tạo tệp.",
  },
  DuplicateField: {
    says: "Cột {column}: đối tượng có trường {found:found} hai lần.",
    remedy: "Giữ một trong hai.",
  },
  NumberNotExact: {
    says: "Cột {column}: không giữ được chính xác số {found}.",
    remedy: "Dùng số nguyên đến 9.007.199.254.740.991, hoặc viết thành văn bản.",
  },
  LoneSurrogate: {
    says: "Cột {column}: văn bản {found:found} chứa nửa ký tự lẻ (surrogate).",
    remedy: "Sửa văn bản từ nơi tạo ra nó.",
  },
  NotNfc: {
    says: "Cột {column}: văn bản {found:found} không theo Unicode NFC.",
    remedy: "Chuyển tệp sang Unicode NFC, ví dụ bằng `uconv -x nfc`.",
  },
  NotAnObject: {
    says: "Phải là một lệnh, tức một đối tượng; nhận được {found:found}.",
    remedy: "Viết một đối tượng có các trường `command`, `actor` và `data`.",
  },
  FieldMissing: {
    says: "Thiếu trường này; không nhận được gì.",
    remedy: "Thêm trường đó.",
  },
  FieldUnknown: {
    says: "Ở đây không có trường như vậy.",
    remedy: "Bỏ nó đi, hoặc kiểm tra lại cách viết tên.",
  },
  IllTyped: {
    says: "Phải là {expected:whole}; nhận được {found:found}.",
    remedy: "{toDo:whole}",
  },
  NoSuchCommand: {
    says: ["Không có lệnh {found:found}; gần giống có {nearest}.", "Không có lệnh {found:found}."],
    remedy:
      "Dùng tên của một lệnh, ví dụ AdmitMember; docs/reference/commands.md liệt kê các lệnh.",
  },
  RecordedAtForReal: {
    says: "Chỉ sổ mô phỏng mới được cho biết giờ; nhận được {found:found}.",
    remedy: "Bỏ `recordedAt`: sổ lấy giờ của máy này.",
  },
  RecordedAndReversed: {
    says: "Có {count:count} dòng đã ghi từ trước và về sau đã bị đảo: {lines}.",
    remedy: "Cứ để như vậy; muốn ghi lại sự việc như thế thì đặt cho dòng đó một mã riêng.",
  },
  ProfileTooLong: {
    says: "Hồ sơ dài {bytes:count} byte; để niêm phong, dài nhất là {bytesMax:count} byte.",
    remedy: "Chỉ giữ trong đó những gì để gọi tên người.",
  },
  ProfileSealedTwice: {
    says: "Dữ liệu có cả hồ sơ lẫn văn bản đã niêm phong.",
    remedy: "Nêu `profile` để niêm phong tại đây, hoặc `sealed` do kho khóa khác niêm phong.",
  },
  ActorsDiffer: {
    says: "Một lần ghi có một người ghi, {actor}; nhận được {found:found}.",
    remedy: "Dùng một người ghi, hoặc ghi mà không dùng --atomic.",
  },
  // Records of a ledger
  ReversalDiffers: {
    says: "Bút toán đảo {address} không mang sự kiện {target} đúng như đã ghi.",
    remedy: "Đừng tin sổ này; so với một bản sao khác.",
  },
  ReversalOfNothing: {
    says: "Bút toán đảo {address} nêu {target}, nhưng ở đó không có sự kiện nào đảo được.",
    remedy: "Đừng tin sổ này; so với một bản sao khác.",
  },
  RegimeWithoutPack: {
    says: "Không có gói quy định sẵn hay đã đăng ký nào thuộc chế độ {regime:found} của sổ.",
    remedy: "Đăng ký các gói đó bằng RegisterRulePack; nếu vốn đã có, so sổ với một bản sao khác.",
  },
  RecordedAhead: {
    says: "Lần ghi này mang giờ {found}, vượt trước đồng hồ máy (đang chỉ {now}) hơn một ngày.",
    remedy: "Chỉnh đồng hồ máy này, hoặc tìm xem đồng hồ máy nào đã chạy trước.",
  },
  ReversedTwice: {
    says: "Bút toán đảo {address} đảo {target}, vốn đã được đảo từ trước.",
    remedy: "Đừng tin sổ này; so với một bản sao khác.",
  },
  PlaceNotFreed: {
    says: "Sự kiện {address} đứng vào chỗ của {inPlaceOf}, vốn không được đảo để nhường chỗ.",
    remedy: "Đừng tin sổ này; so với một bản sao khác.",
  },
  // People
  KeyDamaged: {
    says: "Khóa của {person} bị hỏng ({why:whole}).",
    remedy: "Khôi phục khóa từ bản sao lưu của kho khóa.",
  },
  // Many ledgers
  NoLedgerThere: {
    says: "Trong {place:whole} không có sổ nào để cộng gộp.",
    remedy: "Nêu một thư mục có các tệp sổ, hoặc một cơ sở dữ liệu có sổ.",
  },
  LedgerGivenTwice: {
    says: "Sổ {ledger} đã được nêu trước đó: {before:whole}.",
    remedy: "Nêu mỗi sổ một lần: hai bản của một sổ sẽ bị tính hai lần.",
  },
  SuperiorNotNamed: {
    says: "{branch:whole} chưa nêu mình trực thuộc tổ chức nào của {tree}.",
    remedy: "Ghi NameSuperior vào sổ đó, có hiệu lực chậm nhất cuối năm.",
  },
  SuperiorElsewhere: {
    says: "{branch:whole} trực thuộc {superior:whole}, không phải tổ chức của sổ {tree}.",
    remedy: "Sửa NameSuperior trong sổ đó, hoặc cộng gộp dưới cây mà sổ đó nêu.",
  },
  SuperiorUnknown: {
    says: "{branch:whole} trực thuộc {superior:whole}, mà tổ chức đó không có.",
    remedy: "Ghi tổ chức đó vào {tree}, hoặc sửa NameSuperior trong sổ kia.",
  },
  BranchInRing: {
    says: "{branch:whole} nằm trong một vòng tròn, không dưới tổ chức đứng đầu nào của sổ.",
    remedy: "Không nên tin sổ này; đối chiếu với một bản khác.",
  },
  // Ends
  Interrupted: {
    says: "Đã dừng vì {signal}.",
    remedy: "Chạy lại đúng lệnh đó: không điều gì bị ghi hai lần.",
  },
  ProgramFault: {
    says: "Đây là lỗi của chương trình, không phải của bạn: {what}.",
    remedy: joined(
      "Kiểm tra sổ bằng `tongket verify SỔ --deep`; nếu sổ nguyên vẹn, hãy báo dòng này, ",
      "phiên bản ({version}) và lệnh bạn đã dùng.",
    ),
  },
  // Xét thử
  RatingSubjectNotThere: {
    says: "Cuối năm {year} sổ này không có người hoặc tổ chức như vậy: {subject:found}.",
    remedy: "Kiểm tra lại mã; `tongket log SỔ` liệt kê những gì đã ghi.",
  },
  NoRatingPackOn: {
    says: "Ngày {on:date} không có gói xếp loại nào có hiệu lực, nên không xét được.",
    remedy: "Nêu một gói bằng --pack; `tongket rules SỔ` liệt kê các gói.",
  },
  RatingPackUnknown: {
    says: [
      "Không có gói xếp loại {pack:found}; gần giống có {nearest}.",
      "Không có gói xếp loại {pack:found}.",
    ],
    remedy: "Nêu một trong {known}, hoặc một tệp kết thúc bằng .json.",
  },
  LevelUnknown: {
    says: "Gói {pack} không có mức {level:found} cho đối tượng này.",
    remedy: "Nêu một trong {known}.",
  },
  FactUnknown: {
    says: [
      "Gói {pack} không có dữ kiện {fact:found} của đối tượng này; gần giống có {nearest}.",
      "Gói {pack} không có dữ kiện {fact:found} của đối tượng này.",
    ],
    remedy: "Nêu một trong {known}.",
  },
  FactIllTyped: {
    says: "Dữ kiện {fact} nhận {expected:whole}; nhận được {found:found}.",
    remedy: "{toDo:whole}",
  },
  FactGivenTwice: {
    says: "Dữ kiện {fact} được giả định hai lần.",
    remedy: "Mỗi dữ kiện chỉ nêu --fact một lần.",
  },
  NoRatingPackInFile: {
    says: "Gói {pack} không nói về xếp loại.",
    remedy: "Nêu tệp của một gói có matter là rating.",
  },
  OutputMissing: {
    says: "Báo cáo ở định dạng {format} không phải văn bản hiện được trên màn hình dòng lệnh.",
    remedy: "Hãy cho biết ghi vào đâu: `-o TỆP.{format}`.",
  },
  ReportFormatUnknown: {
    says: "Tên tệp {file:found} không có đuôi của định dạng báo cáo nào.",
    remedy: "Hãy đưa một báo cáo có đuôi tên là một trong {formats}.",
  },
  ReportSaysNothing: {
    says: "Tệp {file:found} không nói nó là báo cáo nào.",
    remedy: "Hãy đưa báo cáo do `tongket report` ghi ra, nguyên như khi ghi.",
  },
  ReportOfOther: {
    says: joined(
      "Báo cáo {file:found} được tính từ sổ {ledger:found} ở vị trí {position}, ",
      "mã băm {hash}; sổ này không có dòng đó.",
    ),
    remedy:
      "Hãy đưa sổ đã dùng để lập báo cáo; `tongket verify` cho biết sổ có còn nguyên vẹn không.",
  },
  FigureDiffers: {
    says: [
      "Số liệu {figure} của {branch} theo sổ là {expected:found}; báo cáo ghi {found:found}.",
      "Số liệu {figure} theo sổ là {expected:found}; báo cáo ghi {found:found}.",
    ],
    remedy:
      "Hãy lập lại báo cáo, hoặc hỏi người đã sửa; `tongket explain` cho biết số liệu từ đâu ra.",
  },
  WordsDiffer: {
    says: "Theo sổ thì viết là {expected:found}; báo cáo ghi {found:found}.",
    remedy: "Hãy lập lại báo cáo, hoặc hỏi người đã sửa.",
  },
} as const satisfies { readonly [Name in InputFaultName]: Message };
