import type { CalendarPack } from "../calendar-pack.ts";

/** From memory: the days by law and those off in their stead; exchanged days may be missing. */
const assumed = {
  source: { instrument: "Bộ luật Lao động: ngày nghỉ lễ, tết" },
  verification: "unverified",
} as const;

/** The working days of the years of the seed, 2012 and 2013. */
const data = {
  pack: "2012-vn-calendar",
  regime: "vn-party",
  matter: "calendar",
  title: "Ngày làm việc năm 2012 và 2013",
  inForceFrom: "2012-01-01",
  inForceTo: "2013-12-31",
  parameters: {
    restDays: { ...assumed, value: [6, 7] },
    holidays: {
      ...assumed,
      value: [
        "2012-01-01",
        "2012-01-02",
        "2012-01-22",
        "2012-01-23",
        "2012-01-24",
        "2012-01-25",
        "2012-01-26",
        "2012-03-31",
        "2012-04-02",
        "2012-04-30",
        "2012-05-01",
        "2012-09-02",
        "2012-09-03",
        "2013-01-01",
        "2013-02-09",
        "2013-02-10",
        "2013-02-11",
        "2013-02-12",
        "2013-02-13",
        "2013-02-14",
        "2013-04-19",
        "2013-04-30",
        "2013-05-01",
        "2013-09-02",
      ],
    },
  },
} as const satisfies typeof CalendarPack.Encoded;

export const pack = data as unknown as CalendarPack;
