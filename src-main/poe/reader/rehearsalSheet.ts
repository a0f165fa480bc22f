const LINES = 30

/** Two pages of what papers consist of: paragraphs, a ruled table, boxes, a field and a line to sign on. */
export function rehearsalSheet(): Uint8Array {
  const contents = [1, 2].map((page) => {
    const text = Array.from(
      { length: LINES },
      (_, line) =>
        `1 0 0 1 60 ${780 - line * 18} Tm (${page}.${line} Work done for the customer, 1 March 2026) Tj`,
    )
    const rules = [200, 180, 160].map((y) => `60 ${y} m 500 ${y} l S`)
    return [
      `0.9 0.95 1 rg 50 140 460 80 re f 0 0 0 RG ${rules.join(' ')} 60 100 9 9 re S 60 60 m 220 60 l S`,
      `BT 0 0 0 rg /F1 10 Tf ${text.join(' ')} /F2 12 Tf 1 0 0 1 60 64 Tm [(Sig) -20 (nature)] TJ ET`,
    ].join('\n')
  })
  const page = (content: number): string =>
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${content} 0 R/Annots[9 0 R]/Resources<</Font<</F1 7 0 R/F2 8 0 R>>>>>>`
  return fileOf([
    '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[9 0 R]/DR<</Font<</F1 7 0 R>>>>>>>>',
    '<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>',
    page(5),
    page(6),
    ...contents.map((content) => `<</Length ${content.length}>>stream\n${content}\nendstream`),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Times-Bold/Encoding/WinAnsiEncoding>>',
    '<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/DA(/F1 10 Tf 0 g)/V(A name)/Rect[300 60 500 80]/F 4>>',
  ])
}

function fileOf(objects: readonly string[]): Uint8Array {
  const parts = ['%PDF-1.7\n']
  const places = objects.map((object, i) => {
    const at = parts.join('').length
    parts.push(`${i + 1} 0 obj\n${object}\nendobj\n`)
    return at
  })
  const start = parts.join('').length
  const entries = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`)
  parts.push(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries.join('')}`)
  parts.push(`trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`)
  return Buffer.from(parts.join(''), 'latin1')
}
