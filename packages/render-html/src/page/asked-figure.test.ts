import { expect, test } from "vitest";
import { askedFigure } from "./asked-figure.ts";

test.each([
  ["membersAdmitted@2012", "membersAdmitted@2012", "itself"],
  ["awardsGranted/base-exemplary@2012", "awardsGranted/base-exemplary@2012", "itself"],
  ["target:2013-good/goal@2013", "target:2013-good@2013", "goal"],
  ["target:goal/margin@2013", "target:goal@2013", "margin"],
  ["inspectionsHeld@2012/57.0", "inspectionsHeld@2012", "reported"],
  ["awardsReported@2012", "awardsGranted@2012", "reported"],
  ["planItemsStated/a-plan@2013", "planItems@2013", "reported"],
  ["cells/own@2013", "cells/own@2013", "itself"],
])("%s is explained by %s", (placed, figure, as) => {
  expect(askedFigure(placed)).toEqual({ figure, as });
});
