import { describe, expect, it } from 'vitest'
import { aDecision, aDecisionRequest, allCases } from '../../../builders/hub/caseDecisions.ts'
import { allMet, at, hold, requestInfo } from '../../../builders/hub/hubClaim.ts'
import { caseDesk } from './caseDesk.ts'
import { partnerSide } from '../../../builders/hub/partnerSide.ts'
import type { TestHub } from '../../../builders/hub/testHub.ts'

const TEAMS = 'workload m365.teams'
const INTUNE = 'workload m365.intune'
const holds = { state: 'approved', subState: 'consent_closed' } as const

export function describeCaseDecisions(hub: () => TestHub): void {
  const { operate, decide, statusOf, pageOf, caseOn, claimOf, aContest, wins, keeps } = caseDesk(hub)

  describe('the outcome of a case', () => {
    it('approves the winner and ends the association of the holder in one act, each told in its own words', async () => {
      await aContest()
      const words = { 'C-1': 'Your claim is approved.', 'C-2': 'Your association for Teams ends.' }
      expect(await decide({ ...wins, words })).toMatchObject({ outcome: 'applied' })
      const [winner, loser] = [await hub().record('C-1'), await hub().record('C-2')]
      expect(winner).toMatchObject({
        state: 'approved',
        subState: 'consent_open',
        matters: { heldSince: null, consent: { noticedAt: at(0), decision: 'none' } },
        competingClaims: 0,
      })
      expect(winner.clocks.map(({ timer }) => timer)).toContain('consent')
      expect(winner.comments.at(-1)).toMatchObject({ text: words['C-1'], visibility: 'partner_visible' })
      expect(loser).toMatchObject({ ...holds, matters: { endedItems: [{ item: 'i1', at: at(0) }] } })
      expect(loser.comments.at(-1)).toMatchObject({ text: words['C-2'] })
      expect(loser.history.at(-1)).toMatchObject({ kind: 'disassociated', actorName: 'The arbitration_lead' })
      const [one, ...others] = await allCases(hub())
      expect(others).toEqual([])
      expect(one).toMatchObject({
        state: 'decided',
        clocks: [],
        outcome: {
          at: at(0),
          by: { userId: 'arbitration_lead' },
          winner: 'C-1',
          rung: 'recency',
          reason: 'The newer proof names the workload.',
        },
        parties: [
          { claimId: 'C-1', left: null },
          { claimId: 'C-2', role: 'former', left: { reason: 'lost' } },
        ],
      })
    })

    it('lets the holder keep, and rejects a challenger with nothing else, which may dispute and then contends anew', async () => {
      await aContest()
      expect(await decide(keeps)).toMatchObject({ outcome: 'applied' })
      expect(await statusOf('C-1')).toBe('rejected disputable')
      expect(await statusOf('C-2')).toBe('approved consent_closed')
      expect((await hub().record('C-1')).clocks.map(({ timer }) => timer)).toEqual(['dispute_window'])
      await partnerSide(hub()).dispute('C-1', { justification: 'Our proof is newer.' })
      expect(await caseOn(TEAMS)).toMatchObject({
        state: 'ready',
        parties: [
          { claimId: 'C-1', left: null },
          { claimId: 'C-2', left: null },
        ],
      })
    })

    it('shows everybody that the holder who keeps the item has no rival any more', async () => {
      await aContest()
      const before = await hub().record('C-2')
      const { link } = await pageOf('/v1.0/claims/delta')
      expect(await decide(keeps)).toMatchObject({ outcome: 'applied' })
      const after = await hub().record('C-2')
      expect(after).toMatchObject({ competingClaims: 0, revision: before.revision + 1 })
      expect((await pageOf(link)).value).toContainEqual(
        expect.objectContaining({ form: after.form, competingClaims: 0, revision: after.revision }),
      )
    })

    it('asks a challenger with other items to take this one off; without it the claim goes on, with it the case begins anew', async () => {
      const two = claimOf('C-1', '4711', { products: ['m365.teams', 'm365.intune'] })
      await aContest(two)
      expect(await decide({ ...keeps, letters: { 'C-1': 'request_info' } })).toMatchObject({
        outcome: 'applied',
      })
      expect(await hub().record('C-1')).toMatchObject({
        state: 'partner_action_required',
        matters: { infoRequest: { items: ['i1'], mayRemoveItems: true } },
      })
      expect((await allCases(hub())).map(({ state }) => state)).toEqual(['decided'])
      hub().clock.now += 3_600_000
      await partnerSide(hub()).now('C-1', 'resubmit')
      expect((await allCases(hub())).map(({ state }) => state)).toEqual(['decided', 'ready'])
    })

    it('keeps a challenger that came back with the item in the case anew, also while it is asked again', async () => {
      await aContest(claimOf('C-1', '4711', { products: ['m365.teams', 'm365.intune'] }))
      await decide({ ...keeps, letters: { 'C-1': 'request_info' } })
      hub().clock.now += 3_600_000
      await partnerSide(hub()).now('C-1', 'resubmit')
      hub().clock.now += 3_600_000
      await operate('C-1', requestInfo())
      expect(await caseOn(TEAMS)).toMatchObject({ state: 'ready', parties: [{ left: null }, { left: null }] })
      expect(await hub().record('C-1')).toMatchObject({ competingClaims: 1 })
    })

    it('with nobody’s proof sufficient asks the challenger for what is missing and leaves the holder', async () => {
      await aContest()
      const nobody = { winners: { [TEAMS]: null }, letters: { 'C-1': 'request_info' } } as const
      expect(await decide({ ...nobody, unproved: ['C-1', 'C-2'] })).toMatchObject({ outcome: 'applied' })
      expect(await hub().record('C-1')).toMatchObject({
        state: 'partner_action_required',
        matters: { infoRequest: { reasons: ['POE_MISSING_PRODUCTS'], mayRemoveItems: false } },
      })
      expect(await statusOf('C-2')).toBe('approved consent_closed')
      expect((await allCases(hub())).map(({ state }) => state)).toEqual(['decided'])
    })

    it('frees the item where the customer then declines the winner: nobody is reinstated', async () => {
      await aContest()
      await decide(wins)
      await partnerSide(hub()).act('/C-1/customer-answer', { decision: 'declined' })
      expect(await statusOf('C-1')).toBe('rejected final')
      expect((await hub().record('C-2')).matters.endedItems).toMatchObject([{ item: 'i1' }])
      expect((await allCases(hub())).map(({ state }) => state)).toEqual(['decided'])
    })

    it('decides among five parties at once, and opens no case on the way', async () => {
      const challengers = ['1', '3', '4', '5'].map((n) => claimOf(`C-${n}`, `471${n}`))
      await aContest(...challengers)
      const losers = { 'C-3': 'reject', 'C-4': 'reject', 'C-5': 'reject' } as const
      expect(await decide({ ...wins, letters: { ...wins.letters, ...losers } })).toMatchObject({
        outcome: 'applied',
      })
      const states = await Promise.all(['C-1', 'C-2', 'C-3', 'C-4', 'C-5'].map(statusOf))
      expect(states).toEqual([
        'approved consent_open',
        'approved consent_closed',
        ...Array.from({ length: 3 }, () => 'rejected disputable'),
      ])
      expect((await allCases(hub())).map(({ state }) => state)).toEqual(['decided'])
    })

    it('leaves the association of the holder until the winner is approved, and ends it with that, in the words of the decision', async () => {
      await aContest(
        claimOf('C-1', '4711', { products: ['m365.teams', 'm365.intune'] }),
        claimOf('C-3', '4713', { products: ['m365.intune'] }),
      )
      const first = {
        winners: { [TEAMS]: 'C-1' },
        letters: { 'C-2': '+end_association' },
        words: { 'C-2': 'Your association for Teams ends now.' },
      } as const
      expect(await decide(first)).toMatchObject({ outcome: 'applied' })
      expect(await statusOf('C-1')).toBe('under_review awaiting_arbitration')
      expect((await hub().record('C-2')).matters.endedItems).toBeUndefined()
      expect((await caseOn(TEAMS))?.outcome?.pendingEnds).toMatchObject([{ claimId: 'C-2', items: ['i1'] }])
      const second = { winners: { [INTUNE]: 'C-1' }, letters: { 'C-1': 'approve', 'C-3': 'reject' } } as const
      expect(await decide(second)).toMatchObject({ outcome: 'applied' })
      expect(await statusOf('C-1')).toBe('approved consent_open')
      const holder = await hub().record('C-2')
      expect(holder.matters.endedItems).toMatchObject([{ item: 'i1' }])
      expect(holder.comments.at(-1)?.text).toBe('Your association for Teams ends now.')
      expect((await caseOn(TEAMS))?.outcome?.pendingEnds).toEqual([])
      expect((await allCases(hub())).map(({ state }) => state)).toEqual(['decided', 'decided'])
    })

    it('takes from a holder what it loses now and what waited for this approval, both once', async () => {
      const both = ['m365.teams', 'm365.intune']
      await hub().put(
        claimOf('C-1', '4711', { products: both }),
        claimOf('C-2', '4712', { ...holds, products: [...both, 'm365.exchange'] }),
      )
      await operate('C-1', hold())
      const words = { 'C-2': 'Your association for Teams ends now.' }
      await decide({ winners: { [TEAMS]: 'C-1' }, letters: { 'C-2': '+end_association' }, words })
      expect(
        await decide({
          winners: { [INTUNE]: 'C-1' },
          letters: { 'C-1': 'approve', 'C-2': 'end_association' },
          words: { 'C-2': 'Your association for Intune ends.' },
        }),
      ).toMatchObject({ outcome: 'applied' })
      const { matters, comments, history } = await hub().record('C-2')
      expect(matters.endedItems?.map(({ item }) => item).toSorted()).toEqual(['i1', 'i2'])
      expect(comments).toHaveLength(2)
      expect(history.filter(({ kind }) => kind === 'disassociated')).toHaveLength(2)
    })

    it('writes once to a holder that loses by one approval what several cases left to it', async () => {
      const both = ['m365.teams', 'm365.exchange']
      await aContest(
        claimOf('C-1', '4711', { products: [...both, 'm365.intune'] }),
        claimOf('C-3', '4713', { products: ['m365.intune'] }),
      )
      const winners = { [TEAMS]: 'C-1', 'workload m365.exchange': 'C-1' }
      const words = { 'C-2': 'Your association ends now.' }
      const first = await decide({ winners, letters: { 'C-2': '+end_association' }, words })
      expect(first).toMatchObject({ outcome: 'applied' })
      await decide({ winners: { [INTUNE]: 'C-1' }, letters: { 'C-1': 'approve', 'C-3': 'reject' } })
      const { matters, comments, history } = await hub().record('C-2')
      expect(matters.endedItems?.map(({ item }) => item).toSorted()).toEqual(['i1', 'i2'])
      expect(comments.map(({ text }) => text)).toEqual(['Your association ends now.'])
      expect(history.filter(({ kind }) => kind === 'disassociated')).toHaveLength(1)
    })

    it('lets the holder stay for good where the winner drops out before its approval', async () => {
      await aContest(
        claimOf('C-1', '4711', { products: ['m365.teams', 'm365.intune'] }),
        claimOf('C-3', '4713', { products: ['m365.intune'] }),
      )
      const letters = { 'C-2': '+end_association' } as const
      expect(await decide({ winners: { [TEAMS]: 'C-1' }, letters })).toMatchObject({ outcome: 'applied' })
      await partnerSide(hub()).act('/C-1/customer-answer', { decision: 'declined' })
      expect(await statusOf('C-1')).toBe('rejected final')
      expect((await caseOn(TEAMS))?.outcome?.pendingEnds).toEqual([])
      expect((await hub().record('C-2')).matters.endedItems).toBeUndefined()
      await hub().put(claimOf('C-9', '4719'))
      const living = (await allCases(hub())).filter(({ state }) => state === 'open')
      expect(living).toMatchObject([
        {
          contested: { key: TEAMS },
          parties: [
            { claimId: 'C-2', role: 'incumbent', left: null },
            { claimId: 'C-9', role: 'challenger', left: null },
          ],
        },
      ])
    })

    it('keeps what was lost in one case from being approved once the other case is gone', async () => {
      await aContest(
        claimOf('C-1', '4711', { products: ['m365.teams', 'm365.intune'] }),
        claimOf('C-3', '4713', { products: ['m365.intune'] }),
      )
      expect(await decide({ winners: { [TEAMS]: 'C-2' }, letters: {} })).toMatchObject({ outcome: 'applied' })
      expect(await statusOf('C-1')).toBe('under_review awaiting_arbitration')
      await partnerSide(hub()).act('/C-3/customer-answer', { decision: 'declined' })
      expect(await statusOf('C-1')).toBe('under_review in_review')
      const claim = await hub().record('C-1')
      const approval = { kind: 'approve' as const, verdicts: allMet(claim), reasons: [], comment: '' }
      expect(await operate('C-1', approval)).toMatchObject({ outcome: 'conflict', reason: 'not_allowed' })
      const asking = {
        kind: 'request_info',
        verdicts: [],
        reasons: ['REJ_COMPETING_CLAIM'],
        comment: 'Please take Teams off.',
        items: ['i1'],
        mayRemoveItems: true,
      } as const
      expect(await operate('C-1', asking as never)).toMatchObject({ outcome: 'applied' })
    })
  })

  it('happens once, however often it is sent', async () => {
    await aContest()
    const { claimId, request } = await aDecisionRequest(hub(), await aDecision(hub(), wins))
    const first = await hub().operate('arbitration_lead', claimId, request)
    expect(first).toMatchObject({ outcome: 'applied' })
    expect(await hub().operate('arbitration_lead', claimId, request)).toEqual(first)
    expect((await hub().record('C-2')).history.filter(({ kind }) => kind === 'disassociated')).toHaveLength(1)
  })
}
