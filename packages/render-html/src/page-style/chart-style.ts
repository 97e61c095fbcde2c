/** The charts below the document, side by side where there is room. */
export const chartStyle = `
.charts { padding: 0 1.25rem 3rem; scroll-margin-top: 6rem; }
.charts.empty { display: none; }
.charts h2 { margin: 1rem 0; font-size: 1.1rem; }
.drawn { columns: 2 21rem; column-gap: 2.5rem; }
.chart { margin: 0 0 2.25rem; break-inside: avoid; }
.chart figcaption { font-weight: 600; margin-bottom: 0.4rem; }
.chart svg { display: block; width: 100%; height: auto; overflow: visible; font-family: inherit; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; margin: 0 0 0.5rem;
  padding: 0; font-size: 0.8125rem; color: var(--hint); }
.legend i { display: inline-block; width: 0.8em; height: 0.8em; border-radius: 2px;
  margin-inline-end: 0.4em; }
.legend i.goal { width: 3px; height: 1em; vertical-align: -0.1em; border-radius: 0;
  background: var(--words); }
`;
