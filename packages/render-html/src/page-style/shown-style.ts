/** The document with its figures as controls, its tables sortable, and what was found marked. */
export const shownStyle = `
body { display: grid; grid-template-columns: minmax(0, 52rem); justify-content: center;
  align-content: start; }
body > * { grid-column: 1; }
body > .banner { order: 1; } body > main { order: 2; margin: 0; } body > .charts { order: 3; }
data[role=button] { cursor: pointer; border-radius: 3px;
  text-decoration: underline dotted color-mix(in srgb, var(--accent) 70%, transparent);
  text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
data[role=button]:hover { background: color-mix(in srgb, var(--accent) 14%, transparent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
data.differs, .differs td { background: var(--mark); }
th, td { overflow-wrap: break-word; }
tr.found > * { background: var(--mark); }
th > button { all: unset; box-sizing: border-box; display: inline; cursor: pointer; font-weight: bold; }
th > button:hover { color: var(--accent); }
th > button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.arrow::before { content: "\\2195"; margin-inline-start: 0.35em; font-size: 0.8em;
  color: var(--hint); }
[aria-sort=ascending] .arrow::before { content: "\\2191"; color: var(--accent); }
[aria-sort=descending] .arrow::before { content: "\\2193"; color: var(--accent); }
.banner { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: 0.5rem 1rem;
  align-items: center; margin: 0.75rem 1.25rem 0; padding: 0.6rem 0.9rem;
  border-radius: 8px; border: 1px solid var(--edge); background: var(--mark);
  font: 0.95rem/1.4 system-ui, sans-serif; }
.banner p { margin: 0; flex: 1 1 14rem; }
.banner button { white-space: nowrap; }
.banner.at-rest { position: absolute; width: 1px; height: 1px; overflow: hidden; margin: 0; padding: 0;
  border: 0; clip-path: inset(50%); }
@media (min-width: 1120px) {
  body { grid-template-columns: minmax(0, 52rem) 20rem; column-gap: 1.5rem; }
  body > .tools { grid-column: 2; grid-row: 1 / span 4; }
}
`;
