/** How much happens in a year. Shares are of members or of branches; all may be 0. */
export interface Density {
  /** Routine meetings of each cell. */
  readonly meetingsPerCell: number;
  readonly directives: number;
  /** Of each directive, the share of cells that study it with cadres and masses too. */
  readonly widelyStudied: number;
  readonly inspectionsPerBranch: number;
  readonly admissionsPerMember: number;
  readonly transfersPerMember: number;
  /** Departed, left or expelled. */
  readonly departuresPerMember: number;
  /** Exempted, suspended or disciplined. */
  readonly standingChangesPerMember: number;
  /** Prospects who finish the awareness course. */
  readonly trainedPerMember: number;
  /** Branches established, moved, dissolved, of another kind or name, or disciplined. */
  readonly changesPerBranch: number;
  /** Officers who are replaced, some after a time of vacancy. */
  readonly officersReplaced: number;
  /** Members and branches whose year is rated. */
  readonly rated: number;
  /** Of those rated, the share with a self-rating, a criterion and a proposal on record. */
  readonly ratedInSteps: number;
  /** Facts recorded days after they took effect. */
  readonly late: number;
  /**
   * Meetings told wrongly, reversed and told anew. The reversals name addresses, so with any of
   * them each line has to be recorded as one commit, from position 1 on.
   */
  readonly corrected: number;
  /** Members with a sealed profile, a few of them erased. The seals are made up. */
  readonly profiled: number;
}

export const usualDensity: Density = {
  meetingsPerCell: 12,
  directives: 2,
  widelyStudied: 0.3,
  inspectionsPerBranch: 0.6,
  admissionsPerMember: 0.04,
  transfersPerMember: 0.03,
  departuresPerMember: 0.015,
  standingChangesPerMember: 0.015,
  trainedPerMember: 0.05,
  changesPerBranch: 0.05,
  officersReplaced: 0.1,
  rated: 1,
  ratedInSteps: 0.5,
  late: 0.05,
  corrected: 0,
  profiled: 0,
};

/** A committee to be made up: how large, from which year on and for how many. */
export interface MinistryOptions {
  readonly seed: number;
  /** Branches carried in at the opening; at least 5, so that every kind of place is there. */
  readonly branches: number;
  /** Members carried in at the opening. */
  readonly members: number;
  /** Years from 1 January on, each closed by its review in January of the next. */
  readonly years: number;
  /** 2012 by default. */
  readonly firstYear?: number;
  readonly density?: Partial<Density>;
}

/** A line of a command file, and the time at which it is recorded where the clock is told. */
export interface CommandLine {
  readonly command: string;
  readonly effectiveOn: string;
  readonly actor: string;
  readonly data: object;
  /** Never before the line above. Take it off before decoding. */
  readonly recordedAt: string;
}
