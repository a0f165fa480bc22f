import type { FactFlag } from '../../../facts/documentFacts.ts'
import { fileFlag } from '../factFlags.ts'
import type { FileState } from '../objects/fileState.ts'
import type { RawFile } from '../objects/rawFile.ts'
import { revisionEnds } from '../objects/revisions.ts'
import { nameOf } from '../objects/values.ts'

/** Fewer stray characters at an end are a careless program's. */
const FEW = 8
const BOM = '\u00EF\u00BB\u00BF'

/** Places where programs read the same bytes differently, and data around the document (trust.md rows 26 and 27). */
export function buildFlags(file: RawFile, now: FileState): FactFlag[] {
  const { text, headerAt } = file
  const before = text.slice(0, Math.max(0, headerAt)).replace(BOM, '')
  const last = text.lastIndexOf('%%EOF')
  const after = last < 0 ? '' : text.slice(last + 5)
  const odd = [
    ...(before.trim() !== '' ? ['header not at 0'] : []),
    ...(last < 0 ? ['no %%EOF'] : []),
    ...(now.isRebuilt ? ['no usable cross-reference table'] : []),
    ...(now.wrongOffsets.length > 0
      ? [`entries that lead nowhere: ${now.wrongOffsets.slice(0, 5).join(', ')}`]
      : []),
    ...doubled(file),
    ...unlisted(file, now),
    ...file.oddities
      .filter(({ what }) => what === 'stream_length' || what === 'repeated_key')
      .map(({ what, text }) => `${what} ${text}`),
  ]
  return [
    ...(odd.length > 0
      ? [fileFlag('parser_differential', 'medium', odd.slice(0, 6).join('; ').slice(0, 300))]
      : []),
    ...(before.trim().length >= FEW ? [fileFlag('wrong_type', 'high', 'data before the document')] : []),
    ...(isStray(after) ? [fileFlag('wrong_type', 'medium', 'data behind the document')] : []),
  ]
}

const isStray = (after: string): boolean => after.replace(/[\s\0]/gu, '').length >= FEW

/** One number twice in one state of the file: each program has its own favourite. */
function doubled(file: RawFile): string[] {
  const ends = revisionEnds(file)
  const seen = new Set<string>()
  const twice: string[] = []
  let state = 0
  for (const { num, gen, offset } of file.objects) {
    while ((ends[state] ?? Infinity) <= offset) state += 1
    const key = `${state} ${num} ${gen}`
    if (seen.has(key)) twice.push(`object ${num} twice`)
    seen.add(key)
  }
  return twice
}

/** Objects with a text or a page in them that stand in the file, but not in its table: found only by programs that repair. */
function unlisted(file: RawFile, now: FileState): string[] {
  if (now.isRebuilt || now.sections.length !== 1) return []
  return file.objects
    .filter(({ num, value }) => now.offsetOf(num) === null && now.object(num) === null && isSeen(value))
    .map(({ num }) => `object ${num} is not in the table`)
}

function isSeen(value: RawFile['objects'][number]['value']): boolean {
  if (typeof value !== 'object' || value?.kind !== 'dict') return false
  return ['Page', 'Catalog', 'Annot'].includes(nameOf(value.entries.get('Type')) ?? '')
}
