import type { RulePack } from "../rule-pack.ts";
import { pack as document2004 } from "./2004-11-hd-vptw.ts";
import { pack as rating2008 } from "./2008-20-hd-btctw.ts";
import { pack as rating2011 } from "./2011-07-hd-btctw.ts";
import { pack as membership2011 } from "./2011-45-qd-tw.ts";
import { pack as discipline2011 } from "./2011-46-qd-tw.ts";
import { pack as award2011 } from "./2011-seed-awards.ts";
import { pack as calendar2012 } from "./2012-vn-calendar.ts";
import { pack as rating2014 } from "./2014-27-hd-btctw.ts";
import { pack as rating2018 } from "./2018-16-hd-btctw.ts";
import { pack as document2018 } from "./2018-36-hd-vptw.ts";
import { pack as rating2019 } from "./2019-21-hd-btctw.ts";
import { pack as rating2023 } from "./2023-124-qd-tw.ts";
import { pack as membership2025 } from "./2025-294-qd-tw.ts";
import { pack as award2025 } from "./2025-294-qd-tw-awards.ts";
import { pack as discipline2025 } from "./2025-296-qd-tw.ts";
import { pack as rating2025 } from "./2025-366-qd-tw.ts";
import { pack as calendar2025 } from "./2025-vn-calendar.ts";
import { pack as document2026 } from "./2026-05-hd-vptw.ts";
import { pack as structure2011 } from "./vn-party-structure-2011.ts";
import { pack as structure2025 } from "./vn-party-structure-2025.ts";

/** The packs that come with the library, as data; a ledger may register others. */
export const shippedPacks: readonly RulePack[] = [
  structure2011,
  structure2025,
  rating2008,
  rating2011,
  rating2014,
  rating2018,
  rating2019,
  rating2023,
  rating2025,
  membership2011,
  membership2025,
  discipline2011,
  discipline2025,
  award2011,
  award2025,
  calendar2012,
  calendar2025,
  document2004,
  document2018,
  document2026,
];
