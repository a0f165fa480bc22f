import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import { diffProfiles } from './diffProfiles.ts'

/** The fields of a profile that the checks of papers read; no other one can give a verdict otherwise. */
const CHECK_FIELDS: readonly string[] = ['poe.maxAgeMonths']

/** Those of them in which two profiles differ. */
export const changedCheckFields = (before: PolicyProfile, after: PolicyProfile): string[] =>
  diffProfiles(before, after)
    .map(({ path }) => path)
    .filter((path) => CHECK_FIELDS.includes(path))
