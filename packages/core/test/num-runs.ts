/** How often a property is tried; fewer where the tests are run again and again, as for mutants. */
export const numRuns = Number(process.env["TONGKET_RUNS"] ?? 1000);
