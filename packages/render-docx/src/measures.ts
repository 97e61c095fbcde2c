/** Word counts in twentieths of a point. */
export const twipsOfPt = (points: number): number => Math.round(points * 20);
export const twipsOfMm = (millimetres: number): number =>
  Math.round((millimetres / 25.4) * 72 * 20);
/** It counts letters in halves of one. */
export const halfPoints = (points: number): number => Math.round(points * 2);
