import type { Instant } from '../../src-preload/contract/vocabulary/idShapes.ts'

/** Columns hold epoch milliseconds; everything outside the store speaks of instants as ISO text. */
export const toMs = (instant: Instant): number => Date.parse(instant)

/** `toISOString` gives exactly the form of an Instant: UTC, milliseconds, Z. */
export const toInstant = (ms: number): Instant => new Date(ms).toISOString() as Instant

export const toInstantOrNull = (ms: number | null): Instant | null => (ms === null ? null : toInstant(ms))
