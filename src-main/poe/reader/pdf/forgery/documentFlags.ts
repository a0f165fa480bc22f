import type { FactFlag } from '../../../facts/documentFacts.ts'
import type { FileState } from '../objects/fileState.ts'
import type { RawFile } from '../objects/rawFile.ts'
import type { SignatureReading } from '../signatures/readSignature.ts'
import { type HiddenOnPage, shadowFlags } from './shadowContent.ts'
import { unsignedRevisionFlags } from './unsignedRevisions.ts'

/** What the file's states and signatures tell together with what its pages show. */
export function documentFlags(
  file: RawFile,
  now: FileState,
  readings: readonly SignatureReading[],
  pages: readonly HiddenOnPage[],
): FactFlag[] {
  try {
    return [...unsignedRevisionFlags(file, readings), ...shadowFlags(file, now, readings, pages)]
  } catch {
    return []
  }
}
