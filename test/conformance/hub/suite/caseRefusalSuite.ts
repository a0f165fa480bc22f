import { describe, expect, it } from 'vitest'
import { putPartnerLinks } from '../../../../src-main/hub/store/partnerLinksRepo.ts'
import { UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aDecision, decideAtHub } from '../../../builders/hub/caseDecisions.ts'
import { aHubClaim, comment, hold } from '../../../builders/hub/hubClaim.ts'
import { caseDesk } from './caseDesk.ts'
import { partnerSide } from '../../../builders/hub/partnerSide.ts'
import type { TestHub } from '../../../builders/hub/testHub.ts'

const TEAMS = 'workload m365.teams'
const holds = { state: 'approved', subState: 'consent_closed' } as const

export function describeCaseRefusals(hub: () => TestHub): void {
  const { operate, decide, statusOf, caseOn, claimOf, aContest, wins, keeps } = caseDesk(hub)

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

    it('where a letter names a claim of a rival by its number, whichever of its claims that is', async () => {
      await aContest()
      for (const [claimId, product] of [
        ['C-90001', 'm365.intune'],
        ['C-90002', 'm365.apps'],
      ] as const) {
        const rival = aHubClaim({ claimId, mpnId: '4719', products: [product] })
        await hub().put({ ...rival, form: { ...rival.form, partnerCompanyName: 'Zephyr Cloud Works' } })
      }
      for (const number of ['C-90001', 'c-90002']) {
        const words = { 'C-2': `See ${number} for what came of it.` }
        expect(await decide({ ...wins, words })).toMatchObject({ outcome: 'conflict', reason: 'not_allowed' })
      }
      const words = { 'C-2': 'See C-90003 for what came of it.' }
      expect(await decide({ ...wins, words })).toMatchObject({ outcome: 'applied' })
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
}
