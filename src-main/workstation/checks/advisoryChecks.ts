import { z } from 'zod'
import type { PolicyVersion } from '../../../src-preload/contract/vocabulary/policyVersion.ts'
import { AdvisoryCheck } from '../../../src-preload/contract/vocabulary/qualityShape.ts'
import type { ReadStore, WriteStore } from '../../store/openStore.ts'
import { findValue, putValue } from '../../store/profileRepo.ts'

const Known = z.array(AdvisoryCheck)

/** Which checks are advisory, as the hub last said: it holds offline too. Returns false when that was known. */
export function keepAdvisory(store: WriteStore, given: readonly AdvisoryCheck[]): boolean {
  const known = findValue(store, 'advisory_checks', Known) ?? []
  if (JSON.stringify(known) === JSON.stringify(given)) return false
  putValue(store, 'advisory_checks', given)
  return true
}

/** The checks whose findings have to be confirmed on claims of this profile. */
export function advisoryChecks(store: ReadStore, { id, version }: PolicyVersion): AdvisoryCheck[] {
  const known = findValue(store, 'advisory_checks', Known) ?? []
  return known.filter(({ policy }) => policy.id === id && policy.version === version)
}
