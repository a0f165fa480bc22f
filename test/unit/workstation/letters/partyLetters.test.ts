import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import DOCS_2023 from '../../../../resources/policy/docs-2023.json' with { type: 'json' }
import SEED_2020 from '../../../../resources/policy/seed-2020.json' with { type: 'json' }
import { caseAskFacts, caseTellFacts } from '../../../../src-main/domain/letter/caseFacts.ts'
import { leaksIn } from '../../../../src-main/domain/letter/guards/unsayable.ts'
import { LETTER_LANGUAGES } from '../../../../src-main/domain/letter/languages.ts'
import { writeLetter } from '../../../../src-main/workstation/letters/draftLetter.ts'
import type { ClaimRecord } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { CASE_ASKS } from '../../../../src-preload/contract/vocabulary/arbitrationWords.ts'
import { PolicyProfile } from '../../../../src-preload/contract/vocabulary/policyShape.ts'
import { aCase, aParty } from '../../../builders/arbitrationCase.ts'
import { aClaimRecord } from '../../../builders/claimRecord.ts'
import { DUE_AT } from '../../../builders/letters.ts'

const PROFILES = [SEED_2020, DOCS_2023].map((profile) => PolicyProfile.parse(profile))
const NAMES = ['Höllriegl & Söhne S.p.A.', 'Zefiro Quist Holding', 'Marlowe Tarn LLP', 'Ostrava Kvint a.s.']
const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9][0-9]{${length - 1}}$`))

/** Two to six partners that claim the same; none shares a name or a number with another. */
const parties = fc
  .uniqueArray(
    fc.record({ claimId: digits(9), mpnId: digits(8), mark: fc.stringMatching(/^[b-df-hj-np-tv-z]{6}$/) }),
    {
      minLength: 2,
      maxLength: 6,
      selector: ({ claimId, mpnId, mark }) => `${claimId} ${mpnId} ${mark}`,
    },
  )
  .filter(
    (all) =>
      ['claimId', 'mpnId', 'mark'].every(
        (key) => new Set(all.map((one) => one[key as keyof typeof one])).size === all.length,
      ) && all.every(({ mpnId }) => all.every(({ claimId }) => !claimId.includes(mpnId))),
  )

const nameOf = ({ mark }: { readonly mark: string }, at: number): string =>
  `${mark} ${NAMES[at % NAMES.length] ?? ''}`

/** The claim of one of them, of which everything that a letter leaves behind names all others. */
function claimAmong(
  all: readonly { claimId: string; mpnId: string; mark: string }[],
  own: number,
): ClaimRecord {
  const [rivals, me] = [all.filter((_, at) => at !== own), all[own]]
  const gossip = rivals
    .map((one) => `${nameOf(one, all.indexOf(one))}, ${one.mpnId}, claim ${one.claimId}`)
    .join('; ')
  const record = aClaimRecord({
    claimId: me?.claimId ?? '',
    partnerName: me === undefined ? '' : nameOf(me, own),
    comments: [
      {
        commentId: 'c1',
        side: 'reviewer',
        authorName: 'Mara Lindqvist',
        at: '2026-11-03T09:00:00.000Z',
        text: `Contested by ${gossip}.`,
        visibility: 'internal',
      },
    ] as never,
  })
  return { ...record, form: { ...record.form, mpnId: me?.mpnId ?? '' } }
}

const story = fc.record({
  all: parties,
  language: fc.constantFrom(...LETTER_LANGUAGES),
  incumbent: fc.option(fc.nat({ max: 5 })),
  policy: fc.constantFrom(...PROFILES),
  asks: fc.subarray([...CASE_ASKS], { minLength: 1 }),
  isTold: fc.boolean(),
})

describe('a letter to a party of a case', () => {
  it('names no other party of it, by name, PartnerID or claim, whoever gets it, in whichever language, whatever is asked', () => {
    fc.assert(
      fc.property(story, ({ all, language, incumbent, policy, asks, isTold }) => {
        const contest = aCase({
          parties: all.map(({ claimId, mpnId, ...one }, at) =>
            aParty({
              claimId,
              mpnId,
              partnerName: nameOf({ mark: one.mark }, at),
              role: at === incumbent ? 'incumbent' : 'challenger',
            }),
          ),
        })
        const claims = all.map((_, at) => claimAmong(all, at))
        contest.parties.forEach((party, at) => {
          const own = claims[at]
          if (own === undefined) throw new Error('Each party has a claim')
          const record = {
            ...own,
            partnerLanguage: language,
            state: party.role === 'incumbent' ? ('approved' as const) : own.state,
          }
          const source = { record, policy, zone: 'Europe/Rome', party }
          const { text } = writeLetter(isTold ? caseTellFacts(source) : caseAskFacts(source, asks, DUE_AT))
          const others = claims.flatMap(({ form }) => (form.claimId === party.claimId ? [] : [form]))
          expect(text).toContain(party.claimId)
          expect(leaksIn(text, { own: record.form, others, comments: record.comments })).toEqual([])
          for (const other of contest.parties.filter(({ claimId }) => claimId !== party.claimId)) {
            const rest = text.replaceAll(party.claimId, '').replaceAll(party.mpnId, '')
            for (const mark of [other.partnerName, other.mpnId, other.claimId])
              expect(rest).not.toContain(mark)
          }
        })
      }),
      { numRuns: 400 },
    )
  })
})
