/**
 * A site is where a word stands: a commit and which of its events, as one number, in the order of
 * the ledger. There are eight to a commit, so that those of 8,192 have room in sixteen bits.
 */
export const sitesPerCommit = 8;

/** NOTE: from its eighth on, the events of a commit share a site. */
export const siteOf = (position: number, event: number): number =>
  position * sitesPerCommit + Math.min(event, sitesPerCommit - 1);

/** The positions of sites in order, each once. */
export const positionsOf = (sites: readonly number[]): readonly number[] => {
  const positions: number[] = [];
  for (const site of sites) {
    const position = Math.floor(site / sitesPerCommit);
    if (positions.at(-1) !== position) positions.push(position);
  }
  return positions;
};
