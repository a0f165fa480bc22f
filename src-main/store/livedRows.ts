import type { Instant } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { PolicyVersion } from '../../src-preload/contract/vocabulary/policyVersion.ts'
import type { LivedClaim } from '../domain/clocks/clockCourses.ts'
import { toInstant } from './instants.ts'

/** Of a claim's row what its clocks of all times are told by, and which policy and calendar tell them. */
export interface LivedRow {
  readonly claimKey: number
  readonly submittedAt: number
  readonly state: LivedClaim['state']
  readonly subState: LivedClaim['subState']
  readonly competingClaims: number
  readonly matters: string
  readonly policyId: string
  readonly policyVersion: number
  readonly calendarId: string | null
  readonly calendarVersion: number | null
}

export const LIVED_COLUMNS = `claim_key as claimKey, submitted_at as submittedAt, state, sub_state as subState,
  competing_claims as competingClaims, matters, policy_id as policyId, policy_version as policyVersion,
  calendar_id as calendarId, calendar_version as calendarVersion`

/** Of an entry of its history. */
export const LIVED_EVENT_COLUMNS = `at, side, kind, from_state as fromState, to_state as toState,
  from_sub_state as fromSubState, to_sub_state as toSubState`

/** All but its history. */
export const lifeOf = (row: LivedRow): Omit<LivedClaim, 'history'> & { readonly submittedAt: Instant } => ({
  state: row.state,
  subState: row.subState,
  competingClaims: row.competingClaims,
  submittedAt: toInstant(row.submittedAt),
  // Written by this program from parsed records.
  matters: JSON.parse(row.matters) as LivedClaim['matters'],
})

/** Null = the hub did not say. */
export const calendarOf = ({ calendarId, calendarVersion }: LivedRow): PolicyVersion | null =>
  calendarId === null || calendarVersion === null ? null : { id: calendarId, version: calendarVersion }
