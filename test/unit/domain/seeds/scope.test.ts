import { describe, expect, it } from 'vitest'
import { programNamed } from '../../../../src-main/domain/intake/fieldWords.ts'
import { formNotes } from '../../../../src-main/domain/intake/formRules.ts'
import { MATRIX } from '../../../../src-main/domain/intake/matrix.ts'
import { sentenceOfNote } from '../../../../src-main/domain/intake/noteSentences.ts'
import { submitNotes } from '../../../../src-main/domain/intake/submitRules.ts'
import { LETTER_LANGUAGES } from '../../../../src-main/domain/letter/languages.ts'
import { NewClaimRequest } from '../../../../src-main/hub/api/intake.ts'
import { StatedClaim } from '../../../../src-preload/contract/vocabulary/intakeShape.ts'
import { CLAIM_STATES, PROGRAMS } from '../../../../src-preload/contract/vocabulary/words.ts'
import { reviewer } from '../../../builders/domain/situation.ts'
import { aTeamsForm, m365Claim, notesOf, shortNotes, TENANT } from '../../../builders/intake.ts'
import { SEED_2020 } from '../../../builders/policy.ts'
import english from '../../../../resources/locales/en.json' with { type: 'json' }
import italian from '../../../../resources/locales/it.json' with { type: 'json' }
import { accepted, approve, snippet, whyNot } from './given.ts'

const submitted = (submittedAt: string, documents: readonly { kind: null }[], isMigrated = false) =>
  shortNotes(
    submitNotes(
      { form: aTeamsForm({ submittedAt }), documents, isMigrated },
      SEED_2020,
      Date.parse('2026-11-19T11:00:00Z'),
    ),
  )
const paper = { kind: null }

describe('scope and purpose', () => {
  it('S-01: a claim is a partner, a customer and items, and its activity says what was influenced', () => {
    expect(accepted(m365Claim).form).toMatchObject({
      mpnId: '4471902',
      customer: { tenantId: TENANT },
      items: [{ productId: 'm365.teams' }],
    })
    expect(new Map(MATRIX.map(({ activity, influences }) => [activity, influences]))).toEqual(
      new Map([
        ['PRESALES', 'purchase'],
        ['USAGE', 'usage'],
        ['REVENUE_ASSOCIATION', 'selection'],
      ]),
    )
  })

  it('S-02: a claim for any other solution area than the two is refused as no CPOR claim', () => {
    for (const solutionArea of ['Azure', 'Security', 'Windows 365'])
      expect(notesOf({ ...m365Claim, solutionArea })).toEqual(['refuse not_cpor solutionArea'])
    expect(notesOf({ ...m365Claim, solutionArea: 'Microsoft 365' })).toEqual([])
  })

  it('S-03: the window has a line for what each programme is for, in both languages', () => {
    for (const words of [english, italian]) {
      const lines = Object.entries(words).filter(([key]) => key.startsWith('purpose.'))
      expect(lines.map(([key]) => key).sort()).toEqual(PROGRAMS.map((one) => `purpose.${one}`).sort())
      expect(new Set(lines.map(([, line]) => line)).size).toBe(lines.length)
    }
    expect(english['purpose.REVENUE_ASSOCIATION']).toMatch(/Business Influencer/)
  })

  it('S-04: a submission before 1 October 2019 is a slip, or of a claim that was brought over', () => {
    expect(submitted('2019-09-30T23:59:59Z', [paper])).toEqual(['refuse before_cpor submittedAt'])
    expect(submitted('2019-09-30T23:59:59Z', [paper], true)).toEqual(['info before_cpor submittedAt'])
    expect(submitted('2019-10-01T00:00:00Z', [paper])).toEqual([])
  })

  it('S-05: the programmes of CPOR are known by their names, and any other is no CPOR claim', () => {
    const names = ['OSA-Sell', 'OSU-M365', 'OSU-Business Application', 'Revenue association']
    expect([...names.map(programNamed), 'UNKNOWN']).toEqual(PROGRAMS)
    expect(notesOf({ ...m365Claim, program: 'Azure Consumption' })).toEqual(['refuse not_cpor program'])
  })

  it('S-06: a co-op claim is shown the way to its own process, in every language', () => {
    for (const program of ['CSP', 'Managed Reseller', 'Hosting', 'Surface']) {
      const notes = formNotes(StatedClaim.parse({ program }), { policy: SEED_2020, products: new Map() })
      expect(notes).toMatchObject([{ code: 'coop_program', severity: 'refuse' }])
      expect(notes.map(sentenceOfNote)).toEqual([expect.stringContaining('co-op claims process')])
    }
    for (const language of LETTER_LANGUAGES) expect(snippet('coop_claim', language)).toMatch(/co-?op/i)
  })

  it('S-07: a claim that was brought over says so and may have no proof', () => {
    expect(NewClaimRequest.parse({ isMigrated: true, claim: {} }).isMigrated).toBe(true)
    expect(submitted('2020-03-01T00:00:00Z', [])).toEqual(['refuse poe_missing documents'])
    expect(submitted('2020-03-01T00:00:00Z', [], true)).toEqual(['warn poe_missing documents'])
  })

  it('S-08: only a claim whose review was begun and whose criteria all hold can be approved', () => {
    const statuses = CLAIM_STATES.map((state) => ({
      state,
      subState: state === 'under_review' ? ('in_review' as const) : null,
    }))
    const approvable = statuses.filter((status) => whyNot(reviewer(), approve, status).length === 0)
    expect(approvable.map(({ state }) => state)).toEqual(['under_review'])
    const open = [{ criterion: 'dates', item: null, verdict: null }] as const
    expect(whyNot(reviewer(), approve, { criteria: open })).toEqual(['criterion_open'])
  })
})
