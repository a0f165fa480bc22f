import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FeedPage } from '../../../../src-main/hub/api/feed.ts'
import { HubUser } from '../../../../src-main/hub/api/people.ts'
import { putPartnerLinks } from '../../../../src-main/hub/store/partnerLinksRepo.ts'
import { putDemoUsers } from '../../../../src-main/hub/store/peopleRepo.ts'
import { putProfile } from '../../../../src-main/hub/store/referenceRepo.ts'
import { policyProfiles, users } from '../../../../src-main/hub/store/schema.ts'
import { ARBITRATION_BY_DEFAULT } from '../../../../src-main/domain/arbitration/arbitrationPolicy.ts'
import { ArbitrationCase } from '../../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import { UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aDecision, decideAtHub, voteOf } from '../../../builders/hub/caseDecisions.ts'
import { comment } from '../../../builders/hub/hubClaim.ts'
import { partnerSide } from '../../../builders/hub/partnerSide.ts'
import type { TestCaller, TestHub } from '../../../builders/hub/testHub.ts'
import { SEED_2020 } from '../../../builders/policy.ts'
import { caseDesk } from './caseDesk.ts'

const TEAMS = 'workload m365.teams'
const FIRST = 'arbitration_lead'
const SECOND = 'arbitration_lead-2'
const applied = { outcome: 'applied' }
const movedOn = { outcome: 'conflict', reason: 'case_moved_on' }

export function describeCaseVotes(hub: () => TestHub): void {
  const { operate, decide, statusOf, caseOn, claimOf, aContest, wins, keeps } = caseDesk(hub)
  type Wish = Parameters<typeof aDecision>[1]
  const vote = async (wish: Wish, who: TestCaller = FIRST, resolver: string | null = 'team_lead') =>
    decideAtHub(hub(), voteOf(await aDecision(hub(), wish), resolver), who)
  /** The votes as somebody's feed has them: whom each is for. */
  const seenBy = async (who: TestCaller) => {
    const page = FeedPage.parse(await (await hub().get(who, '/v1.0/claims/delta')).json())
    const cases = page.value.flatMap((item) => ArbitrationCase.safeParse(item).data ?? [])
    return cases.flatMap(({ votes }) =>
      votes.map(({ userId, said }) => `${userId}: ${said === null ? 'sealed' : said.winner}`),
    )
  }

  describe('a second opinion', () => {
    beforeAll(() =>
      putDemoUsers(hub().ports.db, [
        HubUser.parse({ userId: SECOND, name: 'The second lead', role: 'arbitration_lead' }),
      ]),
    )
    afterAll(() => hub().owner.delete(users).where(eq(users.userId, SECOND)))

    it('is sealed for everybody but its voter until another lead has voted on the same papers', async () => {
      await aContest()
      expect(await vote(wins)).toMatchObject(applied)
      expect(await seenBy(FIRST)).toEqual([`${FIRST}: C-1`])
      for (const who of [SECOND, 'team_lead', 'auditor'] as const)
        expect(await seenBy(who)).toEqual([`${FIRST}: sealed`])
      expect(await seenBy('reviewer')).toEqual([])
      expect(await vote(keeps, SECOND)).toMatchObject(applied)
      const both = [`${FIRST}: C-1`, `${SECOND}: C-2`]
      for (const who of [FIRST, SECOND, 'team_lead', 'auditor'] as const)
        expect(await seenBy(who)).toEqual(both)
    })

    it('reaches the hub also where the other vote came between: none knows of the other', async () => {
      await aContest()
      const mine = voteOf(await aDecision(hub(), wins))
      expect(await vote(keeps, SECOND)).toMatchObject(applied)
      expect(await decideAtHub(hub(), mine)).toMatchObject(applied)
      expect((await caseOn(TEAMS))?.votes.map(({ said }) => said?.winner)).toEqual(['C-2', 'C-1'])
    })

    it('counts both where two leads vote at the same moment, and the first named resolver stays', async () => {
      await aContest()
      const votes = [
        decideAtHub(hub(), voteOf(await aDecision(hub(), wins)), FIRST),
        decideAtHub(hub(), voteOf(await aDecision(hub(), wins)), SECOND),
      ]
      expect(await Promise.all(votes)).toMatchObject([applied, applied])
      expect(await caseOn(TEAMS)).toMatchObject({ votes: [{}, {}], resolver: { userId: 'team_lead' } })
    })

    it('leaves the claims as they are', async () => {
      await aContest()
      const before = await Promise.all(['C-1', 'C-2'].map((id) => hub().record(id)))
      await vote(wins)
      expect(await Promise.all(['C-1', 'C-2'].map((id) => hub().record(id)))).toEqual(before)
    })

    it('has to be there before a decision once somebody voted, and only what both want is decided', async () => {
      await aContest()
      await vote(wins)
      expect(await decide(wins, FIRST)).toMatchObject(movedOn)
      expect(await decide(wins, SECOND)).toMatchObject(movedOn)
      await vote(wins, SECOND)
      expect(await decide(keeps, FIRST)).toMatchObject(movedOn)
      expect(await decide(wins, SECOND)).toMatchObject(applied)
      expect(await statusOf('C-1')).toBe('approved consent_open')
      expect(await caseOn(TEAMS)).toMatchObject({ outcome: { winner: 'C-1', by: { userId: SECOND } } })
    })

    it('goes to the named resolver where the two differ, and to nobody else', async () => {
      await aContest()
      await vote(wins)
      await vote(keeps, SECOND)
      for (const who of [FIRST, SECOND] as const) expect(await decide(wins, who)).toMatchObject(movedOn)
      expect(await decide(wins, 'team_lead')).toMatchObject(applied)
      expect(await caseOn(TEAMS)).toMatchObject({ outcome: { winner: 'C-1', by: { userId: 'team_lead' } } })
    })

    it('lets a team lead step in for a resolver, and decide nothing else', async () => {
      const third = HubUser.parse({ userId: 'lead-3', name: 'The third lead', role: 'arbitration_lead' })
      await putDemoUsers(hub().ports.db, [third])
      await aContest()
      const lost = { outcome: 'conflict', reason: 'role_lost' }
      expect(await decide(wins, 'team_lead')).toMatchObject(lost)
      await vote(wins, FIRST, 'lead-3')
      expect(await decide(wins, 'team_lead')).toMatchObject(lost)
      await vote(keeps, SECOND, null)
      expect(await decide(keeps, 'team_lead')).toMatchObject(applied)
      await hub().owner.delete(users).where(eq(users.userId, 'lead-3'))
    })

    it('counts no more once there is another paper, and says nothing of the votes on the old ones', async () => {
      await aContest()
      await vote(wins)
      await partnerSide(hub()).addDocument('C-2', 'newest')
      expect(await vote(keeps, SECOND)).toMatchObject(applied)
      expect(await seenBy(SECOND)).toEqual([`${FIRST}: sealed`, `${SECOND}: C-2`])
      expect(await seenBy(FIRST)).toEqual([`${FIRST}: C-1`, `${SECOND}: sealed`])
      expect(await decide(keeps, SECOND)).toMatchObject(movedOn)
      expect(await vote(keeps, FIRST)).toMatchObject(applied)
      expect(await decide(keeps, FIRST)).toMatchObject(applied)
      expect(await seenBy('auditor')).toEqual([`${FIRST}: C-1`, `${SECOND}: C-2`, `${FIRST}: C-2`])
    })

    it.each([
      ['a second time by the same lead', FIRST, 'team_lead', movedOn],
      ['by a team lead or reviewer', 'team_lead', 'team_lead', { outcome: 'conflict', reason: 'role_lost' }],
      ['by who was named to resolve', SECOND, 'team_lead', movedOn],
    ] as const)('is not taken %s', async (title, who, resolver, refusal) => {
      await aContest()
      const named = title.includes('named') ? SECOND : resolver
      expect(await vote(wins, FIRST, named)).toMatchObject(applied)
      expect(await vote(wins, who)).toMatchObject(refusal)
    })

    it.each([
      ['nobody', null],
      ['its own voter', FIRST],
      ['somebody who may not decide', 'reviewer'],
      ['somebody unknown', 'nobody-here'],
    ])('is not taken where it names %s to resolve', async (_, resolver) => {
      await aContest()
      expect(await vote(wins, FIRST, resolver)).toMatchObject({ outcome: 'conflict', reason: 'not_allowed' })
      expect((await caseOn(TEAMS))?.votes).toEqual([])
    })

    it('is not taken where it names somebody who has dealings with a party', async () => {
      await aContest()
      const links = [{ mpnId: '4712', reason: 'Worked there.' }]
      await putPartnerLinks(hub().ports.db, UserId.parse('team_lead'), links)
      expect(await vote(wins)).toMatchObject({ outcome: 'conflict', reason: 'not_allowed' })
      await putPartnerLinks(hub().ports.db, UserId.parse('team_lead'), [])
      expect(await vote(wins)).toMatchObject(applied)
    })

    it('is not taken on what was not seen: another claim revision, another claimant, a case that is over', async () => {
      await aContest()
      const old = voteOf(await aDecision(hub(), wins))
      await operate('C-1', comment('One more look.'))
      expect(await decideAtHub(hub(), old)).toMatchObject({ outcome: 'conflict', reason: 'claim_changed' })
      const early = voteOf(await aDecision(hub(), wins))
      await hub().put(claimOf('C-3', '4713'))
      expect(await decideAtHub(hub(), early)).toMatchObject(movedOn)
    })

    it('is not taken once the case is decided', async () => {
      await aContest()
      const late = voteOf(await aDecision(hub(), keeps))
      await decide(wins)
      const elsewhere = { outcome: 'conflict', reason: 'decided_elsewhere' }
      expect(await decideAtHub(hub(), late)).toMatchObject(elsewhere)
    })

    it('is wanted for every case where the profile of one of its claims says so', async () => {
      const arbitration = { ...ARBITRATION_BY_DEFAULT, secondOpinion: true }
      const profile = { ...SEED_2020, id: 'two-votes', arbitration }
      await hub().ports.db.transaction((tx) => putProfile(tx, profile))
      await hub().ports.rules.refresh(hub().ports.db)
      await aContest({ ...claimOf('C-1', '4711'), policy: { id: 'two-votes', version: profile.version } })
      expect(await decide(wins)).toMatchObject(movedOn)
      await vote(wins)
      await vote(wins, SECOND)
      expect(await decide(wins)).toMatchObject(applied)
      await hub().clear()
      await hub().owner.delete(policyProfiles).where(eq(policyProfiles.policyId, 'two-votes'))
    })
  })
}
