import type { DomainEvent } from "../kernel/event.ts";
import { type Id, type Tag, tagKey } from "../kernel/ids.ts";
import type { AwardEvent, AwardGranted } from "./events.ts";

export type Grant = Omit<(typeof AwardGranted)["schema"]["Type"], "basisYears">;

/** How an award stands: not granted, granted and perhaps presented, or revoked. */
export type AwardLife =
  | { readonly life: "unknown" }
  | { readonly life: "granted"; readonly grant: Grant; readonly presented: boolean }
  | { readonly life: "revoked" };

/** One award to one recipient. */
export interface AwardState {
  readonly award: Id;
  now: AwardLife;
}

export const initialAward = (subject: Tag): AwardState => ({
  award: tagKey(subject) as Id,
  now: { life: "unknown" },
});

export const evolveAward = (state: AwardState, event: DomainEvent): void => {
  const { type, data } = event as AwardEvent;
  switch (type) {
    case "AwardGranted": {
      const { basisYears: _, ...grant } = data;
      state.now = { life: "granted", grant, presented: false };
      return;
    }
    case "AwardPresented":
      if (state.now.life === "granted") state.now = { ...state.now, presented: true };
      return;
    case "AwardRevoked":
      state.now = { life: "revoked" };
      return;
  }
};
