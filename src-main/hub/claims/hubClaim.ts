import type { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'

/** A claim without what the hub works out by itself: clocks, their calendar, and rivals. */
export type HubClaim = Omit<ClaimRecord, 'clocks' | 'calendar' | 'competingClaims'>
