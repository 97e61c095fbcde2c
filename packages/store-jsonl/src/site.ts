/** So many events of a commit are told apart; the last of them stands for all behind it, too. */
const eventsApart = 8;

/** How many sites a number of commits has. */
export const sitesOf = (commits: number): number => commits * eventsApart;

/** Where a word stands: an event of a commit, as one number. They are in the order of a ledger. */
export const siteOf = (position: number, event: number): number =>
  sitesOf(position) + Math.min(event, eventsApart - 1);

/** The positions of sites in order, each once. */
export const positionsOf = (sites: readonly number[]): readonly number[] => {
  const positions: number[] = [];
  for (const site of sites) {
    const position = Math.floor(site / eventsApart);
    if (positions.at(-1) !== position) positions.push(position);
  }
  return positions;
};
