import { expect, test } from "vitest";
import { askedFigure } from "./asked-figure.ts";

test.each([
  ["membersAdmitted@2012", "count", "membersAdmitted@2012", "itself"],
  ["awardsGranted/base-exemplary@2012", "count", "awardsGranted/base-exemplary@2012", "itself"],
  ["target:2013-good/goal@2013", "goal", "target:2013-good@2013", "goal"],
  ["target:x/goal@2013", "share", "target:x/goal@2013", "itself"],
  ["target:goal/margin@2013", "margin", "target:goal@2013", "margin"],
  ["target:x/margin@2013", "count", "target:x/margin@2013", "itself"],
  ["inspectionsHeld@2012/57.0", "reported", "inspectionsHeld@2012", "reported"],
  ["awardsReported@2012", "reported", "awardsGranted@2012", "reported"],
  ["planItemsStated/a-plan@2013", "reported", "planItemsListed/a-plan@2013", "reported"],
  ["cells/own@2013", "count", "cells/own@2013", "itself"],
])("%s, a %s, is explained by %s", (figure, is, named, as) => {
  expect(askedFigure({ figure, is })).toEqual({ figure: named, as });
});
