import { Lookups } from '../../../src-preload/contract/vocabulary/lookupShape.ts'

export { NO_MATTERS } from '../../../src-preload/contract/vocabulary/noMatters.ts'

/** Of a claim that nothing was looked up for. */
export const NO_LOOKUPS: Lookups = Lookups.parse(undefined)
