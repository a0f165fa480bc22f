import { DECISIONS } from '../../../src-preload/contract/vocabulary/words.ts'

/** Operations that decide about claims, or take that back. */
export const JUDGING_KINDS = [...DECISIONS, 'case_decide', 'reopen'] as const
