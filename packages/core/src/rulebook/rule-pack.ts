import * as Schema from "effect/Schema";
import { AwardPack } from "./award-pack.ts";
import { CalendarPack } from "./calendar-pack.ts";
import { DisciplinePack } from "./discipline-pack.ts";
import { DocumentPack } from "./document-pack.ts";
import { MembershipPack } from "./membership-pack.ts";
import { RatingPack } from "./rating-pack.ts";
import { StructurePack } from "./structure-pack.ts";

/** One instrument's rules for a span of time; immutable, named in each event it judged. */
export const RulePack = Schema.Union([
  StructurePack,
  RatingPack,
  MembershipPack,
  DisciplinePack,
  AwardPack,
  CalendarPack,
  DocumentPack,
]);
export type RulePack = typeof RulePack.Type;
export type Matter = RulePack["matter"];
