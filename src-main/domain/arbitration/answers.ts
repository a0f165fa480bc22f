import type { ClaimAct } from '../../../src-preload/contract/vocabulary/actWords.ts'
import type { CaseAnswer } from '../../../src-preload/contract/vocabulary/arbitrationWords.ts'

/** Acts by which a partner answers what a lead asked of it; a paper comes to an approved claim without a resubmission. */
const ANSWERS: Partial<Readonly<Record<ClaimAct, CaseAnswer>>> = {
  resubmit: 'resubmission',
  partner_comment: 'comment',
  add_document: 'document',
}

/** Null = the act answers nothing. */
export const answerOf = (act: ClaimAct): CaseAnswer | null => ANSWERS[act] ?? null
