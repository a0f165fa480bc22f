import type { Instant } from './idShapes.ts'

/**
 * The end of a lease that no clock ends: a lead gave the claim to somebody, and it is theirs until they begin, give it back or a lead
 * takes it. An instant past all others, so that whatever asks whether a lease still runs needs no case of its own.
 */
export const UNTIL_BEGUN = '9999-12-31T00:00:00.000Z' as Instant // of the form that the brand stands for
