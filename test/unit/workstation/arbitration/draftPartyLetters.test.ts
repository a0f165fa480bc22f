import { describe, expect, it } from 'vitest'
import { CaseId, ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aCase, anAsk, aParty } from '../../../builders/arbitrationCase.ts'
import { aClaimRecord } from '../../../builders/claimRecord.ts'
import { aSyncedStation } from '../../../fakes/syncedStation.ts'

const CASE = CaseId.parse('0e6d7a0c-6f6e-4d4c-9d11-1f6f3a7b2c01')
const [CHALLENGER, HOLDER, GONE] = [ClaimId.parse('208417'), ClaimId.parse('208500'), ClaimId.parse('209999')]
const HELD = aClaimRecord({
  claimId: HOLDER,
  partnerName: 'Rival Ltd',
  state: 'approved',
  subState: 'consent_closed',
  clocks: [],
  also: { partnerLanguage: 'it' },
})
const CLAIMS = [aClaimRecord(), { ...HELD, form: { ...HELD.form, mpnId: '5500111' } }]

async function aDesk(outreach: readonly unknown[] = []) {
  const parties = [
    aParty({ claimId: CHALLENGER, outreach }),
    aParty({ claimId: HOLDER, role: 'incumbent', mpnId: '5500111', partnerName: 'Rival Ltd' }),
    aParty({ claimId: GONE, mpnId: '5500112', partnerName: 'Third Ltd' }),
  ]
  const contest = aCase({ parties })
  const { station } = await aSyncedStation(CLAIMS, {
    user: 'u-lead',
    script: {
      feed: (link) => ({
        body: { value: link === 'seen' ? [] : [...CLAIMS, contest], '@odata.deltaLink': 'seen' },
      }),
    },
  })
  const draft = (kind: 'ask' | 'tell', businessDays: number | null = null) =>
    station.call('arbitration.draftLetters', {
      caseId: CASE,
      kind,
      businessDays,
      parties: [
        { claimId: CHALLENGER, asks: ['newest_poe', 'engagement_dates'] },
        { claimId: HOLDER, asks: ['newest_poe', 'still_engaged'] },
        { claimId: GONE, asks: ['newest_poe'] },
      ],
    })
  return { station, draft }
}

describe('the letters to the parties of a case', () => {
  it('are one for each whose claim is here, in its language and about what it is asked', async () => {
    const { draft } = await aDesk()
    const { letters } = await draft('ask')
    expect(letters.map(({ claimId, language }) => [claimId, language])).toEqual([
      [CHALLENGER, 'en'],
      [HOLDER, 'it'],
    ])
    const [challenger, holder] = letters
    expect(challenger?.text).toContain('– the dates on which your work for the customer on these items began')
    expect(challenger?.text).toContain('select “Submit”')
    expect(holder?.text).toContain('– se lavorate ancora con il cliente su questi elementi;')
    expect(holder?.text).not.toContain('Submit')
    expect(letters.flatMap(({ blocks }) => blocks)).toEqual([])
  })

  it('are due by the calendar: under review as the profile has it, of a holder in as many business days as asked', async () => {
    const { draft } = await aDesk()
    const dueOf = async (days: number | null) => (await draft('ask', days)).letters.map(({ dueAt }) => dueAt)
    const usual = await dueOf(null)
    const longer = await dueOf(10)
    expect(longer[0]).toBe(usual[0])
    expect(Date.parse(longer[1] ?? '')).toBeGreaterThan(Date.parse(usual[1] ?? ''))
    expect(usual.every((due) => due !== null)).toBe(true)
  })

  it('tell without a day for an answer, and without a rival', async () => {
    const { draft } = await aDesk()
    const { letters } = await draft('tell')
    expect(letters.map(({ dueAt }) => dueAt)).toEqual([null, null])
    expect(letters[0]?.text).toContain('that another partner has claimed as well')
    expect(letters[0]?.text).not.toMatch(/Rival|Third|208500|5500111/)
    expect(letters[1]?.text).not.toMatch(/Fernhill|Third|208417|4471902/)
  })

  it('say beforehand what stands in the way of each', async () => {
    const { draft, station } = await aDesk([anAsk()])
    const reasons = async () =>
      (await draft('ask')).letters.map(({ blocks }) => blocks.map(({ reason }) => reason))
    expect(await reasons()).toEqual([['already_asked'], []])
    await station.call('session.switchUser', { userId: 'u-reviewer' as never })
    expect(await reasons()).toEqual([['role_may_not', 'already_asked'], ['role_may_not']])
  })

  it('are guarded while they are written: a rival in one is found with its place', async () => {
    const { station } = await aDesk()
    const { findings } = await station.call('claims.guardText', {
      claimId: CHALLENGER,
      act: 'case_ask',
      reasons: [],
      items: [],
      note: '',
      text: 'Rival Ltd says otherwise.',
    })
    expect(findings).toMatchObject([{ kind: 'names_rival', start: 0, quote: 'Rival' }])
  })
})
