const MOST_GLYPHS = 70_000

/** Characters of each glyph by the font program's own table, for fonts that kept one. Empty for those that did not, or are damaged. */
export function charactersOfGlyphs(font: Uint8Array): Map<number, Set<number>> {
  try {
    return readFont(new DataView(font.buffer, font.byteOffset, font.byteLength))
  } catch (error) {
    if (error instanceof RangeError) return new Map()
    throw error
  }
}

function readFont(view: DataView): Map<number, Set<number>> {
  const glyphs = new Map<number, Set<number>>()
  for (let i = 0; i < Math.min(view.getUint16(4), 64); i += 1) {
    const at = 12 + i * 16
    if (view.getUint32(at) === 0x636d6170) readTables(view, view.getUint32(at + 8), glyphs)
  }
  return glyphs
}

function readTables(view: DataView, at: number, glyphs: Map<number, Set<number>>): void {
  const add = (character: number, glyph: number): void => {
    if (glyph === 0 || glyphs.size > MOST_GLYPHS) return
    glyphs.set(glyph, (glyphs.get(glyph) ?? new Set()).add(character))
  }
  for (let i = 0; i < Math.min(view.getUint16(at + 2), 16); i += 1) {
    const [platform, encoding] = [view.getUint16(at + 4 + i * 8), view.getUint16(at + 6 + i * 8)]
    const table = at + view.getUint32(at + 8 + i * 8)
    // Only tables of true characters; a symbol font's numbers mean nothing.
    const isUnicode = platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10))
    if (!isUnicode) continue
    const format = view.getUint16(table)
    if (format === 4) readSegments(view, table, add)
    if (format === 12) readGroups(view, table, add)
  }
}

type Add = (character: number, glyph: number) => void

function readSegments(view: DataView, at: number, add: Add): void {
  const size = view.getUint16(at + 6)
  for (let i = 0; i < size; i += 2) {
    const end = view.getUint16(at + 14 + i)
    const start = view.getUint16(at + 16 + size + i)
    const delta = view.getUint16(at + 16 + 2 * size + i)
    const rangeAt = at + 16 + 3 * size + i
    const range = view.getUint16(rangeAt)
    for (let character = start; character <= end && character !== 0xffff; character += 1) {
      const raw = range === 0 ? character : view.getUint16(rangeAt + range + 2 * (character - start))
      add(character, raw === 0 ? 0 : (raw + delta) & 0xffff)
    }
  }
}

function readGroups(view: DataView, at: number, add: Add): void {
  for (let i = 0; i < Math.min(view.getUint32(at + 12), 10_000); i += 1) {
    const group = at + 16 + i * 12
    const [start, end, glyph] = [view.getUint32(group), view.getUint32(group + 4), view.getUint32(group + 8)]
    for (let character = start; character <= Math.min(end, start + 20_000); character += 1)
      add(character, glyph + character - start)
  }
}
