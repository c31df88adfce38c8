"""How the HTML page looks: on paper first, then on a screen."""

from __future__ import annotations

STYLE = """\
@page {
  size: A4;
  margin: 17mm 16mm 16mm;
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; color: #666; }
}
:root {
  color-scheme: light;
  --ink: #1a1a1a; --soft: #5c5c5c; --rule: #9a9a9a; --page: #fff; --desk: #eceae6; --accent: #1f4e5f;
}
* { box-sizing: border-box; }
html { background: var(--desk); }
body {
  margin: 0;
  color: var(--ink);
  font: 11pt/1.45 system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif;
}
main {
  max-width: 210mm;
  margin: 8mm auto;
  padding: 17mm 16mm;
  background: var(--page);
  box-shadow: 0 1px 6px rgb(0 0 0 / 15%);
}
h1, h2, h3, p { margin: 0; overflow-wrap: anywhere; }
h1 {
  padding-bottom: 2.5mm;
  border-bottom: 1.5pt solid var(--accent);
  font-size: 14pt;
  line-height: 1.3;
}
h2 { margin: 6mm 0 1.5mm; color: var(--accent); font-size: 12.5pt; break-after: avoid; }
h3 { font-size: 11pt; break-after: avoid; }
p { orphans: 3; widows: 3; white-space: pre-line; }

/* A page never ends between a question and its lines, nor behind a title. */
.together, .question { break-inside: avoid; }
.question { margin-bottom: 4mm; }
.item { padding-left: 8mm; }
.item:has(> h3:only-child) { margin-bottom: 1.5mm; }
h3 label { display: flex; gap: 3.5mm; margin-left: -8mm; }
input[type="checkbox"] {
  flex: none;
  width: 4.5mm;
  height: 4.5mm;
  margin: .6mm 0 0;
  accent-color: var(--accent);
}
.line { display: grid; grid-template-columns: 17mm 1fr; margin-top: 1mm; }
.line > b { padding-top: .35mm; color: var(--soft); font-size: 9.5pt; font-weight: 600; }
.ask > p { font-weight: 600; }
.dont > p, .listen > p { font-style: italic; }
.note { margin-top: 1mm; padding-left: 21mm; color: var(--soft); text-indent: -4mm; }
.note::before { content: "\\2013"; display: inline-block; width: 4mm; text-indent: 0; }
.question:not(:has(.line)) .note { padding-left: 4mm; }
.write { margin-bottom: 2mm; }
.write > p { color: var(--soft); font-size: 9.5pt; }
.write i { display: block; height: 8mm; border-bottom: .5pt solid var(--rule); }
.write i:first-of-type { height: 2mm; }

.letter h1 { margin-bottom: 6mm; }
.letter h2 { margin: 6mm 0 0; }
.letter .said { margin-top: 3mm; break-inside: avoid; }
.letter h2 + .said { margin-top: 1mm; }
.letter .listed { padding-left: 5mm; text-indent: -4mm; }
.letter .listed::before { content: "\\2022"; display: inline-block; width: 4mm; text-indent: 0; }

@media print {
  html { background: none; }
  body { font-size: 10.5pt; }
  .letter { font-size: 11pt; }
  main { max-width: none; margin: 0; padding: 0; box-shadow: none; }
  input[type="checkbox"] { appearance: none; border: .8pt solid var(--ink); border-radius: .6mm; }
  input[type="checkbox"]:checked { border-width: 2.2mm; }
}
@media screen and (max-width: 60em) {
  main { margin: 0; padding: 8mm 6mm; box-shadow: none; }
}
@media screen and (max-width: 32em) {
  .line { grid-template-columns: 1fr; }
  .note { padding-left: 4mm; }
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --ink: #e8e6e3; --soft: #a9a6a1; --rule: #77736d; --page: #1d1f21; --desk: #121314; --accent: #8fc6d8;
  }
}
"""
