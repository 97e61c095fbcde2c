/** A row's name on one line or two, broken between words; what is too long for two is cut. */
export const rowLines = (name: string, lettersMax: number): readonly string[] => {
  const [first, rest] = broken(name, lettersMax);
  if (rest === "") return [first];
  const [second, more] = broken(rest, lettersMax);
  return [first, more === "" ? second : `${second.slice(0, lettersMax - 1)}…`];
};

/** As many whole words as there is room for, at least a part of one, and what is left. */
const broken = (text: string, lettersMax: number): readonly [string, string] => {
  if (text.length <= lettersMax) return [text, ""];
  const space = text.lastIndexOf(" ", lettersMax);
  const at = space > 0 ? space : lettersMax;
  return [text.slice(0, at), text.slice(at).trimStart()];
};
