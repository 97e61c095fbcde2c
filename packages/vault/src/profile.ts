/** The profile cannot be sealed. `message` names the field and never quotes its value. */
export interface ProfileRefused {
  readonly outcome: "ProfileRefused";
  readonly rule: "FlatRecord" | "StringsOnly" | "NoLoneSurrogates" | "UnicodeNfc";
  readonly message: string;
}

/** What is sealed of a person: names of fields and their texts, in NFC, e.g. `{name: "…"}`. */
export type Profile = Readonly<Record<string, string>>;

/**
 * The one text of a profile (canonical JSON, RFC 8785), or why it cannot be sealed.
 * Takes anything, because a profile comes from a file or a form.
 */
export const profileText = (profile: unknown): string | ProfileRefused => {
  if (!isRecord(profile)) {
    return refused("FlatRecord", "a profile must be a flat record", "give an object of texts");
  }
  const fields = Object.entries(profile);
  for (const [field, value] of fields) {
    const fault = faultOf(field, value);
    if (fault) return fault;
  }
  // NOTE: joined by hand, since an object would put fields named like numbers first.
  const members = (fields as [string, string][])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([field, value]) => `${JSON.stringify(field)}:${JSON.stringify(value)}`);
  return `{${members.join(",")}}`;
};

/** The profile whose one text this is, or undefined. White space after the text is padding. */
export const readProfile = (text: string): Profile | undefined => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return profileText(value) === text.trimEnd() ? (value as Profile) : undefined;
};

const isRecord = (value: unknown): value is Record<string, unknown> => {
  if (typeof value !== "object" || value === null) return false;
  // An array, a Map or a Date would lose its content without a word.
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

const faultOf = (field: string, value: unknown): ProfileRefused | undefined => {
  const name = JSON.stringify(field);
  if (typeof value !== "string") {
    const kind = value === null ? "null" : typeof value;
    return refused("StringsOnly", `field ${name} is of type ${kind}`, "write it as a text");
  }
  if (!field.isWellFormed() || !value.isWellFormed()) {
    const remedy = "repair the text at its source";
    return refused("NoLoneSurrogates", `field ${name} holds half of a surrogate pair`, remedy);
  }
  if (field !== field.normalize("NFC") || value !== value.normalize("NFC")) {
    const remedy = 'call .normalize("NFC") on it';
    return refused("UnicodeNfc", `field ${name} is not in Unicode NFC`, remedy);
  }
  return undefined;
};

const refused = (rule: ProfileRefused["rule"], fault: string, remedy: string): ProfileRefused => ({
  outcome: "ProfileRefused",
  rule,
  message: `${fault}; ${remedy}`,
});
