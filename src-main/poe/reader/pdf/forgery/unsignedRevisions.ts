import type { FactFlag } from '../../../facts/documentFacts.ts'
import { fileFlag } from '../factFlags.ts'
import { compareStates } from '../objects/compareStates.ts'
import { FileState } from '../objects/fileState.ts'
import type { RawFile } from '../objects/rawFile.ts'
import { revisionEnds } from '../objects/revisions.ts'
import type { SignatureReading } from '../signatures/readSignature.ts'

/** Only the last states are compared: each costs a walk over the file. */
const MOST_STATES = 8

/**
 * A later state of the file that changed what a page itself shows and that no signature covers (trust.md row 21). Filled fields and
 * comments are how such states come about honestly; what was changed after a signature is told with that signature.
 */
export function unsignedRevisionFlags(file: RawFile, readings: readonly SignatureReading[]): FactFlag[] {
  const signed = readings.flatMap(({ end }) => end ?? [])
  if (signed.length > 0) return []
  const ends = revisionEnds(file).slice(-MOST_STATES)
  return ends.slice(1).flatMap((end, i) => {
    const { changes } = compareStates(new FileState(file, ends[i] ?? 0), new FileState(file, end))
    const content = changes.filter(({ kind }) => kind === 'content')
    const [first] = content
    if (!first) return []
    const text = content.map(({ page, what }) => (page === null ? what : `page ${page}: ${what}`)).join('; ')
    return [{ ...fileFlag('unsigned_revision', 'medium', text.slice(0, 300)), page: first.page }]
  })
}
