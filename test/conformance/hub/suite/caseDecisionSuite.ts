import { describe, expect, it } from 'vitest'
import type { ArbitrationCase } from '../../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import { FeedPage } from '../../../../src-main/hub/api/feed.ts'
import { putPartnerLinks } from '../../../../src-main/hub/store/partnerLinksRepo.ts'
import { UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import type { HubClaim } from '../../../../src-main/hub/claims/hubClaim.ts'
import { aDecision, aDecisionRequest, allCases, decideAtHub } from '../../../builders/hub/caseDecisions.ts'
import {
  aHubClaim,
  allMet,
  anOperation,
  at,
  type ClaimWish,
  comment,
  hold,
  requestInfo,
} from '../../../builders/hub/hubClaim.ts'
import { partnerSide } from '../../../builders/hub/partnerSide.ts'
import type { TestCaller, TestHub } from '../../../builders/hub/testHub.ts'

const TEAMS = 'workload m365.teams'
const INTUNE = 'workload m365.intune'
const holds = { state: 'approved', subState: 'consent_closed' } as const

export function describeCaseDecisions(hub: () => TestHub): void {
  const operate = async (
    claimId: string,
    action: Parameters<typeof anOperation>[1],
    who: TestCaller = 'reviewer',
  ) => hub().operate(who, claimId, anOperation(await hub().record(claimId), action))
  const decide = async (wish: Parameters<typeof aDecision>[1], who?: TestCaller) =>
    decideAtHub(hub(), await aDecision(hub(), wish), who)
  const statusOf = async (claimId: string) => {
    const { state, subState } = await hub().record(claimId)
    return `${state} ${subState}`
  }
  const pageOf = async (address: string) => {
    const page = FeedPage.parse(await (await hub().get('reviewer', address)).json())
    return { value: page.value, link: '@odata.deltaLink' in page ? page['@odata.deltaLink'] : '' }
  }
  const caseOn = async (key: string): Promise<ArbitrationCase | undefined> =>
    (await allCases(hub())).findLast(({ contested }) => contested.key === key)
  const claimOf = (claimId: string, mpnId: string, more: ClaimWish = {}): HubClaim =>
    aHubClaim({ claimId, mpnId, ...more })
  /** The holder C-2 and challengers, each reviewed and held. */
  async function aContest(...challengers: readonly HubClaim[]): Promise<void> {
    const all = challengers.length > 0 ? challengers : [claimOf('C-1', '4711')]
    await hub().put(...all, claimOf('C-2', '4712', { ...holds, products: ['m365.teams', 'm365.exchange'] }))
    for (const { form } of all) await operate(form.claimId, hold())
  }
  const wins = {
    winners: { [TEAMS]: 'C-1' },
    letters: { 'C-1': 'approve', 'C-2': 'end_association' },
  } as const
  const keeps = { winners: { [TEAMS]: 'C-2' }, letters: { 'C-1': 'reject' } } as const

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

  describe('a decision of a case is refused whole', () => {
    const unchanged = async () => [await statusOf('C-1'), await statusOf('C-2'), (await caseOn(TEAMS))?.state]
    const asBefore = ['under_review awaiting_arbitration', 'approved consent_closed', 'ready']

    it.each([
      ['for anybody but arbitration leads', 'team_lead', 'role_lost'],
      ['for reviewers', 'reviewer', 'role_lost'],
    ] as const)('%s', async (_, who, reason) => {
      await aContest()
      expect(await decide(wins, who)).toMatchObject({ outcome: 'conflict', reason })
      expect(await unchanged()).toEqual(asBefore)
    })

    it('where a claim changed since', async () => {
      await aContest()
      const decision = await aDecision(hub(), wins)
      await operate('C-1', comment('One more look.'))
      expect(await decideAtHub(hub(), decision)).toMatchObject({
        outcome: 'conflict',
        reason: 'claim_changed',
      })
      expect(await unchanged()).toEqual(asBefore)
    })

    it('where a third claimant came meanwhile', async () => {
      await aContest()
      const decision = await aDecision(hub(), wins)
      await hub().put(claimOf('C-3', '4713'))
      expect(await decideAtHub(hub(), decision)).toMatchObject({
        outcome: 'conflict',
        reason: 'case_moved_on',
      })
      expect((await unchanged()).slice(0, 2)).toEqual(asBefore.slice(0, 2))
    })

    it('where the holder gave its association up meanwhile: the challenger goes back to its review', async () => {
      const policy = { id: 'docs-2023', version: 1 }
      await hub().put(claimOf('C-1', '4711'), { ...claimOf('C-2', '4712', holds), policy })
      await operate('C-1', hold())
      const decision = await aDecision(hub(), keeps)
      const given = await partnerSide(hub()).now('C-2', 'disassociate', { reason: 'We left.' })
      expect(given).toMatchObject({ outcome: 'done' })
      expect(await decideAtHub(hub(), decision)).toMatchObject({
        outcome: 'conflict',
        reason: 'case_moved_on',
      })
      expect(await statusOf('C-1')).toBe('under_review in_review')
    })

    it('where a party sent another paper', async () => {
      await aContest()
      const decision = await aDecision(hub(), wins)
      await partnerSide(hub()).addDocument('C-2', 'newest')
      expect(await decideAtHub(hub(), decision)).toMatchObject({
        outcome: 'conflict',
        reason: 'document_replaced',
      })
    })

    it('where another lead was first: one outcome holds, and the other one is told so', async () => {
      await aContest()
      const [mine, theirs] = [await aDecision(hub(), wins), await aDecision(hub(), keeps)]
      expect(await decideAtHub(hub(), mine)).toMatchObject({ outcome: 'applied' })
      expect(await decideAtHub(hub(), theirs)).toMatchObject({
        outcome: 'conflict',
        reason: 'decided_elsewhere',
      })
      expect(await statusOf('C-1')).toBe('approved consent_open')
    })

    it('where two leads decide at the same moment: exactly one outcome is carried out', async () => {
      await aContest()
      const decisions = [await aDecision(hub(), wins), await aDecision(hub(), keeps)]
      const results = await Promise.all(decisions.map((one) => decideAtHub(hub(), one)))
      expect(results.map(({ outcome }) => outcome).toSorted()).toEqual(['applied', 'conflict'])
      const winner = (await caseOn(TEAMS))?.outcome?.winner
      expect(await statusOf('C-1')).toBe(winner === 'C-1' ? 'approved consent_open' : 'rejected disputable')
    })

    it('where a letter names a rival, also if only one of several does', async () => {
      await aContest()
      const rival = aHubClaim({ claimId: 'C-9', mpnId: '4719', products: ['m365.intune'] })
      await hub().put({ ...rival, form: { ...rival.form, partnerCompanyName: 'Zephyr Cloud Works' } })
      const words = { 'C-2': 'Zephyr Cloud Works has it now.' }
      expect(await decide({ ...wins, words })).toMatchObject({ outcome: 'conflict', reason: 'not_allowed' })
      expect(await unchanged()).toEqual(asBefore)
    })

    it('where a letter that is to be sent later names a rival', async () => {
      await aContest(
        claimOf('C-1', '4711', { products: ['m365.teams', 'm365.intune'] }),
        claimOf('C-3', '4713', { products: ['m365.intune'] }),
      )
      const rival = aHubClaim({ claimId: 'C-9', mpnId: '4719', products: ['m365.apps'] })
      await hub().put({ ...rival, form: { ...rival.form, partnerCompanyName: 'Zephyr Cloud Works' } })
      const later = { winners: { [TEAMS]: 'C-1' }, letters: { 'C-2': '+end_association' } } as const
      const words = { 'C-2': 'Zephyr Cloud Works has it now.' }
      expect(await decide({ ...later, words })).toMatchObject({ outcome: 'conflict', reason: 'not_allowed' })
      expect(await unchanged()).toEqual(asBefore)
      expect(await decide(later)).toMatchObject({ outcome: 'applied' })
    })

    it('where a criterion of the winner is open', async () => {
      await aContest()
      expect(await decide({ ...wins, unproved: ['C-1'] })).toMatchObject({
        outcome: 'conflict',
        reason: 'not_allowed',
      })
      expect(await unchanged()).toEqual(asBefore)
    })

    it('where a letter is missing, or was written for another act', async () => {
      await aContest()
      const missing = await decide({ ...wins, letters: { 'C-1': 'approve' } })
      const other = await decide({ ...wins, letters: { ...wins.letters, 'C-1': 'reject' } })
      for (const result of [missing, other])
        expect(result).toMatchObject({ outcome: 'conflict', reason: 'case_moved_on' })
      expect(await unchanged()).toEqual(asBefore)
    })

    it('by somebody who has dealings with a party', async () => {
      await aContest()
      const links = [{ mpnId: '4712', reason: 'Worked there.' }]
      await putPartnerLinks(hub().ports.db, UserId.parse('arbitration_lead'), links)
      expect(await decide(wins)).toMatchObject({ outcome: 'conflict', reason: 'conflict_of_interest' })
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
