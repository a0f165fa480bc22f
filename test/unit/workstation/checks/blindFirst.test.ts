import { describe, expect, it } from 'vitest'
import { CRITERIA, type Verdict } from '../../../../src-preload/contract/vocabulary/words.ts'
import { aReport } from '../../../builders/checkReport.ts'
import { aClaimRecord } from '../../../builders/claimRecord.ts'
import { SEED_2020 } from '../../../builders/policy.ts'
import { REFERENCE } from '../../../fakes/scriptedHub.ts'
import { aSyncedStation, everythingMet, PAPER, THE_CLAIM, whyNot } from '../../../fakes/syncedStation.ts'
import { bareDatabase } from '../../../builders/profileKey.ts'

async function aDesk(blindFirstPercent: number | undefined) {
  const record = aClaimRecord({ documents: [{ documentId: 'd1', bytes: PAPER }] })
  const policies = [{ ...SEED_2020, ...(blindFirstPercent === undefined ? {} : { blindFirstPercent }) }]
  const told = { acknowledged: { told: 'no' as const }, engagement: { told: 'no' as const }, items: [] }
  const judge = async () => ({ ...aReport(record, 'met', { dates: 'cannot_tell' }), told })
  const desk = await aSyncedStation([record], {
    poe: { ...everythingMet([record]), judge },
    script: { reference: () => ({ body: { ...REFERENCE, policies } }) },
    // The chips of the queue say nothing here, so that they cannot be waited for.
    isHere: async ({ call }) => (await call('claims.open', { claimId: THE_CLAIM })).report !== null,
  })
  const vote = async (at: number, verdict: Verdict) => {
    const { criteria } = await desk.open()
    const view = criteria[at]
    if (view === undefined) throw new Error('No such criterion.')
    const { criterion, item } = view
    return desk.station.call('claims.setVerdict', {
      ...(await desk.on()),
      criterion,
      item,
      verdict,
      reason: null,
    })
  }
  return { ...desk, vote }
}

describe('a claim of the sample', () => {
  it('shows nothing of the machine and takes no approval until every criterion has a vote', async () => {
    const { open, row, vote, decide, station } = await aDesk(100)
    const before = await open()
    expect(before.blind).toEqual({ state: 'hidden', voted: 0, of: 5 })
    expect(before.criteria.map(({ machine, effective }) => [machine, effective])).toEqual(
      CRITERIA.map(() => [null, null]),
    )
    expect(before.report).toMatchObject({
      findings: [],
      flags: [],
      signatures: [],
      dates: [],
      claimChecks: [],
      told: null,
    })
    expect(before.report?.documents).toHaveLength(1)
    expect(Object.values((await row())?.verdicts ?? {})).toEqual(CRITERIA.map(() => null))
    expect(whyNot(before, 'approve')).toContain('criterion_open')
    expect(await decide({ decision: 'approve' })).toMatchObject({ outcome: 'blocked' })
    const { text } = await station.call('claims.draftLetter', {
      claimId: THE_CLAIM,
      decision: 'request_info',
      reasons: ['POE_MISSING_OR_OLD_DATES'],
      items: [],
      mayRemoveItems: false,
      partnerRequestReason: null,
    })
    expect(text).not.toContain('page')
    for (const at of [0, 1, 2, 3]) expect(await vote(at, 'met')).toMatchObject({ outcome: 'accepted' })
    const midway = await open()
    expect(midway.blind).toEqual({ state: 'hidden', voted: 4, of: 5 })
    // Confirmed or set: the word itself would tell.
    expect(midway.criteria.map(({ reviewer }) => reviewer?.act)).toEqual([
      'set',
      'set',
      'set',
      'set',
      undefined,
    ])
  })

  it('shows both after the last vote, keeps in the log how they stood to each other, and stays open', async () => {
    const { open, row, on, vote, decide, station } = await aDesk(100)
    for (const at of [0, 1, 2, 3, 4]) await vote(at, 'met')
    const after = await open()
    expect(after.blind).toEqual({ state: 'shown', agreed: 4, of: 5 })
    expect(after.criteria[2]).toMatchObject({ machine: { verdict: 'cannot_tell' }, effective: 'met' })
    expect((await row())?.verdicts.dates).toBe('met')
    const takeBack = { criterion: 'dates', item: null, verdict: null, reason: null } as const
    await station.call('claims.setVerdict', { ...(await on()), ...takeBack })
    expect((await open()).blind).toEqual({ state: 'shown', agreed: 4, of: 5 })
    const again = { ...takeBack, verdict: 'met', reason: 'The stamp on page 2.' } as const
    await station.call('claims.setVerdict', { ...(await on()), ...again })
    expect(await decide({ decision: 'approve' })).toMatchObject({ outcome: 'accepted' })
    await station.workstation.stop()
    const database = bareDatabase(station.database, { readonly: true })
    const rows = database
      .prepare<[], Record<string, string>>("select facts from audit where act = 'blind vote'")
      .all()
    database.close()
    expect(rows.map(({ facts }) => JSON.parse(String(facts)))).toEqual([
      { agreed: 4, of: 5, differing: ['dates: cannot_tell → met'] },
    ])
  })

  it.each([undefined, 0])('is none where the profile’s share is %s', async (percent) => {
    const { open, vote } = await aDesk(percent)
    expect((await open()).blind).toBeNull()
    expect((await open()).criteria.every(({ machine }) => machine !== null)).toBe(true)
    expect(await vote(2, 'met')).toMatchObject({ blocks: [{ reason: 'verdict_reason_missing' }] })
  })
})
