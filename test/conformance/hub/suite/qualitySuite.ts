import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { Reference } from '../../../../src-main/hub/api/reference.ts'
import {
  CoachingNotes,
  DrawAnswer,
  Precision,
  SampledDecisions,
  SampleList,
} from '../../../../src-main/hub/api/quality.ts'
import { OperationRequest } from '../../../../src-main/hub/api/operations.ts'
import { putPartnerLinks } from '../../../../src-main/hub/store/partnerLinksRepo.ts'
import { UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import {
  allMet,
  anOperation,
  approve,
  aHubClaim,
  at,
  reject,
  startReview,
} from '../../../builders/hub/hubClaim.ts'
import { caseDesk } from './caseDesk.ts'
import type { TestCaller, TestHub } from '../../../builders/hub/testHub.ts'

const applied = { outcome: 'applied' }
const HOUR = 3_600_000

export function describeQuality(hub: () => TestHub): void {
  type Action = Parameters<typeof anOperation>[1]
  const act = async (who: TestCaller, claimId: string, action: Action) => {
    const request = anOperation(await hub().record(claimId), action)
    expect(await hub().operate(who, claimId, request)).toMatchObject(applied)
    return request.operationId
  }
  /** What is said of a decision: no act on the claim. */
  const say = async (
    who: TestCaller,
    claimId: string,
    action: object,
    operationId: string = randomUUID(),
  ) => {
    const { action: _action, ...rest } = anOperation(await hub().record(claimId), startReview)
    return hub().operate(
      who,
      claimId,
      OperationRequest.parse({ ...rest, operationId, clientId: randomUUID(), action }),
    )
  }
  const decided = async (who: TestCaller, claimId: string, action?: Action) => {
    const claim = aHubClaim({ claimId, tenantId: tenantOf(claimId) })
    await hub().put(claim)
    return act(who, claimId, action ?? approve(claim))
  }
  const tenantOf = (claimId: string) =>
    `00000000-0000-4000-8000-${claimId.replace(/\D/g, '').padStart(12, '0')}`
  const wish = (more: object = {}) => ({
    sampleId: randomUUID(),
    from: at(-24),
    to: at(24),
    seed: 7,
    perCell: 2,
    most: 10,
    ...more,
  })
  const draw = async (more: object = {}) =>
    DrawAnswer.parse(await (await hub().post('team_lead', '/v1.0/quality/samples', wish(more))).json())
  const drawn = async (more: object = {}) => {
    const answer = await draw(more)
    if (answer.outcome !== 'drawn') throw new Error('Nothing was drawn')
    return answer.sample
  }
  const inSample = async (sampleId: string) =>
    SampledDecisions.parse(await (await hub().get('team_lead', `/v1.0/quality/samples/${sampleId}`)).json())
      .decisions
  const ownOf = async (who: TestCaller) =>
    SampledDecisions.parse(await (await hub().get(who, '/v1.0/quality/reviews')).json()).decisions
  const notesOf = async (who: TestCaller) =>
    CoachingNotes.parse(await (await hub().get(who, '/v1.0/quality/notes')).json()).notes
  const precision = async () =>
    Precision.parse(await (await hub().get('team_lead', '/v1.0/quality/precision')).json())
  const reviewOf = (sampleId: string, decisionId: string, verdict: 'met' | 'not_met' = 'met') => ({
    kind: 'second_review',
    sampleId,
    decisionId,
    outcome: verdict === 'met' ? 'approve' : 'reject',
    verdicts: [{ criterion: 'dates', item: null, verdict, reason: null }],
  })

  describe('a sample of decisions', () => {
    it('is drawn of what people decided, once for its id, and spread over others than their deciders', async () => {
      for (const n of [1, 2, 3]) await decided('reviewer', `C-${n}`)
      await decided('reviewer-2', 'C-4', reject())
      const sampleId = randomUUID()
      const sample = await drawn({ sampleId })
      expect(sample).toMatchObject({
        sampleId,
        seed: 7,
        decisions: 4,
        reviewed: 0,
        drawnBy: { userId: 'team_lead' },
      })
      expect(
        sample.cells.map(({ deciderId, outcome, of }) => `${deciderId} ${outcome} ${of}`).sort(),
      ).toEqual(['reviewer approve 3', 'reviewer-2 reject 1'])
      expect(await drawn({ sampleId })).toEqual(sample)
      const list = SampleList.parse(await (await hub().get('team_lead', '/v1.0/quality/samples')).json())
      expect(list.samples).toEqual([sample])
      const decisions = await inSample(sampleId)
      expect(decisions).toHaveLength(4)
      for (const { first, reviewer } of decisions) {
        expect(reviewer?.userId).not.toBe(first?.decider.userId)
        expect(['reviewer', 'reviewer-2', 'arbitration_lead']).toContain(reviewer?.userId)
      }
    })

    it('refuses its id for another wish, and is none where nobody decided anything', async () => {
      expect(await draw()).toEqual({ outcome: 'nothing' })
      await decided('reviewer', 'C-1')
      const { sampleId } = await drawn()
      const again = await hub().post('team_lead', '/v1.0/quality/samples', wish({ sampleId, seed: 8 }))
      expect(again.status).toBe(422)
    })

    it('gives nobody a decision on a claim of a partner with whom they have dealings', async () => {
      await decided('reviewer', 'C-1')
      const links = [{ mpnId: '4711', reason: 'Worked there.' }]
      for (const who of ['reviewer-2', 'arbitration_lead'])
        await putPartnerLinks(hub().ports.db, UserId.parse(who), links)
      const { sampleId } = await drawn()
      expect((await inSample(sampleId)).map(({ reviewer }) => reviewer)).toEqual([null])
    })
  })

  describe('a second review', () => {
    const aReview = async () => {
      const decisionId = await decided('reviewer', 'C-1')
      await putPartnerLinks(hub().ports.db, UserId.parse('arbitration_lead'), [
        { mpnId: '4711', reason: 'Kin.' },
      ])
      const { sampleId } = await drawn()
      return { decisionId, sampleId }
    }

    it('is blind: the first words come once the second are in, and the lead sees both', async () => {
      const { decisionId, sampleId } = await aReview()
      expect(await ownOf('reviewer-2')).toMatchObject([
        { decisionId, claimId: 'C-1', first: null, second: null },
      ])
      expect(JSON.stringify(await ownOf('reviewer-2'))).not.toContain('approve')
      expect(await ownOf('reviewer')).toEqual([])
      const before = await hub().record('C-1')
      expect(await say('reviewer-2', 'C-1', reviewOf(sampleId, decisionId, 'not_met'))).toMatchObject({
        ...applied,
        revision: before.revision,
      })
      expect(await hub().record('C-1')).toEqual(before)
      const both = {
        first: { outcome: 'approve', decider: { userId: 'reviewer' } },
        second: { outcome: 'reject' },
      }
      expect(await ownOf('reviewer-2')).toMatchObject([both])
      expect(await inSample(sampleId)).toMatchObject([{ ...both, reviewer: { userId: 'reviewer-2' } }])
    })

    it('is of whoever was drawn, once, and never of whoever decided', async () => {
      const { decisionId, sampleId } = await aReview()
      const review = reviewOf(sampleId, decisionId)
      expect(await say('reviewer', 'C-1', review)).toMatchObject({ reason: 'four_eyes_self' })
      expect(await say('team_lead', 'C-1', review)).toMatchObject({ reason: 'not_allowed' })
      expect(await say('arbitration_lead', 'C-1', review)).toMatchObject({ reason: 'conflict_of_interest' })
      expect(await say('auditor', 'C-1', review)).toMatchObject({ reason: 'role_lost' })
      expect(await say('reviewer-2', 'C-1', reviewOf(sampleId, randomUUID()))).toMatchObject({
        reason: 'not_allowed',
      })
      const operationId = randomUUID()
      expect(await say('reviewer-2', 'C-1', review, operationId)).toMatchObject(applied)
      expect(await say('reviewer-2', 'C-1', review)).toMatchObject({ reason: 'not_allowed' })
      expect(await inSample(sampleId)).toMatchObject([{ second: { outcome: 'approve' } }])
    })
  })

  describe('an outcome of cases', () => {
    const { aContest, decide, keeps } = caseDesk(hub)

    it('is drawn once, by one of its claims, and looked at blind by whoever has no boards of cases', async () => {
      await aContest()
      expect(await decide(keeps)).toMatchObject(applied)
      const sample = await drawn()
      expect(sample.decisions).toBe(1)
      expect(sample.cells).toMatchObject([{ deciderId: 'arbitration_lead', outcome: 'reject' }])
      const [one] = await inSample(sample.sampleId)
      expect(one).toMatchObject({ claimId: 'C-1', isOfCase: true, first: { outcome: 'reject' } })
      const who = one?.reviewer?.userId as TestCaller
      expect(['reviewer', 'reviewer-2']).toContain(who)
      expect(await ownOf(who)).toMatchObject([{ claimId: 'C-1', isOfCase: false, first: null }])
      const review = reviewOf(sample.sampleId, one?.decisionId ?? '')
      expect(await say('arbitration_lead', 'C-1', review)).toMatchObject({ reason: 'four_eyes_self' })
      expect(await say(who, 'C-2', review)).toMatchObject({ reason: 'not_allowed' })
      expect(await say(who, 'C-1', review)).toMatchObject(applied)
      expect(await inSample(sample.sampleId)).toMatchObject([{ second: { outcome: 'approve' } }])
    })
  })

  describe('a note on a decision', () => {
    const note = (decisionId: string, more: object = {}) => ({
      kind: 'coaching_note',
      decisionId,
      toUserId: 'reviewer',
      criteria: ['dates'],
      missed: 'The day on page 3 is that of the draft.',
      strength: 'The letter was clear.',
      quality: 3,
      ...more,
    })

    it('goes from a team lead to whoever decided, and is seen by them and the leads alone', async () => {
      const decisionId = await decided('reviewer', 'C-1')
      const before = await hub().record('C-1')
      expect(await say('team_lead', 'C-1', note(decisionId))).toMatchObject(applied)
      for (const who of ['reviewer', 'team_lead'] as const)
        expect(await notesOf(who)).toMatchObject([
          {
            claimId: 'C-1',
            decisionId,
            quality: 3,
            from: { userId: 'team_lead' },
            to: { userId: 'reviewer' },
          },
        ])
      for (const who of ['reviewer-2', 'arbitration_lead'] as const) expect(await notesOf(who)).toEqual([])
      // Neither the claim, which travels to everybody, nor what a partner reads of it says a word.
      expect(await hub().record('C-1')).toEqual(before)
      const own = await hub().get('intake', '/v1.0/intake/claims/C-1')
      expect(await own.text()).not.toContain('page 3')
    })

    it('is of no reviewer, and to nobody but whoever decided', async () => {
      const decisionId = await decided('reviewer', 'C-1')
      expect(await say('reviewer-2', 'C-1', note(decisionId))).toMatchObject({ reason: 'role_lost' })
      expect(await say('team_lead', 'C-1', note(decisionId, { toUserId: 'reviewer-2' }))).toMatchObject({
        reason: 'not_allowed',
      })
      expect(await notesOf('team_lead')).toEqual([])
    })
  })

  describe('how often a check is right', () => {
    const decideSo = async (n: number, machine: 'met' | 'not_met') => {
      const claim = aHubClaim({ claimId: `C-${n}`, tenantId: tenantOf(`C-${n}`) })
      await hub().put(claim)
      const verdicts = allMet(claim).map((word) =>
        word.criterion === 'dates' && machine === 'not_met'
          ? { ...word, by: 'reviewer' as const, reason: 'It is dated on page 2.', machine }
          : { ...word, machine: 'met' as const },
      )
      await act('reviewer', `C-${n}`, { kind: 'approve', verdicts, reasons: [], comment: '' })
    }
    const datesIn = async () => (await precision()).checks.find(({ criterion }) => criterion === 'dates')

    it('is told with every word that a person did not share, and turns a check advisory below its level', async () => {
      for (let n = 1; n <= 19; n += 1) await decideSo(n, n <= 3 ? 'not_met' : 'met')
      // Nineteen are too few to say.
      expect(await datesIn()).toMatchObject({ hits: 16, of: 19, level: 0.9, least: 20, advisorySince: null })
      hub().clock.now += HOUR
      const since = new Date(hub().clock.now).toISOString()
      await decideSo(20, 'met')
      expect(await datesIn()).toMatchObject({ hits: 17, of: 20, advisorySince: since })
      hub().clock.now += HOUR
      const { checks, overridden } = await precision()
      expect(checks.filter(({ advisorySince }) => advisorySince !== null)).toMatchObject([
        { criterion: 'dates', policy: { id: 'seed-2020', version: 1 }, advisorySince: since },
      ])
      expect(overridden.map(({ claimId }) => claimId).sort()).toEqual(['C-1', 'C-2', 'C-3'])
      expect(overridden[0]).toMatchObject({
        machine: 'not_met',
        counted: 'met',
        reason: 'It is dated on page 2.',
      })
    })

    it('goes to every workstation with what claims are judged by, and comes back once the check is right again', async () => {
      for (let n = 1; n <= 20; n += 1) await decideSo(n, n <= 3 ? 'not_met' : 'met')
      hub().clock.now += HOUR
      const given = async () =>
        Reference.parse(await (await hub().get('reviewer', '/v1.0/reference')).json()).advisoryChecks.find(
          ({ criterion }) => criterion === 'dates',
        )
      expect(await given()).toMatchObject({ policy: { id: 'seed-2020' }, level: 0.9 })
      for (let n = 21; n <= 30; n += 1) await decideSo(n, 'met')
      hub().clock.now += HOUR
      expect(await given()).toBeUndefined()
      expect(await datesIn()).toMatchObject({ hits: 27, of: 30, advisorySince: null })
    })
  })
}
