import { type Amounts, ManyAmounts, Subjects } from "./many-amounts.ts";

/**
 * How many subjects come to more than nothing over all of these accounts. What accounts of many
 * hold is added up by the places of their subjects, where a Map of names would take more room.
 */
export const subjectsCounted = (accounts: readonly Amounts[]): number => {
  const many = accounts.find((one) => one instanceof ManyAmounts);
  const subjects = many?.subjects ?? new Subjects();
  const sums = new Float64Array(subjects.names.length);
  const others = new Map<string, number>();
  for (const amounts of accounts) {
    if (amounts instanceof ManyAmounts && amounts.subjects === subjects) {
      amounts.addTo(sums);
      continue;
    }
    for (const [subject, amount] of amounts) {
      const place = subjects.placeOf(subject);
      if (place === undefined) others.set(subject, (others.get(subject) ?? 0) + amount);
      else sums[place] = (sums[place] as number) + amount;
    }
  }
  return positive(sums) + positive(others.values());
};

const positive = (sums: Iterable<number>): number => {
  let count = 0;
  for (const sum of sums) if (sum > 0) count += 1;
  return count;
};
