import type { CalendarPack } from "../calendar-pack.ts";

/** From memory: the days by law, those off in their stead, and the exchanged ones known. */
const assumed = {
  source: { instrument: "Bộ luật Lao động: ngày nghỉ lễ, tết, và các thông báo hoán đổi" },
  verification: "unverified",
} as const;

/** The working days of 2025 and 2026. */
const data = {
  pack: "2025-vn-calendar",
  regime: "vn-party",
  matter: "calendar",
  title: "Ngày làm việc năm 2025 và 2026",
  inForceFrom: "2025-01-01",
  inForceTo: "2026-12-31",
  parameters: {
    restDays: { ...assumed, value: [6, 7] },
    holidays: {
      ...assumed,
      value: [
        "2025-01-01",
        "2025-01-27",
        "2025-01-28",
        "2025-01-29",
        "2025-01-30",
        "2025-01-31",
        "2025-04-07",
        "2025-04-30",
        "2025-05-01",
        "2025-05-02",
        "2025-09-01",
        "2025-09-02",
        "2026-01-01",
        "2026-01-02",
        "2026-02-16",
        "2026-02-17",
        "2026-02-18",
        "2026-02-19",
        "2026-02-20",
        "2026-04-26",
        "2026-04-27",
        "2026-04-30",
        "2026-05-01",
        "2026-08-31",
        "2026-09-01",
        "2026-09-02",
      ],
    },
    workedRestDays: { ...assumed, value: ["2025-04-26", "2026-01-10", "2026-08-22"] },
  },
} as const satisfies typeof CalendarPack.Encoded;

export const pack = data as unknown as CalendarPack;
