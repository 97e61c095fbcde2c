import { commandOf, openDesk } from "@tongket/testing";
import { test } from "vitest";

test("perf", async () => {
  const { handler } = await openDesk();
  let n = 0;
  const line = (c: string, on: string, d: object) => commandOf([c, on, d] as never, `c${n++}`);
  const B = 500;
  await handler.handle(
    line("EstablishBranch", "2012-01-01", { branch: "m", kind: "upper-committee", name: "m" }),
  );
  const t0 = performance.now();
  for (let i = 0; i < B; i += 100)
    await handler.handleTogether(
      Array.from({ length: 100 }, (_, k) =>
        line("EstablishBranch", "2012-01-01", {
          branch: `b${i + k}`,
          kind: "cell",
          name: "m",
          parent: "m",
        }),
      ),
    );
  console.log("branches", performance.now() - t0);
  await handler.handle(line("IssueDirective", "2012-01-01", { directive: "d", title: "t" }));
  let t = performance.now();
  for (let r = 0; r < 4; r++) {
    for (let i = 0; i < B; i += 100) {
      const out = await handler.handleTogether(
        Array.from({ length: 100 }, (_, k) =>
          line("StudyDirective", "2012-06-30", {
            directive: "d",
            branch: `b${i + k}`,
            audience: "member",
            year: 2012 + r,
            reached: 1,
            eligible: 2,
          }),
        ),
      );
      if (out.outcome !== "Recorded") throw new Error(JSON.stringify(out).slice(0, 300));
    }
    console.log("round", r, "of", B, performance.now() - t);
    t = performance.now();
  }
  for (let i = 0; i < 300; i++)
    await handler.handle(
      line("StudyDirective", "2012-06-30", {
        directive: "d",
        branch: `b${i}`,
        audience: "cadre",
        year: 2012,
        reached: 1,
        eligible: 2,
      }),
    );
  console.log("300 single same day", performance.now() - t);
  t = performance.now();
  for (let i = 0; i < 300; i++)
    await handler.handle(
      line("StudyDirective", "2012-07-01", {
        directive: "d",
        branch: `b${i}`,
        audience: "mass",
        year: 2012,
        reached: 1,
        eligible: 2,
      }),
    );
  console.log("300 single next day", performance.now() - t);
  t = performance.now();
  for (let i = 0; i < 30; i++)
    await handler.handle(
      line("StudyDirective", "2012-06-01", {
        directive: "d",
        branch: `b${i}`,
        audience: "mass",
        year: 2013,
        reached: 1,
        eligible: 2,
      }),
    );
  console.log("30 single back-dated", performance.now() - t);
}, 600000);
