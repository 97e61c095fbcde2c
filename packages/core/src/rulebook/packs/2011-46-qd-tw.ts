import type { DisciplinePack } from "../discipline-pack.ts";

/** NOTE: it stands for later instruments too, none of which was found, until that of 2025. */
const assumed = {
  source: { instrument: "Quy định 46-QĐ/TW", issuedOn: "2011-11-01" },
  verification: "unverified",
} as const;

const twoThirds = { op: ">=", share: { num: 2, den: 3 }, of: "summoned" } as const;
const moreThanHalf = { op: ">", share: { num: 1, den: 2 }, of: "summoned" } as const;

/** The votes of discipline from 2011 on. Each value is assumed, none was found. */
const data = {
  pack: "2011-46-qd-tw",
  regime: "vn-party",
  matter: "discipline",
  title: "Thi hành kỷ luật tổ chức đảng và đảng viên",
  inForceFrom: "2011-11-01",
  parameters: {
    disciplineVote: { ...assumed, value: moreThanHalf },
    disciplineCommitteeVote: { ...assumed, value: moreThanHalf },
    votesByForm: {
      ...assumed,
      value: [
        { form: "expelled", vote: twoThirds, committeeVote: moreThanHalf },
        { form: "removed", vote: twoThirds, committeeVote: moreThanHalf },
      ],
    },
    dissolutionCommitteeVote: { ...assumed, value: moreThanHalf },
  },
} as const satisfies typeof DisciplinePack.Encoded;

export const pack = data as unknown as DisciplinePack;
