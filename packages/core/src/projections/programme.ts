import type { InspectionEvent, ProgrammeItem } from "../inspection/events.ts";
import type { RecordedEvent } from "../kernel/event.ts";
import type { BranchId } from "../kernel/ids.ts";
import type { Tally } from "../kernel/tally.ts";
import { measureOf } from "./measure.ts";
import { ownFactsOf, type YearView } from "./year-view.ts";

/** A committee's inspection programme for the year and how far it was carried out. */
export interface ProgrammeProgress {
  readonly committee: BranchId;
  readonly title: string | undefined;
  readonly draft: boolean;
  readonly items: readonly (ProgrammeItem & {
    /** Undefined for an item that names no branch: a count cannot tell. */
    readonly done: boolean | undefined;
  })[];
}

/**
 * The programme that the branch adopted for the year, the last one where drafts were replaced.
 * An item that names a branch is done when
 * the committee inspected, or supervised, that branch in the year.
 */
export const programmeProgress = (view: YearView): ProgrammeProgress | undefined => {
  const adopted = ownFactsOf(view, "ProgrammeAdopted").at(-1);
  return adopted === undefined ? undefined : progressOf(adopted, view.books.tally);
};

const progressOf = (
  { data }: RecordedEvent & Extract<InspectionEvent, { type: "ProgrammeAdopted" }>,
  { subjects }: Tally,
): ProgrammeProgress => ({
  committee: data.committee,
  title: data.title,
  draft: data.draft === true,
  items: data.items.map((item) => ({
    ...item,
    done:
      item.branch === undefined || item.kind === "other"
        ? undefined
        : (subjects
            .get(data.committee)
            ?.get(data.year)
            ?.get(measureOf("inspected", item.kind))
            ?.get(item.branch) ?? 0) > 0,
  })),
});
