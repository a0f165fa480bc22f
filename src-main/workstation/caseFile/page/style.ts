import { string } from 'css-tree'

/** For A4. `foot` stands at the bottom of every sheet, which may be found alone. */
export const styleOf = (foot: string): string => `
@page {
  size: A4;
  margin: 18mm 17mm 20mm;
  @bottom-left { content: ${string.encode(foot)}; font: 7.5pt/1 sans-serif; color: #5c5c5c }
  @bottom-right { content: counter(page) " / " counter(pages); font: 7.5pt/1 sans-serif; color: #5c5c5c }
}
* { box-sizing: border-box }
body { margin: 0; font: 9.25pt/1.45 "Segoe UI", "Liberation Sans", "Helvetica Neue", Arial, sans-serif; color: #1a1a1a }
h1, h2, h3 { line-height: 1.25; overflow-wrap: anywhere }
.keep { display: grid; break-inside: avoid; margin-bottom: -22mm }
.keep::after { content: ""; height: 22mm }
h1 { margin: 0 0 3mm; font-size: 19pt; font-weight: 600 }
h2 { margin: 8mm 0 2.5mm; padding-bottom: 1mm; border-bottom: 0.75pt solid #1a1a1a; font-size: 12.5pt; font-weight: 600 }
h3 { margin: 5mm 0 2mm; font-size: 10pt; font-weight: 600 }
p { margin: 0 0 2mm; orphans: 3; widows: 3 }
ul { margin: 0; padding-left: 4mm }
ul.plain { padding: 0; list-style: none }
.product { margin-bottom: 1mm; font-size: 8.5pt; letter-spacing: 0.04em; color: #0f548c }
.internal { margin: 0 0 2mm; padding: 2mm 3mm; border: 0.75pt solid #8a1c1c; border-left-width: 3pt; font-weight: 600; color: #8a1c1c }
.warning { padding: 1.5mm 3mm; border-left: 3pt solid #8a5a00; background: #fdf6e7 }
.second { font-weight: 400; color: #505050 }
.block { display: block }
.said { white-space: pre-wrap; overflow-wrap: anywhere }
.id, .hash { font-family: "Cascadia Mono", Consolas, "Liberation Mono", monospace; overflow-wrap: anywhere }
.id { font-size: 8.5pt }
.hash { font-size: 6.75pt; font-weight: 400; color: #505050 }
.letter { display: inline-block; min-width: 4.6mm; padding: 0 1mm; border: 0.75pt solid #1a1a1a; border-radius: 1mm; font-size: 8pt; line-height: 1.35; text-align: center }
table { width: 100%; border-collapse: collapse; overflow-wrap: anywhere }
th, td { padding: 1.3mm 2mm; text-align: left; vertical-align: top }
th { font-weight: 600 }
thead { display: table-header-group }
thead th { overflow-wrap: normal }
tr { break-inside: avoid }
.facts th { width: 46mm; padding-left: 0; font-weight: 400; color: #505050 }
.facts td, .facts th { border-bottom: 0.4pt solid #d6d6d6 }
.grid { margin-bottom: 4mm; font-size: 8.5pt }
.grid th, .grid td { border: 0.4pt solid #c4c4c4 }
.grid thead th { background: #f2f4f7 }
.board { table-layout: fixed }
.board th:first-child { width: 30mm }
.ladder th:first-child { width: 34mm }
.ladder .decides > * { background: #eaf2fb; border-bottom: 1pt solid #0f548c; border-top: 1pt solid #0f548c }
.history th:first-child { width: 46mm }
.history tbody th { font-weight: 400 }
.history td:nth-child(2) { width: 16mm; text-align: center }
.verdict.not_met { color: #8a1c1c }
.verdict.met { color: #0b5a2b }
.letterCopy { margin-bottom: 4mm }
.letterHead { margin-bottom: 1mm; color: #505050; break-after: avoid }
blockquote { margin: 0; padding: 2mm 4mm; border-left: 2pt solid #c4c4c4 }
figure { margin: 0 0 5mm; break-inside: avoid }
figcaption { padding-top: 1mm; font-size: 8.5pt }
.cut { display: block; width: 100%; max-height: 225mm; border: 0.4pt solid #c4c4c4 }
.cut rect { fill: #ffd5002e; stroke: #b25000; stroke-width: 3 }
.noPicture { margin: 0; padding: 2mm 3mm; border: 0.4pt dashed #c4c4c4 }
`
