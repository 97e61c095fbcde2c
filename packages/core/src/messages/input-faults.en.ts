import { joined, type Message } from "./message.ts";

/** What can be wrong with a call or with an input, in English. */
export const inputFaultsEn = {
  // The call
  UnknownCommand: {
    says: [
      "There is no command {found:found}; {nearest} is near.",
      "There is no command {found:found}.",
    ],
    remedy: "Run `tongket --help` for the commands there are.",
  },
  CommandMissing: {
    says: "No command was given.",
    remedy: "Run `tongket --help` for the commands there are.",
  },
  UnknownOption: {
    says: "The command {command} has no option {found:found}.",
    remedy: "Run `tongket {command} --help` for its options.",
  },
  ArgumentMissing: {
    says: "The command {command} lacks its argument {argument}.",
    remedy: "Give {argument}; `tongket {command} --help` tells what it is.",
  },
  ArgumentsTooMany: {
    says: "The command {command} takes no argument {found:found}.",
    remedy: "Leave it out, or put a text with spaces in quotes.",
  },
  OptionMissing: {
    says: "The command {command} needs the option {option:whole}.",
    remedy: "Add {option:whole}.",
  },
  OptionValueMissing: {
    says: "The option {option:whole} has no value.",
    remedy: "Write the value behind the option.",
  },
  OptionIllTyped: {
    says: "The option {option} takes {expected:whole}; received {found:found}.",
    remedy: "{toDo:whole}",
  },
  ArgumentIllTyped: {
    says: "The argument {argument} takes {expected:whole}; received {found:found}.",
    remedy: "{toDo:whole}",
  },
  RegimeNotShipped: {
    says: "No rule pack of the regime {regime:found} is shipped, only of {regimes}.",
    remedy: "Register packs of it with RegisterRulePack first: without them commands are refused.",
  },
  OptionsClash: {
    says: "The options {options} do not go together.",
    remedy: "Give one of them.",
  },
  NowForRealLedger: {
    says: "The ledger {ledger} is a real one: its clock is that of this machine.",
    remedy: "Leave --now out; only a ledger made with `init --simulated` takes it.",
  },
  NowMissing: {
    says: "The ledger {ledger} is simulated, and its clock was not told.",
    remedy: "Give --now INSTANT, such as 2013-01-23T08:00:00.000Z.",
  },
  NowNeedsSimulated: {
    says: "--now tells the clock of a simulated ledger only.",
    remedy: "Add --simulated, or leave --now out.",
  },
  LedgerNameUnclear: {
    says: "The name {ledger:found} does not tell what kind of ledger it is.",
    remedy:
      "Give a path that ends in .jsonl, .db or .sqlite, or a URL postgres://…/…?ledger=ID or " +
      "nats://…?ledger=ID.",
  },
  StoreNotShipped: {
    says: "This version keeps ledgers in files, in PostgreSQL and in NATS, not in {ledger:found}.",
    remedy:
      "Give a path that ends in .jsonl, .db or .sqlite, or a URL postgres://…/…?ledger=ID or " +
      "nats://…?ledger=ID.",
  },
  LedgerIdMissing: {
    says: "The URL {ledger:found} does not name one ledger of that place.",
    remedy: "Name it once, as ?ledger=ID at the end.",
  },
  LedgerIdOther: {
    says: "--id names the ledger {id:found}, and the URL {ledger:found}.",
    remedy: "Leave --id out: the URL tells it.",
  },
  LedgersDiffer: {
    says: "This is the ledger {to:found}, and no copy of {from:found}.",
    remedy:
      "A copy keeps the id: name the same one, as ?ledger={from:whole}, or give another place.",
  },
  HeadersDiffer: {
    says: "This ledger has another header than the one to copy, under the same id.",
    remedy: "Give the copy a place of its own, or give one of the ledgers another id.",
  },
  CopyDiverged: {
    says: "From position {position} on this is not what stands in the ledger to copy.",
    remedy: "Find out which of them is right; copy that one to a new place.",
  },
  CopyAhead: {
    says: "This ledger ends at position {position}, and the one to copy at {head} already.",
    remedy: "Copy the other way round.",
  },
  KeyDiffers: {
    says: "The vault holds another key of {person}, and it was left as it is.",
    remedy: "Move that key away if nothing needs it, and copy again.",
  },
  SubjectUnclear: {
    says: "{subject:found} names no subject, address or position of this ledger.",
    remedy:
      "Write it as branch:ID, person:ID, an address such as 412.0, or a position such as 412.",
  },
  SubjectAmbiguous: {
    says: "{subject:found} may be {tags}.",
    remedy: "Write it with its prefix.",
  },
  NothingKnown: {
    says: [
      "This ledger knows nothing of {subject:found} as of {asOf:date}.",
      "This ledger knows nothing of {subject:found}, as far as was asked.",
    ],
    remedy: "Check the id; `tongket log LEDGER` lists what is recorded.",
  },
  MemberIsPerson: {
    says: "{subject:found} is not how people are named here, members or not.",
    remedy: "Write it as {person:whole}.",
  },
  BranchNotThere: {
    says: [
      "There is no branch {branch} in this ledger in {year}, as far as was asked.",
      "There is no branch {branch} in this ledger.",
    ],
    remedy: "Check the id; `tongket log LEDGER` lists what is recorded.",
  },
  FigureUnknown: {
    says: [
      "There is no figure {figure:found} in {year}; near are {nearest}.",
      "There is no figure {figure:found} in {year}.",
    ],
    remedy: "Name it as the report does, such as membersAdmitted@2012, or a target as target:ID.",
  },
  ProjectionUnusable: {
    says: "{file:whole} gives no projection ({why:whole}).",
    remedy: "Export by default a projection with name, version, reads, initial and apply.",
  },
  ProjectionReadsUnknown: {
    says: [
      "The projection reads {found:found}, which no event is; {nearest} is near.",
      "The projection reads {found:found}, which no event is.",
    ],
    remedy: "Use the types of event in docs/reference/events.md in `reads`.",
  },
  NodeLoadsNoSuchFile: {
    says: "Node {node} cannot load a file such as {file:found}.",
    remedy: "Use Node 22.18 or later for TypeScript, or give a module whose name ends in .mjs.",
  },
  NodeTooOld: {
    says: "This is Node {node}; tongket needs {least} or later.",
    remedy: "Install a newer Node.",
  },
  // Files
  FileMissing: {
    says: "There is no file {file}.",
    remedy: "Check the path.",
  },
  FileIsDirectory: {
    says: "{file} is a directory, not a file.",
    remedy: "Name a file in it.",
  },
  FileNotRegular: {
    says: "{file} is no regular file, and a ledger is one.",
    remedy: "Name the file of a ledger.",
  },
  FileUnreadable: {
    says: "{file} cannot be read or written ({why}).",
    remedy: "Check its permissions and the disk.",
  },
  FolderMissing: {
    says: "There is no folder {folder:found}.",
    remedy: "Make it first, or check the path.",
  },
  OutputExists: {
    says: "There is a file {file:found} already, and it was left as it is.",
    remedy: "Give another name, or add --force to write over it.",
  },
  OutputIsLedger: {
    says: "{file:found} belongs to the ledger {ledger:found}, which is never written over.",
    remedy: "Give another name.",
  },
  NoCommands: {
    says: "There is no command in it.",
    remedy: "Write one command a line.",
  },
  NoPack: {
    says: "There is no rule pack in it.",
    remedy: "Write one rule pack as a JSON object.",
  },
  PackNotJson: {
    says: "Column {column}: this is not JSON: {found:found}.",
    remedy: "Write the pack as one JSON object, or a list of packs.",
  },
  NoDetails: {
    says: "There are no details of a document in it.",
    remedy: joined(
      "Write one JSON object with what is known of number, issuerCode, ",
      "place, date, issuer, superior, signature and recipients.",
    ),
  },
  DetailsNotJson: {
    says: "Column {column}: this is not JSON: {found:found}.",
    remedy: "Write the details of the document as one JSON object.",
  },
  HasBom: {
    says: "The file starts with a byte order mark.",
    remedy: "Save it as UTF-8 without a byte order mark.",
  },
  NotUtf8: {
    says: "Byte {byte} of the line ({found}) is not UTF-8.",
    remedy: "Save the file as UTF-8.",
  },
  LineTooLong: {
    says: "The line has more than {bytesMax:count} bytes; nothing behind it was read.",
    remedy: "Write one command a line, and split a long one.",
  },
  // One line
  NotJson: {
    says: "Column {column}: this is not JSON: {found:found}.",
    remedy: "Write the command as one JSON object on one line.",
  },
  CutOff: {
    says: "The line ends inside its JSON, behind {found:found}.",
    remedy: "Complete the line: the file may have been cut off.",
  },
  TooDeep: {
    says: "Column {column}: values are nested more than {depthMax} levels deep.",
    remedy: "No command needs such depth: check what wrote the file.",
  },
  DuplicateField: {
    says: "Column {column}: the object has the field {found:found} twice.",
    remedy: "Keep one of the two.",
  },
  NumberNotExact: {
    says: "Column {column}: the number {found} cannot be kept exactly.",
    remedy: "Use whole numbers up to 9,007,199,254,740,991, or write it as a text.",
  },
  LoneSurrogate: {
    says: "Column {column}: the text {found:found} holds half a character, a lone surrogate.",
    remedy: "Repair the text at its source.",
  },
  NotNfc: {
    says: "Column {column}: the text {found:found} is not in Unicode NFC.",
    remedy: "Convert the file to Unicode NFC, as by `uconv -x nfc`.",
  },
  NotAnObject: {
    says: "Expected a command, an object; received {found:found}.",
    remedy: "Write one object with the fields `command`, `actor` and `data`.",
  },
  FieldMissing: {
    says: "The field is missing; received nothing.",
    remedy: "Add the field.",
  },
  FieldUnknown: {
    says: "There is no such field here.",
    remedy: "Leave it out, or check the spelling of its name.",
  },
  IllTyped: {
    says: "Expected {expected:whole}; received {found:found}.",
    remedy: "{toDo:whole}",
  },
  NoSuchCommand: {
    says: [
      "There is no command {found:found}; {nearest} is near.",
      "There is no command {found:found}.",
    ],
    remedy:
      "Use the name of a command, such as AdmitMember; docs/reference/commands.md lists them.",
  },
  RecordedAtForReal: {
    says: "Only a simulated ledger is told its clock; received {found:found}.",
    remedy: "Leave `recordedAt` out: the ledger takes the time from this machine.",
  },
  RecordedAndReversed: {
    says: "{count|One line was|Some lines were} recorded before and reversed since: {lines}.",
    remedy: "Leave it so; to record such a fact once more, give its line an id of its own.",
  },
  ProfileTooLong: {
    says: "The profile has {bytes:count} bytes; sealed, it has {bytesMax:count} at most.",
    remedy: "Keep in it what names the person, and nothing more.",
  },
  ProfileSealedTwice: {
    says: "The data hold both a profile and a sealed text.",
    remedy: "Give `profile` to have it sealed here, or `sealed` as another vault sealed it.",
  },
  ActorsDiffer: {
    says: "One commit has one actor, {actor}; received {found:found}.",
    remedy: "Use one actor, or record without --atomic.",
  },
  // Records of a ledger
  ReversalDiffers: {
    says: "The reversal {address} does not carry the event {target} as it was recorded.",
    remedy: "Do not trust this ledger; compare it with another copy.",
  },
  ReversalOfNothing: {
    says: "The reversal {address} names {target}, and no event stands there that may be reversed.",
    remedy: "Do not trust this ledger; compare it with another copy.",
  },
  RegimeWithoutPack: {
    says: "The ledger names the regime {regime:found}, and no pack of it is shipped or registered.",
    remedy:
      "Register its packs with RegisterRulePack; if it had some, compare the ledger with a copy.",
  },
  RecordedAhead: {
    says: "The record was made at {found}, more than a day ahead of the clock, which says {now}.",
    remedy: "Set the clock of this machine, or find out which machine's clock was ahead.",
  },
  ReversedTwice: {
    says: "The reversal {address} reverses {target}, which was reversed before.",
    remedy: "Do not trust this ledger; compare it with another copy.",
  },
  PlaceNotFreed: {
    says: "The event {address} stands in place of {inPlaceOf}, which was not reversed for it.",
    remedy: "Do not trust this ledger; compare it with another copy.",
  },
  // People
  KeyDamaged: {
    says: "The key of {person} is damaged ({why:whole}).",
    remedy: "Restore it from a backup of the vault.",
  },
  // Many ledgers
  NoLedgerThere: {
    says: "There is no ledger in {place:whole} to add up.",
    remedy: "Name a folder that holds ledger files, or a database that holds ledgers.",
  },
  LedgerGivenTwice: {
    says: "The ledger {ledger} was given before: {before:whole}.",
    remedy: "Give each ledger once: two copies of one would be counted twice.",
  },
  SuperiorNotNamed: {
    says: "{branch:whole} names no branch of {tree} that it stands under.",
    remedy: "Record NameSuperior in its ledger, effective by the end of the year.",
  },
  SuperiorElsewhere: {
    says: "{branch:whole} stands under {superior:whole}, which is not of the ledger {tree}.",
    remedy: "Correct NameSuperior in its ledger, or add it up under the tree that it names.",
  },
  SuperiorUnknown: {
    says: "{branch:whole} stands under {superior:whole}, which was not there.",
    remedy: "Record that branch in {tree}, or correct NameSuperior in the other ledger.",
  },
  BranchInRing: {
    says: "{branch:whole} stands in a ring, below no branch at the top of its ledger.",
    remedy: "Do not trust this ledger; compare it with another copy.",
  },
  // Ends
  Interrupted: {
    says: "Stopped by {signal}.",
    remedy: "Run the same command again: nothing is recorded twice.",
  },
  ProgramFault: {
    says: "This is a fault of the program, not yours: {what}.",
    remedy: joined(
      "Check the ledger with `tongket verify LEDGER --deep`; if it is sound, report this line, ",
      "the version ({version}) and the command you gave.",
    ),
  },
  // What if
  RatingSubjectNotThere: {
    says: "At the end of {year} this ledger has no such member or organisation: {subject:found}.",
    remedy: "Check the id; `tongket log LEDGER` lists what was recorded.",
  },
  NoRatingPackOn: {
    says: "No rating pack is in force on {on:date}, so nothing can be judged.",
    remedy: "Name a pack with --pack; `tongket rules LEDGER` lists them.",
  },
  RatingPackUnknown: {
    says: [
      "There is no rating pack {pack:found}; near are {nearest}.",
      "There is no rating pack {pack:found}.",
    ],
    remedy: "Name one of {known}, or a file that ends in .json.",
  },
  LevelUnknown: {
    says: "The pack {pack} has no level {level:found} for this subject.",
    remedy: "Name one of {known}.",
  },
  FactUnknown: {
    says: [
      "The pack {pack} knows no fact {fact:found} of this subject; near are {nearest}.",
      "The pack {pack} knows no fact {fact:found} of this subject.",
    ],
    remedy: "Name one of {known}.",
  },
  FactIllTyped: {
    says: "The fact {fact} takes {expected:whole}; found is {found:found}.",
    remedy: "{toDo:whole}",
  },
  FactGivenTwice: {
    says: "The fact {fact} is supposed twice.",
    remedy: "Give --fact once for each fact.",
  },
  NoRatingPackInFile: {
    says: "The pack {pack} says nothing of ratings.",
    remedy: "Name the file of a pack whose matter is rating.",
  },
  OutputMissing: {
    says: "A report in the format {format} is no text that a terminal could show.",
    remedy: "Say where it goes: `-o FILE.{format}`.",
  },
  ReportFormatUnknown: {
    says: "The file {file:found} has no ending of a format that reports are written in.",
    remedy: "Give a report whose name ends in one of {formats}.",
  },
  ReportSaysNothing: {
    says: "The file {file:found} does not say which report it is.",
    remedy: "Give a report that `tongket report` wrote, as it was written.",
  },
  ReportOfOther: {
    says: joined(
      "The report {file:found} was computed from the ledger {ledger:found} ",
      "at position {position}, hash {hash}, which does not stand in this ledger.",
    ),
    remedy: "Give the ledger that it was made from; `tongket verify` tells whether that is whole.",
  },
  FigureDiffers: {
    says: [
      "By the ledger {figure} of {branch} is {expected:found}; the report says {found:found}.",
      "By the ledger {figure} is {expected:found}; the report says {found:found}.",
    ],
    remedy: "Make the report anew, or ask who changed it; `tongket explain` tells of the figure.",
  },
  WordsDiffer: {
    says: "By the ledger it reads {expected:found}; the report says {found:found}.",
    remedy: "Make the report anew, or ask who changed it.",
  },
} as const satisfies { readonly [name: string]: Message };
