import type { Line } from "@tongket/testing";

/** Lines that put branches into the tree on a day, each with its id for a name. */
export const branchLine =
  (command: "CarryInBranch" | "EstablishBranch", on: string) =>
  (branch: string, kind: string, parent?: string, day = on): Line => [
    command,
    day,
    { branch, kind, name: branch, ...(parent === undefined ? {} : { parent }) },
  ];
