/** The panel of a figure or a branch: a sheet at the side, or from below on a small screen. */
export const panelStyle = `
.panel { box-sizing: border-box; margin: 0 0 0 auto; padding: 0; width: min(34rem, 100vw);
  height: 100dvh; max-width: none; max-height: none; border: 0;
  border-inline-start: 1px solid var(--edge); background: var(--page); color: var(--words);
  box-shadow: -4px 0 30px #0003; overflow: hidden; }
.panel[open] { display: flex; flex-direction: column; }
.panel::backdrop { background: #0005; }
.panel .head { display: flex; gap: 1rem; align-items: start; justify-content: space-between;
  padding: 1.25rem 1.5rem 0.5rem; }
.panel h2 { margin: 0; font-size: 1.5rem; line-height: 1.25; font-variant-numeric: tabular-nums;
  overflow-wrap: anywhere; }
.panel h2:focus { outline: none; }
.panel .close { font-size: 1.35rem; line-height: 1; padding: 0.2rem 0.6rem 0.3rem; border: 0;
  background: none; }
.panel .body { overflow-y: auto; padding: 0 1.5rem 2rem; overflow-wrap: anywhere; }
.panel p { margin: 0.15rem 0; }
.panel .place { color: var(--hint); margin-bottom: 0.75rem; }
.panel .note { padding: 0.6rem 0.8rem; border-radius: 8px; background: var(--surface);
  margin: 0.75rem 0; }
.panel h3 { font-size: 1rem; font-style: normal; font-weight: 600; margin: 1.5rem 0 0.4rem; }
.panel h4 { font-size: 0.8125rem; font-weight: 600; color: var(--hint); margin: 0.8rem 0 0.2rem; }
.panel h3 small { font-weight: normal; margin-inline-start: 0.5rem; }
.panel ul { list-style: none; margin: 0; padding: 0; }
.panel .measure { border-inline-start: 3px solid var(--accent); padding-inline-start: 0.9rem;
  margin: 1rem 0; }
.panel .label { font-weight: 600; }
.panel .measure .value { font-size: 1.35rem; font-variant-numeric: tabular-nums; }
.panel .measure .unknown { font-size: 1rem; }
.panel .target { margin: 1rem 0; }
.panel .amount { font-variant-numeric: tabular-nums; white-space: nowrap; }
.event { padding: 0.55rem 0; border-bottom: 1px solid var(--edge); }
.event > p:first-child { display: flex; gap: 1rem; justify-content: space-between; }
.event .amount { color: var(--accent); font-weight: 600; }
.rules li { padding: 0.5rem 0; border-bottom: 1px solid var(--edge); }
.stated li { padding: 0.35rem 0; }
.panel .stepped + button { margin: 0.75rem 0; }
.branches > summary, .panel summary { cursor: pointer; color: var(--hint); font-size: 0.875rem;
  padding: 0.2rem 0; }
.branch > p { display: flex; gap: 0.6rem; align-items: baseline; padding: 0.15rem 0.4rem;
  border-radius: 4px; font-size: 0.875rem;
  background: linear-gradient(to right, color-mix(in srgb, var(--accent) 15%, transparent) var(--part),
    transparent var(--part)); }
.branch > p > span:first-child { flex: 1; }
.branch .branch { margin-inline-start: 0.9rem; }
.panel button.link { border: 0; background: none; padding: 0; color: var(--accent); text-align: start;
  text-decoration: underline dotted; text-underline-offset: 0.2em; }
.panel .path { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0.3rem; }
.panel .path li:not(:last-child)::after { content: " ›"; color: var(--hint); }
.figures li { display: flex; gap: 1rem; justify-content: space-between; padding: 0.3rem 0;
  border-bottom: 1px solid var(--edge); }
.figures button { white-space: nowrap; font-variant-numeric: tabular-nums; }
@media (max-width: 640px) {
  .panel { width: 100vw; height: 85dvh; margin: auto 0 0; border-radius: 14px 14px 0 0;
    border-inline-start: 0; }
}
@media (prefers-reduced-motion: no-preference) {
  .panel[open] { animation: panel-in 0.18s ease-out; }
  @keyframes panel-in { from { opacity: 0; translate: 1.5rem 0; } }
}
`;
