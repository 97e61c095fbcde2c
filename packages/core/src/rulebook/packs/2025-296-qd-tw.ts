import type { DisciplinePack } from "../discipline-pack.ts";

const source = { instrument: "Quy định 296-QĐ/TW", issuedOn: "2025-05-30" } as const;
const primary = { source, verification: "primary-read" } as const;
const assumed = { source, verification: "unverified" } as const;

const twoThirds = { op: ">=", share: { num: 2, den: 3 }, of: "summoned" } as const;
const moreThanHalf = { op: ">", share: { num: 1, den: 2 }, of: "summoned" } as const;

/** The votes of discipline from 2025 on. */
const data = {
  pack: "2025-296-qd-tw",
  regime: "vn-party",
  matter: "discipline",
  title: "Thi hành kỷ luật tổ chức đảng và đảng viên",
  inForceFrom: "2025-05-30",
  parameters: {
    disciplineVote: { ...primary, value: moreThanHalf },
    disciplineCommitteeVote: { ...primary, value: moreThanHalf },
    votesByForm: {
      ...primary,
      value: [
        { form: "expelled", vote: twoThirds, committeeVote: moreThanHalf },
        { form: "removed", vote: twoThirds, committeeVote: moreThanHalf },
      ],
    },
    dissolutionCommitteeVote: { ...assumed, value: moreThanHalf },
  },
} as const satisfies typeof DisciplinePack.Encoded;

export const pack = data as unknown as DisciplinePack;
