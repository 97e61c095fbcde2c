/**
 * Colours by day and by night. Those of charts go from the best to the worst, are told apart
 * without red and green, and have an ink that can be read upon each.
 */
export const colourStyle = `
:root { --accent: #0b5a8a; --surface: #f6f5f2; --raised: #fff; --track: #e9e7e2; --mark: #fff1c2;
  --hint: #5c5a55; --edge: #d9d6cf;
  --chart-0: #0b5a8a; --chart-1: #7fb9dd; --chart-2: #e8b04a; --chart-3: #a8480f; --chart-4: #6d5a96;
  --chart-rest: #b9b6ae; --chart-ink-0: #fff; --chart-ink-1: #111; --chart-ink-2: #111;
  --chart-ink-3: #fff; --chart-ink-4: #fff; --chart-ink-rest: #111; }
@media (prefers-color-scheme: dark) {
  :root { --accent: #8cc6ee; --surface: #202124; --raised: #292a2e; --track: #33343a; --mark: #4a3f16;
    --hint: #b3b1ab; --edge: #43444a;
    --chart-0: #4f9fd0; --chart-1: #b4daf2; --chart-2: #e8b04a; --chart-3: #e0803f; --chart-4: #a893d6;
    --chart-rest: #62646c; --chart-ink-0: #111; --chart-ink-3: #111; --chart-ink-4: #111;
    --chart-ink-rest: #fff; }
}
`;
