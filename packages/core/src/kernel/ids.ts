import * as Schema from "effect/Schema";

const idText = Schema.String.check(
  Schema.isPattern(/^[A-Za-z0-9._:/-]{1,96}$/, {
    expected: "an id: 1 to 96 of the characters A-Z a-z 0-9 . _ : / -",
  }),
);

/** An organisation in the tree (tổ chức đảng). */
export const BranchId = idText.pipe(Schema.brand("BranchId"));
export type BranchId = typeof BranchId.Type;

/** A member, a prospect or an officer: an opaque id, never a name. */
export const PersonId = idText.pipe(Schema.brand("PersonId"));
export type PersonId = typeof PersonId.Type;

/** Any other thing with an identity of its own: a directive, a meeting, an award, a pack. */
export const Id = idText.pipe(Schema.brand("Id"));
export type Id = typeof Id.Type;

/** A word of a vocabulary that a rule pack defines: a kind, an office, a level, a form. */
export const Term = idText.pipe(Schema.brand("Term"));
export type Term = typeof Term.Type;

/** A subject of an event, `prefix:key`: the unit by which a ledger is queried. */
export const Tag = Schema.String.check(
  Schema.isPattern(/^[A-Za-z0-9._:/-]{1,128}$/, {
    expected: "a tag: 1 to 128 of the characters A-Z a-z 0-9 . _ : / -",
  }),
).pipe(Schema.brand("Tag"));
export type Tag = typeof Tag.Type;

/** Joins a prefix and a key that are already valid, so the tag needs no second check. */
export const tag = (prefix: string, key: string): Tag => `${prefix}:${key}` as Tag;

/** The part of a tag before its first colon: it says which laws hold for the subject. */
export const tagPrefix = (subject: string): string => {
  const colon = subject.indexOf(":");
  return colon < 0 ? subject : subject.slice(0, colon);
};

/** The part of a tag after its first colon: the whole tag where it has none. */
export const tagKey = (subject: string): string => subject.slice(subject.indexOf(":") + 1);
