import type { Lang } from "./lang.ts";

/** What a schema expects, in Vietnamese, and what to do where it was not met. */
interface Expectation {
  readonly vi: string;
  readonly toDo: { readonly [L in Lang]: string };
}

const expectation = (vi: string, toDoEn: string, toDoVi: string): Expectation => ({
  vi,
  toDo: { en: toDoEn, vi: toDoVi },
});

const kind = (vi: string): Expectation =>
  expectation(vi, "Write a value of that kind.", "Viết một giá trị đúng kiểu đó.");

/** The schemas' own words, as `Fault.expected` carries them. */
export const fixedExpectations: ReadonlyMap<string, Expectation> = new Map([
  ["string", kind("một chuỗi văn bản")],
  ["number", kind("một số")],
  ["boolean", kind("true hoặc false")],
  ["true", kind("true")],
  ["object", kind("một đối tượng")],
  ["array", kind("một danh sách")],
  ["an integer", kind("một số nguyên")],
  ["JSON value", kind("một giá trị JSON")],
  [
    "an id: 1 to 96 of the characters A-Z a-z 0-9 . _ : / -",
    expectation(
      "một mã gồm 1 đến 96 ký tự trong A-Z a-z 0-9 . _ : / -",
      "Write an id, such as chi-bo-1: these characters only, no spaces and no name of a person.",
      "Viết một mã, ví dụ chi-bo-1: chỉ gồm các ký tự đó, không dấu cách, không phải tên người.",
    ),
  ],
  [
    "a tag: 1 to 128 of the characters A-Z a-z 0-9 . _ : / -",
    expectation(
      "một nhãn gồm 1 đến 128 ký tự trong A-Z a-z 0-9 . _ : / -",
      "Use these characters only.",
      "Chỉ dùng các ký tự đó.",
    ),
  ],
  [
    "a calendar date from 1900 to 2999 as YYYY-MM-DD",
    expectation(
      "một ngày có trong lịch từ năm 1900 đến 2999, viết YYYY-MM-DD",
      "Write a day that the calendar has, such as 2013-01-23.",
      "Viết một ngày có trong lịch, ví dụ 2013-01-23.",
    ),
  ],
  [
    "an instant as YYYY-MM-DDTHH:MM:SS.mmmZ",
    expectation(
      "một thời điểm UTC, viết YYYY-MM-DDTHH:MM:SS.mmmZ",
      "Write it in UTC to the millisecond, such as 2013-01-23T08:00:00.000Z.",
      "Viết theo UTC đến phần nghìn giây, ví dụ 2013-01-23T08:00:00.000Z.",
    ),
  ],
  [
    "names, or cells<N with N from 2 to 999, or both with a comma between them",
    expectation(
      "names, hoặc cells<N với N từ 2 đến 999, hoặc cả hai cách nhau bằng dấu phẩy",
      "Write such as 'names,cells<3', in quotes.",
      "Viết trong dấu nháy, ví dụ 'names,cells<3'.",
    ),
  ],
  [
    "a day, or an instant in UTC as YYYY-MM-DDTHH:MM:SSZ",
    expectation(
      "một ngày, hoặc một thời điểm UTC viết YYYY-MM-DDTHH:MM:SSZ",
      "Write 2013-01-23, or 2013-01-23T08:00:00Z; from an offset such as +07:00 convert to UTC.",
      "Viết 2013-01-23, hoặc 2013-01-23T08:00:00Z; giờ có độ lệch như +07:00 thì đổi sang UTC.",
    ),
  ],
  [
    "a year from 1900 to 2999",
    expectation(
      "một năm từ 1900 đến 2999",
      "Write the year as a number, such as 2012.",
      "Viết năm bằng số, ví dụ 2012.",
    ),
  ],
  [
    "years from 1900 to 2999 as FROM..TO, the earlier first, at most 100 of them",
    expectation(
      "các năm từ 1900 đến 2999, viết TỪ..ĐẾN, năm trước đứng trước, nhiều nhất 100 năm",
      "Write both years with two dots between them, such as 2010..2013.",
      "Viết hai năm với hai dấu chấm ở giữa, ví dụ 2010..2013.",
    ),
  ],
  [
    "a number of threads from 1 to 16",
    expectation(
      "một số luồng từ 1 đến 16",
      "Write it as a whole number, such as 2.",
      "Viết bằng một số nguyên, ví dụ 2.",
    ),
  ],
  [
    "a count from 0 to 1,000,000,000",
    expectation(
      "một số đếm từ 0 đến 1.000.000.000",
      "Write how many there are, as a whole number.",
      "Viết số lượng bằng một số nguyên.",
    ),
  ],
  [
    "a text of 1 to 500 characters",
    expectation(
      "một văn bản dài 1 đến 500 ký tự",
      "Write something, and shorten it where it is longer.",
      "Viết nội dung, và rút gọn nếu dài hơn.",
    ),
  ],
  [
    "a text of 1 to 20,000 characters",
    expectation(
      "một văn bản dài 1 đến 20.000 ký tự",
      "Write something, and shorten it where it is longer.",
      "Viết nội dung, và rút gọn nếu dài hơn.",
    ),
  ],
  [
    "text in Unicode NFC",
    expectation(
      "một văn bản theo Unicode NFC",
      "Convert the file to Unicode NFC, as by `uconv -x nfc`.",
      "Chuyển tệp sang Unicode NFC, ví dụ bằng `uconv -x nfc`.",
    ),
  ],
  [
    "text without lone surrogates",
    expectation(
      "một văn bản không có nửa ký tự lẻ",
      "Repair the text at its source.",
      "Sửa văn bản từ nơi tạo ra nó.",
    ),
  ],
  [
    "text that is not blank",
    expectation("một văn bản không để trống", "Write something.", "Viết nội dung vào đó."),
  ],
  [
    "text on one line, without control characters",
    expectation(
      "một văn bản trên một dòng, không có ký tự điều khiển",
      "Leave out line breaks, tabs and what else does not print.",
      "Bỏ dấu xuống dòng, dấu tab và mọi ký tự không in được.",
    ),
  ],
  [
    "text without control characters but line feed and tab",
    expectation(
      "một văn bản không có ký tự điều khiển nào ngoài dấu xuống dòng (LF) và tab",
      "Break lines by \\n alone, and leave out what does not print.",
      "Chỉ xuống dòng bằng \\n, và bỏ các ký tự không in được.",
    ),
  ],
  [
    "text without characters that turn its direction",
    expectation(
      "một văn bản không có ký tự đổi hướng viết",
      "Leave out U+202A to U+202E and U+2066 to U+2069.",
      "Bỏ các ký tự từ U+202A đến U+202E và từ U+2066 đến U+2069.",
    ),
  ],
  [
    "an event's address as POSITION.INDEX",
    expectation(
      "một địa chỉ sự kiện, viết VỊ_TRÍ.THỨ_TỰ",
      "Look it up with `tongket log`, such as 412.0.",
      "Tra bằng `tongket log`, ví dụ 412.0.",
    ),
  ],
  [
    "the name of a command",
    expectation(
      "tên của một lệnh",
      "Use the name of a command, such as AdmitMember; docs/reference/commands.md lists them.",
      "Dùng tên của một lệnh, ví dụ AdmitMember; docs/reference/commands.md liệt kê các lệnh.",
    ),
  ],
  [
    "an event type",
    expectation(
      "tên một loại sự kiện",
      "Use the name of a type of event, such as MemberAdmitted.",
      "Dùng tên một loại sự kiện, ví dụ MemberAdmitted.",
    ),
  ],
  [
    "a sealed text",
    expectation(
      "một văn bản đã niêm phong",
      "Give `profile` instead to have it sealed here.",
      "Nêu `profile` để được niêm phong tại đây.",
    ),
  ],
  [
    "a SHA-256 as 64 hexadecimal digits",
    expectation(
      "một mã SHA-256 gồm 64 chữ số thập lục phân",
      "Copy the hash whole, in small letters.",
      "Chép nguyên mã băm, bằng chữ thường.",
    ),
  ],
  [
    "a record whose hash is true of its text",
    expectation(
      "một dòng có mã băm đúng với văn bản của nó",
      "Compare with another copy of this ledger.",
      "So với một bản sao khác của sổ này.",
    ),
  ],
  [
    "canonical JSON (RFC 8785)",
    expectation(
      "JSON chính tắc (RFC 8785)",
      "Compare with another copy of this ledger.",
      "So với một bản sao khác của sổ này.",
    ),
  ],
  [
    "a known event type",
    expectation(
      "một loại sự kiện đã biết",
      "Use the version of tongket that wrote it, or a newer one.",
      "Dùng phiên bản tongket đã ghi sổ này, hoặc phiên bản mới hơn.",
    ),
  ],
  [
    "a position and its hash, as POSITION:HASH",
    expectation(
      "một vị trí với mã băm của nó, viết VỊ_TRÍ:MÃ_BĂM",
      "Copy both from an earlier `tongket verify`.",
      "Chép cả hai từ lần `tongket verify` trước.",
    ),
  ],
  [
    "a subject as person:ID or branch:ID",
    expectation(
      "một đối tượng, viết person:MÃ hoặc branch:MÃ",
      "Write person:ID for a member (not member:ID), or branch:ID for an organisation.",
      "Viết person:MÃ cho đảng viên (không viết member:MÃ), hoặc branch:MÃ cho tổ chức.",
    ),
  ],
  [
    "a fact as NAME=VALUE",
    expectation(
      "một dữ kiện, viết TÊN=GIÁ_TRỊ",
      "Write the name and the value, such as score=90.5.",
      "Viết tên và giá trị, ví dụ score=90,5.",
    ),
  ],
  [
    "a whole number from 0 on",
    expectation("một số nguyên từ 0 trở lên", "Write it as 3.", "Viết như 3."),
  ],
  [
    "points: a whole number, a decimal or a fraction",
    expectation(
      "điểm: một số nguyên, một số thập phân hoặc một phân số",
      "Write it as 90.5 or 181/2.",
      "Viết như 90,5 hoặc 181/2.",
    ),
  ],
  ["yes or no", expectation("có hoặc không", "Write yes or no.", "Viết có hoặc không.")],
  [
    "a size from 5 to 72 points, to a tenth",
    expectation(
      "một cỡ chữ từ 5 đến 72 pt, lẻ đến phần mười",
      "Write the size in points, such as 14.",
      "Viết cỡ chữ tính bằng point, ví dụ 14.",
    ),
  ],
  [
    "0 to 300 millimetres, to a tenth",
    expectation(
      "một độ dài từ 0 đến 300 milimét, lẻ đến phần mười",
      "Write it in millimetres, such as 30.",
      "Viết bằng milimét, ví dụ 30.",
    ),
  ],
  [
    "50 to 1,200 millimetres, to a tenth",
    expectation(
      "một độ dài từ 50 đến 1.200 milimét, lẻ đến phần mười",
      "Write it in millimetres, such as 210.",
      "Viết bằng milimét, ví dụ 210.",
    ),
  ],
  [
    "a date as YYYY-MM-DD, or what is known of it: YYYY-MM or YYYY",
    expectation(
      "một ngày viết YYYY-MM-DD, hoặc phần đã biết: YYYY-MM hoặc YYYY",
      "Write a day that the calendar has, such as 2013-01-23, or only 2013-01 or 2013.",
      "Viết một ngày có trong lịch, ví dụ 2013-01-23, hoặc chỉ 2013-01 hay 2013.",
    ),
  ],
]);
