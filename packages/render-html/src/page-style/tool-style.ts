/** The tools: beside the document where there is room, else a bar at the foot that unfolds. */
export const toolStyle = `
.tools, .panel, .charts { font: 0.9375rem/1.45 system-ui, sans-serif; }
.tools .quiet, .panel .quiet, .tools small, .panel small { color: var(--hint); font-size: 0.8125rem; }
.tools button, .panel button, .banner button { font: inherit; color: inherit; cursor: pointer;
  background: var(--raised); border: 1px solid var(--edge); border-radius: 6px;
  padding: 0.25rem 0.7rem; }
.tools button:hover, .panel button:hover, .banner button:hover { border-color: var(--accent); }
.tools button:disabled { opacity: 0.45; cursor: default; border-color: var(--edge); }
.tools [hidden], .panel [hidden], .banner [hidden] { display: none; }
.tools h2 { display: inline; font-size: 0.9375rem; margin: 0; font-weight: 600; }
.tools p { margin: 0.4rem 0; }
.tool { border-top: 1px solid var(--edge); padding: 0.9rem 0; }
.tool > summary { cursor: pointer; }
.axis { margin: 0.7rem 0; display: grid; grid-template-columns: 1fr auto; gap: 0 0.5rem; }
.axis > label { color: var(--hint); font-size: 0.8125rem; }
.axis > output { font-size: 0.8125rem; font-variant-numeric: tabular-nums; text-align: end; }
.slide { grid-column: 1 / 3; display: flex; align-items: center; gap: 0.5rem; }
.slide input { flex: 1; min-width: 0; accent-color: var(--accent); height: 1.75rem; }
.slide button { min-width: 2rem; line-height: 1.3; }
.search input { box-sizing: border-box; width: 100%; margin-top: 0.5rem; padding: 0.4rem 0.6rem;
  font: inherit; color: inherit; background: var(--raised); border: 1px solid var(--hint);
  border-radius: 6px; }
[role=listbox] { list-style: none; margin: 0 0 0.5rem; padding: 0; max-height: 16rem; overflow-y: auto; }
[role=option] { padding: 0.3rem 0.6rem; border-radius: 6px; cursor: pointer; }
[role=option]:hover, [role=option][aria-selected=true] {
  background: color-mix(in srgb, var(--accent) 16%, transparent); }
.tools code, .panel code { font-size: 0.8em; color: var(--hint); overflow-wrap: anywhere; }
.totals { font-size: 0.8125rem; margin: 0.5rem 0; }
.totals th, .totals td { border-width: 0 0 1px; border-color: var(--edge); padding: 0.2rem 0.3rem; }
.totals th { font-weight: normal; overflow-wrap: anywhere; }
.totals thead th { color: var(--hint); }
.totals thead th:last-child { text-align: end; white-space: nowrap; }
.totals small { display: block; }
.tools { background: var(--surface); color: var(--words); }
.tools > details > summary { cursor: pointer; font-weight: 600; padding: 0.75rem 1.25rem; }
.tools > details > .body { padding: 0 1.25rem 1rem; max-height: 60vh; overflow-y: auto; }
@media not (min-width: 1120px) {
  body { padding-bottom: 4rem; }
  .tools { position: fixed; inset: auto 0 0; z-index: 3; border-top: 1px solid var(--edge);
    box-shadow: 0 -2px 14px #0002; }
}
@media (min-width: 1120px) {
  .tools { position: sticky; top: 1rem; align-self: start; margin: 1rem 1rem 1rem 0;
    border-radius: 12px; border: 1px solid var(--edge); }
  .tools > details > .body { max-height: calc(100vh - 6rem); }
}
`;
