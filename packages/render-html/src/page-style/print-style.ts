/** On paper there are no controls; what says that it is another moment stays, and so do charts. */
export const printStyle = `
@media print {
  :root { --mark: #fff; --track: #eee; --hint: #000; --edge: #999; --chart-0: #0b5a8a;
    --chart-1: #7fb9dd; --chart-2: #e8b04a; --chart-3: #a8480f; --chart-4: #6d5a96;
    --chart-rest: #b9b6ae; --chart-ink-0: #fff; --chart-ink-3: #fff; --chart-ink-4: #fff;
    --chart-ink-rest: #111; }
  body { display: block; padding: 0; print-color-adjust: exact; }
  .tools, .panel, .banner button, .banner.at-rest, .arrow { display: none; }
  .banner { position: static; border: 1px solid #000; margin: 0 0 1rem; }
  data[role=button] { text-decoration: none; }
  data.differs { text-decoration: underline; }
  tr.found > * { background: none; }
  .charts { padding: 0; break-before: page; }
  .drawn { columns: auto; }
  .chart { break-inside: avoid; max-width: 130mm; margin: 0 0 8mm; }
}
`;
