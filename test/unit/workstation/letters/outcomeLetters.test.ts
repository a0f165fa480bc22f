import fc from 'fast-check'
import { expect, it } from 'vitest'
import { LETTER_LANGUAGES } from '../../../../src-main/domain/letter/languages.ts'
import { findRivals, rivalsAmong } from '../../../../src-main/domain/letter/guards/rivals.ts'
import { draftLetter } from '../../../../src-main/workstation/letters/draftLetter.ts'
import { ClaimRecord } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { OUTCOME_ACTS } from '../../../../src-preload/contract/vocabulary/arbitrationWords.ts'
import { DECISION_REASONS } from '../../../../src-preload/contract/vocabulary/words.ts'
import { aClaimRecord } from '../../../builders/claimRecord.ts'
import { SEED_2020 } from '../../../builders/policy.ts'

const NAMES = [
  'Fernhill Cloud',
  'Zephyr Works',
  'Quillstone Advisory',
  'Tidewater Apps',
  'Cascade Ledger',
] as const
const DUE = {
  partnerResponse: Date.UTC(2026, 10, 30),
  consent: Date.UTC(2026, 11, 10),
  disputeWindow: Date.UTC(2026, 11, 20),
  arbitrationAnswer: null,
}

/** The claims of a case: each of another partner, for the same item. */
const parties = fc.integer({ min: 2, max: 5 }).map((count) =>
  NAMES.slice(0, count).map((partnerName, at) => {
    const claim = aClaimRecord({
      claimId: `30000${at}`,
      partnerName,
      state: at === 0 ? 'approved' : 'under_review',
    })
    const domain = `${partnerName.toLowerCase().replace(' ', '-')}.example`
    const partnerContact = { name: `${partnerName.split(' ')[0]} Contact`, email: `contact@${domain}` }
    const form = { ...claim.form, mpnId: `440000${at}`, partnerDomains: [domain], partnerContact }
    return ClaimRecord.parse({ ...claim, form })
  }),
)

it('no letter of an outcome names another party, whatever is decided, to whomever, in whatever language', () => {
  fc.assert(
    fc.property(
      parties,
      fc.constantFrom(...OUTCOME_ACTS),
      fc.subarray([...DECISION_REASONS]),
      fc.constantFrom(...LETTER_LANGUAGES),
      fc.boolean(),
      (claims, decision, reasons, language, mayRemoveItems) => {
        for (const claim of claims) {
          const record = { ...claim, partnerLanguage: language }
          const { text } = draftLetter(
            { record, criteria: [], checks: [], policy: SEED_2020, zone: 'Europe/Dublin', due: DUE },
            { decision, reasons, items: ['i1'], mayRemoveItems, partnerRequestReason: null },
          )
          expect(text.length).toBeGreaterThan(50)
          const rivals = rivalsAmong(
            claim.form,
            claims.map(({ form }) => form),
          )
          expect(rivals).toHaveLength(claims.length - 1)
          expect(findRivals(text, claim.form, rivals)).toEqual([])
        }
      },
    ),
    { numRuns: 400 },
  )
}, 120_000)
