import { describe, expect, test } from 'vitest'
import { CaseDetail, type PartyLetter } from '../../../../../src-preload/contract/arbitration.ts'
import { ClaimId } from '../../../../../src-preload/contract/vocabulary/idShapes.ts'
import {
  addresseesOf,
  lackOf,
  mayApproach,
  mayReach,
  readyLetters,
} from '../../../../../src-renderer/features/arbitration/approach/approachRules.ts'
import { USUAL_ASKS } from '../../../../../src-preload/contract/vocabulary/arbitrationWords.ts'
import type { ApproachDraft } from '../../../../../src-renderer/stores/approachStore.ts'
import { aCase, aParty, NO_VOTING } from '../../../../builders/arbitrationCase.ts'

const [CHALLENGER, HOLDER, GONE] = (['208417', '208500', '208501'] as const).map((id) =>
  ClaimId.parse(id),
) as [ClaimId, ClaimId, ClaimId]
const block = (reason: string) => ({ reason, criterion: null, item: null })

/** Of each claim what is in the way of asking it; null = it is not here. */
function aDetail(asking: Readonly<Record<string, readonly string[] | null>>): CaseDetail {
  const contest = aCase({
    parties: [
      aParty({ claimId: CHALLENGER }),
      aParty({ claimId: HOLDER, role: 'incumbent', mpnId: '5500111' }),
      aParty({ claimId: GONE, left: { at: '2026-11-19T09:00:00.000Z', reason: 'withdrawn' } }),
    ],
  })
  return CaseDetail.parse({
    case: contest,
    claims: contest.parties.map(({ claimId }) => {
      const reasons = asking[claimId] ?? (claimId in asking ? null : [])
      const actions = reasons === null ? [] : [{ action: 'case_ask', blocks: reasons.map(block) }]
      return { claimId, summary: null, firstReview: null, actions }
    }),
    alongside: [],
    voting: NO_VOTING,
    pending: null,
    draft: null,
  })
}

const draft = (over: Partial<ApproachDraft> = {}): ApproachDraft => ({
  picked: [CHALLENGER, HOLDER],
  asks: USUAL_ASKS,
  businessDays: null,
  own: {},
  ...over,
})
const letter = (claimId: ClaimId, over: Partial<PartyLetter> = {}): PartyLetter => ({
  claimId,
  revision: 3,
  language: 'en',
  text: 'Please send your newest proof.',
  dueAt: null,
  blocks: [],
  ...over,
})
const lettersOf = (...all: readonly PartyLetter[]) => Object.fromEntries(all.map((one) => [one.claimId, one]))
const both = lettersOf(letter(CHALLENGER), letter(HOLDER))

describe('whom a letter can reach', () => {
  test('living parties in the order of the board, and of them those whose claim is here and free', () => {
    const all = addresseesOf(aDetail({ [CHALLENGER]: null }), 'ask', [HOLDER, CHALLENGER])
    expect(all.map(({ party }) => party.claimId)).toEqual([HOLDER, CHALLENGER])
    expect(all.map(mayReach)).toEqual([true, false])
  })

  test('nobody at all for who may not ask, and for who may, also a party that cannot be asked just now', () => {
    const barred = { [CHALLENGER]: ['role_may_not'], [HOLDER]: ['role_may_not'] }
    expect(mayApproach(addresseesOf(aDetail(barred), 'ask', []))).toBe(false)
    const busy = { [CHALLENGER]: ['operation_pending'], [HOLDER]: ['operation_pending'] }
    expect(mayApproach(addresseesOf(aDetail(busy), 'ask', []))).toBe(true)
  })
})

describe('what a letter lacks', () => {
  const addressees = addresseesOf(aDetail({}), 'ask', [])
  const lack = (over: Partial<ApproachDraft> = {}, letters: typeof both | undefined = both) =>
    lackOf({ kind: 'ask', draft: draft(over), addressees, letters })

  test('nothing, once somebody is picked and the letters are there', () => {
    expect(lack()).toBeNull()
    expect(lack({ picked: [] })).toEqual({ kind: 'nobody_picked' })
    expect(lackOf({ kind: 'ask', draft: draft(), addressees, letters: undefined })).toEqual({
      kind: 'coming',
    })
  })

  test('words: of who is asked nothing, of who is asked something else without a word, and where all were deleted', () => {
    const asks = { ...USUAL_ASKS, incumbent: [] }
    expect(lack({ asks })).toMatchObject({ kind: 'ask_missing', party: { claimId: HOLDER } })
    expect(lack({ asks, picked: [CHALLENGER] })).toBeNull()
    const other = { ...USUAL_ASKS, challenger: ['other'] as const }
    expect(lack({ asks: other })).toMatchObject({ kind: 'other_unsaid', party: { claimId: CHALLENGER } })
    expect(lack({ asks: other, own: { [CHALLENGER]: 'And the invoice, please.' } })).toBeNull()
    expect(lack({ own: { [HOLDER]: ' ' } })).toMatchObject({ kind: 'comment_missing' })
  })

  test('what the core says is in the way of one of them, but of the words only the guard, which reads them as they are now', () => {
    const asked = letter(CHALLENGER, { blocks: [block('already_asked')] as PartyLetter['blocks'] })
    expect(lack({}, lettersOf(asked, letter(HOLDER)))).toMatchObject({ kind: 'blocked' })
    expect(lack({ picked: [HOLDER] }, lettersOf(asked, letter(HOLDER)))).toBeNull()
    const leaking = letter(CHALLENGER, { blocks: [block('names_rival')] as PartyLetter['blocks'] })
    expect(lack({}, lettersOf(leaking, letter(HOLDER)))).toBeNull()
  })
})

test('each letter leaves as it stands on the screen, with what its party is asked, against the revision it was drafted from', () => {
  const addressees = addresseesOf(aDetail({}), 'ask', [])
  const desk = { kind: 'ask', addressees, letters: both } as const
  expect(readyLetters({ ...desk, draft: draft({ own: { [HOLDER]: ' Still there? ' } }) }, new Map())).toEqual(
    [
      {
        claimId: CHALLENGER,
        revision: 3,
        comment: 'Please send your newest proof.',
        asks: ['newest_poe', 'engagement_dates'],
      },
      { claimId: HOLDER, revision: 3, comment: 'Still there?', asks: ['newest_poe', 'still_engaged'] },
    ],
  )
  // No draft could be had: the claim itself says at which revision it stands.
  const byHand = {
    ...desk,
    letters: {},
    draft: draft({ own: { [HOLDER]: 'Still there?' }, picked: [HOLDER] }),
  }
  expect(readyLetters(byHand, new Map([[HOLDER, 7]]))).toMatchObject([{ claimId: HOLDER, revision: 7 }])
  expect(readyLetters(byHand, new Map())).toEqual([])
})
