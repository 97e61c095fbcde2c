/** Figures on lines of tables, by their names; some rest on the events of all years before. */
export const tableLines = [
  "members.opening",
  "members.closing",
  "members.sent",
  "members.left",
  "members.inTransit",
  "membersAdmitted/own",
  "cells/own",
  "cellsVacant",
] as const;
