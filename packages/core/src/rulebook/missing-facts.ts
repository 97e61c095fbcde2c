import { contrary } from "../kernel/verdict.ts";
import type { TestVerdict } from "./judge-test.ts";

type Decided = "pass" | "fail";

/**
 * The facts whose supply could still decide a test, each once; empty when it is decided. One that
 * only meets with a test that can never be decided, as a share of nothing, is not among them.
 */
export const missingFor = (judged: TestVerdict): readonly string[] => [
  ...new Set([...neededFor(judged, "pass"), ...neededFor(judged, "fail")]),
];

const neededFor = (judged: TestVerdict, wanted: Decided): readonly string[] => {
  if (judged.verdict !== "unknown" || !mayBecome(judged, wanted)) return [];
  const ofParts = wantedOfParts(judged, wanted);
  return [...judged.missing, ...judged.parts.flatMap((part) => neededFor(part, ofParts))];
};

const mayBecome = (judged: TestVerdict, wanted: Decided): boolean => {
  const { test, verdict, parts, missing } = judged;
  if (verdict !== "unknown") return verdict === wanted;
  if (parts.length === 0) return missing.length > 0;
  const ofParts = wantedOfParts(judged, wanted);
  const needsAll = "all" in test ? wanted === "pass" : wanted === "fail";
  return needsAll
    ? parts.every((part) => mayBecome(part, ofParts))
    : parts.some((part) => mayBecome(part, ofParts));
};

const wantedOfParts = ({ test }: TestVerdict, wanted: Decided): Decided =>
  "not" in test ? (contrary(wanted) as Decided) : wanted;
