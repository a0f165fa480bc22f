import type { DateFact, Flag } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimForm } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import type { DocumentParties } from '../parties/knowParties.ts'
import { controlFlags } from './controlCharacters.ts'
import { homoglyphFlags } from './homoglyphs.ts'
import { instructionFlags } from './instructions.ts'
import { metadataDateFlags, metadataOnlyFlags } from './metadata.ts'
import { numberFlags } from './numbers.ts'
import { stuffingFlags } from './stuffing.ts'

/** Tricks that show in the text and in what the claim says; those of bytes and painting are the reader's. A flag is never a verdict. */
export function textFlags(
  parties: readonly DocumentParties[],
  form: ClaimForm,
  dates: readonly DateFact[],
): Flag[] {
  return parties.flatMap((one) => [
    ...homoglyphFlags(one.document, form),
    ...controlFlags(one.document),
    ...numberFlags(one.document),
    ...instructionFlags(one.document),
    ...stuffingFlags(one, form),
    ...metadataOnlyFlags(one, form),
    ...metadataDateFlags(one.document, form, dates),
  ])
}
