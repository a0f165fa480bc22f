import type { DigitalSignatureFacts, FactFlag } from '../../../facts/documentFacts.ts'
import { fileFlag } from '../factFlags.ts'
import type { Change } from '../objects/compareStates.ts'
import type { FileState } from '../objects/fileState.ts'
import type { RawFile } from '../objects/rawFile.ts'
import { laterChanges } from './laterChanges.ts'
import type { SignatureEntry } from './signatureEntries.ts'
import { signedRange } from './signedRange.ts'
import { verifySignature } from './verifySignature.ts'

export interface SignatureReading {
  readonly found: Pick<
    DigitalSignatureFacts,
    'intact' | 'changedAfterSigning' | 'coversWholeDocument' | 'problem' | 'signedAt' | 'certificate'
  >
  readonly flags: readonly FactFlag[]
  readonly changes: readonly Change[]
  /** Offset behind the last signed byte; null when the range can't be trusted. */
  readonly end: number | null
}

/** The three separate facts of one signature, each null until really established. */
export function readSignature(file: RawFile, now: FileState, entry: SignatureEntry): SignatureReading {
  const range = signedRange(entry, file.bytes)
  const name = entry.declaredSigner ?? entry.field
  if ('problem' in range) {
    const found = { ...NOTHING, problem: range.problem }
    return { found, flags: [fileFlag(range.flag, 'high', name)], changes: [], end: null }
  }
  const { intact, problem, certificate, signedAt } = verifySignature(
    range.container,
    entry.subFilter,
    range.parts,
  )
  const later = laterChanges(file, now, range.end, entry.certifies)
  const found = {
    intact,
    problem,
    certificate,
    signedAt,
    changedAfterSigning: later.changed,
    coversWholeDocument: !later.isFollowed,
  }
  return {
    found,
    flags: entry.personal ? flagsOf(found, later, name) : [],
    changes: later.changes,
    end: range.end,
  }
}

const NOTHING = {
  intact: null,
  changedAfterSigning: null,
  coversWholeDocument: null,
  signedAt: null,
  certificate: null,
} as const

function flagsOf(
  found: SignatureReading['found'],
  later: ReturnType<typeof laterChanges>,
  name: string | null,
): FactFlag[] {
  const flags: FactFlag[] = []
  const told = later.changes.map(({ page, what }) => (page === null ? what : `page ${page}: ${what}`))
  const text = [name ?? '', ...told].join('; ').slice(0, 300)
  // Only a differing sum says for certain that the signed bytes are others than those that were signed.
  if (found.problem === 'digest_differs') flags.push(fileFlag('changed_after_signing', 'high', name))
  else if (found.changedAfterSigning !== false)
    flags.push(fileFlag('changed_after_signing', found.changedAfterSigning ? 'high' : 'medium', text))
  if (later.onCertified.length > 0)
    flags.push({
      ...fileFlag('certified_annotation', 'high', text),
      page: later.onCertified[0]?.page ?? null,
    })
  if (found.problem === 'container_unreadable') flags.push(fileFlag('signature_malformed', 'medium', name))
  return flags
}
