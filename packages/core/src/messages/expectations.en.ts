/** What to do where an expectation of the schemas was not met, by their own words for it. */
export const expectationsEn = {
  string: "Write a value of that kind.",
  number: "Write a value of that kind.",
  boolean: "Write a value of that kind.",
  true: "Write a value of that kind.",
  object: "Write a value of that kind.",
  array: "Write a value of that kind.",
  "an integer": "Write a value of that kind.",
  "JSON value": "Write a value of that kind.",
  "an id: 1 to 96 of the characters A-Z a-z 0-9 . _ : / -":
    "Write an id, such as chi-bo-1: these characters only, no spaces and no name of a person.",
  "a tag: 1 to 128 of the characters A-Z a-z 0-9 . _ : / -": "Use these characters only.",
  "a calendar date from 1900 to 2999 as YYYY-MM-DD":
    "Write a day that the calendar has, such as 2013-01-23.",
  "an instant as YYYY-MM-DDTHH:MM:SS.mmmZ":
    "Write it in UTC to the millisecond, such as 2013-01-23T08:00:00.000Z.",
  "names, or cells<N with N from 2 to 999, or both with a comma between them":
    "Write such as 'names,cells<3', in quotes.",
  "a day, or an instant in UTC as YYYY-MM-DDTHH:MM:SSZ":
    "Write 2013-01-23, or 2013-01-23T08:00:00Z; from an offset such as +07:00 convert to UTC.",
  "a year from 1900 to 2999": "Write the year as a number, such as 2012.",
  "years from 1900 to 2999 as FROM..TO, the earlier first, at most 100 of them":
    "Write both years with two dots between them, such as 2010..2013.",
  "a number of threads from 1 to 16": "Write it as a whole number, such as 2.",
  "a count from 0 to 1,000,000,000": "Write how many there are, as a whole number.",
  "a text of 1 to 500 characters": "Write something, and shorten it where it is longer.",
  "a text of 1 to 20,000 characters": "Write something, and shorten it where it is longer.",
  "text in Unicode NFC": "Convert the file to Unicode NFC, as by `uconv -x nfc`.",
  "text without lone surrogates": "Repair the text at its source.",
  "text that is not blank": "Write something.",
  "text on one line, without control characters":
    "Leave out line breaks, tabs and what else does not print.",
  "text without control characters but line feed and tab":
    "Break lines by \\n alone, and leave out what does not print.",
  "text without characters that turn its direction":
    "Leave out U+202A to U+202E and U+2066 to U+2069.",
  "an event's address as POSITION.INDEX": "Look it up with `tongket log`, such as 412.0.",
  "the name of a command":
    "Use the name of a command, such as AdmitMember; docs/reference/commands.md lists them.",
  "an event type": "Use the name of a type of event, such as MemberAdmitted.",
  "a sealed text": "Give `profile` instead to have it sealed here.",
  "a SHA-256 as 64 hexadecimal digits": "Copy the hash whole, in small letters.",
  "a record whose hash is true of its text": "Compare with another copy of this ledger.",
  "canonical JSON (RFC 8785)": "Compare with another copy of this ledger.",
  "a known event type": "Use the version of tongket that wrote it, or a newer one.",
  "a position and its hash, as POSITION:HASH": "Copy both from an earlier `tongket verify`.",
  "a subject as person:ID or branch:ID":
    "Write person:ID for a member (not member:ID), or branch:ID for an organisation.",
  "a fact as NAME=VALUE": "Write the name and the value, such as score=90.5.",
  "a whole number from 0 on": "Write it as 3.",
  "points: a whole number, a decimal or a fraction": "Write it as 90.5 or 181/2.",
  "yes or no": "Write yes or no.",
  "a size from 5 to 72 points, to a tenth": "Write the size in points, such as 14.",
  "0 to 300 millimetres, to a tenth": "Write it in millimetres, such as 30.",
  "50 to 1,200 millimetres, to a tenth": "Write it in millimetres, such as 210.",
  "a date as YYYY-MM-DD, or what is known of it: YYYY-MM or YYYY":
    "Write a day that the calendar has, such as 2013-01-23, or only 2013-01 or 2013.",
} as const;

/** Something that a schema expects, in its own words, which are English. */
export type Expected = keyof typeof expectationsEn;
