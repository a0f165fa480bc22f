import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { OrderStepAnswer, StandingOrder, WipeAnswer, Wipes } from '../../../../src-main/hub/api/wipes.ts'
import { sayFinding } from '../../../../src-main/hub/audit/findings.ts'
import { verifyLog } from '../../../../src-main/hub/audit/verifyLog.ts'
import { actingAs, HUB } from '../../../../src-main/hub/store/callerContext.ts'
import { carriedOperations, wipeActs } from '../../../../src-main/hub/store/schema.ts'
import { listCarried } from '../../../../src-main/hub/store/wipesRepo.ts'
import { type TestCaller, type TestHub, withoutTriggers } from '../../../builders/hub/testHub.ts'

const HERE = { version: '1.0.0', host: 'electron', unsent: 0, oldestAt: null, decidedClaims: [] }

/** Orders to wipe a workstation: who gives them, whom they reach, what comes back. */
export function describeWipes(hub: () => TestHub): void {
  /** A workstation that said that it is there. */
  const aStation = async (who: TestCaller = 'reviewer') => {
    const clientId = randomUUID()
    await hub().ask(who, 'PUT', `/v1.0/workstations/${clientId}`, HERE)
    return clientId
  }
  const put = (
    who: TestCaller,
    clientId: string,
    act: 'ordered' | 'taken_back',
    reason = 'Left in a train.',
  ) => hub().ask(who, 'PUT', `/v1.0/workstations/${clientId}/wipe`, { act, reason })
  const answered = async (...wish: Parameters<typeof put>) =>
    WipeAnswer.parse(await (await put(...wish)).json())
  /** As the workstation asks: with nobody's token. */
  const orderFor = async (clientId: string, formerly = '') => {
    const query = formerly === '' ? '' : `?formerly=${formerly}`
    const answer = await hub().get(null, `/v1.0/workstations/${clientId}/order${query}`)
    return StandingOrder.parse(await answer.json()).order
  }
  const ordered = async (clientId: string) => {
    await put('team_lead', clientId, 'ordered')
    return (await orderFor(clientId))?.orderId ?? ''
  }
  const tell = (clientId: string, orderId: string, step: 'begun' | 'done') =>
    hub().ask(null, 'PUT', `/v1.0/workstations/${clientId}/order/${orderId}`, { step })
  const told = async (...wish: Parameters<typeof tell>) =>
    OrderStepAnswer.parse(await (await tell(...wish)).json()).outcome
  const carry = async (clientId: string, orderId: string, operations: unknown[]) =>
    hub().ask(null, 'POST', `/v1.0/workstations/${clientId}/order/${orderId}/operations`, { operations })
  const aCarried = (text: string) => ({
    operationId: randomUUID(),
    claimId: 'C-1',
    kind: 'comment',
    byUserId: 'reviewer',
    standing: 'waiting',
    madeAt: '2026-11-19T10:00:00.000Z',
    content: { action: { kind: 'comment', text } },
  })
  const wipeOf = async (clientId: string) =>
    Wipes.parse(await (await hub().get('auditor', '/v1.0/wipes')).json()).wipes.find(
      (one) => one.clientId === clientId,
    )
  const problems = async () => (await verifyLog(hub().ports.db, null)).findings.map(sayFinding)

  describe('an order to wipe a workstation', () => {
    it('says who gave it, when and why, reaches that workstation without a token, and no other one of the person', async () => {
      const [lost, other] = [await aStation(), await aStation()]
      expect(await answered('team_lead', lost, 'ordered')).toEqual({ outcome: 'noted', last: 'ordered' })
      expect(await orderFor(lost)).toMatchObject({
        clientId: lost,
        orderedAt: new Date(hub().clock.now).toISOString(),
      })
      expect(await orderFor(other)).toBeNull()
      expect(await orderFor(randomUUID())).toBeNull()
      expect(await wipeOf(lost)).toEqual({
        clientId: lost,
        userId: 'reviewer',
        name: 'The reviewer',
        carried: 0,
        steps: [
          {
            act: 'ordered',
            at: new Date(hub().clock.now).toISOString(),
            byUserId: 'team_lead',
            byName: 'The team_lead',
            reason: 'Left in a train.',
          },
        ],
      })
      expect(await problems()).toEqual([])
    })

    it('is a lead’s: nobody else gives it or takes it back, and it is about a workstation that was here, with a reason', async () => {
      const clientId = await aStation()
      for (const who of ['reviewer', 'arbitration_lead', 'auditor', 'partner', 'intake'] as const)
        for (const act of ['ordered', 'taken_back'] as const)
          expect((await put(who, clientId, act)).status, `${who} ${act}`).toBe(403)
      expect((await put('team_lead', randomUUID(), 'ordered')).status).toBe(404)
      expect((await put('team_lead', clientId, 'ordered', '   ')).status).toBe(400)
      expect((await hub().get('reviewer', '/v1.0/wipes')).status).toBe(403)
      expect(await orderFor(clientId)).toBeNull()
    })

    it('is found under a name that the profile had before, so that a copy does not get away with another one', async () => {
      const before = await aStation()
      const orderId = await ordered(before)
      expect(await orderFor(randomUUID(), `${randomUUID()},${before}`)).toMatchObject({
        clientId: before,
        orderId,
      })
      expect((await hub().get(null, `/v1.0/workstations/${before}/order?formerly=nonsense`)).status).toBe(400)
    })

    it('can be taken back until the workstation begins, and not any more then', async () => {
      const clientId = await aStation()
      const first = await ordered(clientId)
      expect(await answered('team_lead', clientId, 'taken_back', 'It was found.')).toMatchObject({
        outcome: 'noted',
      })
      expect(await orderFor(clientId)).toBeNull()
      expect(await told(clientId, first, 'begun')).toBe('not_now')
      const second = await ordered(clientId)
      expect(second).not.toBe(first)
      // What was heard before it was taken back holds for nothing by now.
      expect(await told(clientId, first, 'begun')).toBe('not_now')
      expect(await told(clientId, second, 'begun')).toBe('noted')
      expect(await answered('team_lead', clientId, 'taken_back')).toEqual({
        outcome: 'too_late',
        last: 'begun',
      })
      expect(await told(clientId, second, 'done')).toBe('noted')
      expect((await wipeOf(clientId))?.steps.map(({ act, reason }) => [act, reason])).toEqual([
        ['ordered', 'Left in a train.'],
        ['taken_back', 'It was found.'],
        ['ordered', 'Left in a train.'],
        ['begun', null],
        ['done', null],
      ])
      expect(await problems()).toEqual([])
    })

    it('is noted once, however often lead and workstation say the same, and one of two at the same moment wins', async () => {
      const clientId = await aStation()
      await Promise.all([1, 2, 3].map(() => put('team_lead', clientId, 'ordered')))
      const { orderId = '' } = (await orderFor(clientId)) ?? {}
      const answers = await Promise.all([
        told(clientId, orderId, 'begun'),
        told(clientId, orderId, 'begun'),
        answered('team_lead', clientId, 'taken_back').then(({ outcome }) => outcome),
      ])
      const steps = (await wipeOf(clientId))?.steps.map(({ act }) => act)
      const isTakenBack = answers[2] === 'noted'
      expect(answers.slice(0, 2)).toEqual(isTakenBack ? ['not_now', 'not_now'] : ['noted', 'noted'])
      expect(steps).toEqual(['ordered', isTakenBack ? 'taken_back' : 'begun'])
    })

    it('holds for a copy of what was wiped already', async () => {
      const clientId = await aStation()
      const orderId = await ordered(clientId)
      await tell(clientId, orderId, 'begun')
      await tell(clientId, orderId, 'done')
      expect(await orderFor(clientId)).toMatchObject({ orderId })
      expect(await told(clientId, orderId, 'begun')).toBe('noted')
      expect(await told(clientId, orderId, 'done')).toBe('noted')
      expect((await wipeOf(clientId))?.steps.map(({ act }) => act)).toEqual([
        'ordered',
        'begun',
        'done',
        'begun',
        'done',
      ])
    })

    it('brings along what the hub did not apply: kept once, word for word, and only while the order stands', async () => {
      const clientId = await aStation()
      const orderId = await ordered(clientId)
      const [one, two] = [aCarried('Never arrived.'), aCarried('Nor this.')]
      expect(await (await carry(clientId, orderId, [one])).json()).toEqual({ kept: 1 })
      expect(await (await carry(clientId, orderId, [one, two])).json()).toEqual({ kept: 1 })
      const kept = await actingAs(HUB, () => listCarried(hub().ports.db, clientId))
      expect(kept.toSorted((a) => (a.operationId === one.operationId ? -1 : 1))).toEqual([one, two])
      expect((await wipeOf(clientId))?.carried).toBe(2)
      expect((await carry(clientId, randomUUID(), [one])).status).toBe(404)
      expect((await carry(await aStation(), orderId, [one])).status).toBe(404)
      expect((await carry(clientId, orderId, [{ ...one, more: 'than asked' }])).status).toBe(400)
      await put('team_lead', clientId, 'taken_back')
      expect((await carry(clientId, orderId, [aCarried('Too late.')])).status).toBe(404)
      expect(await problems()).toEqual([])
    })

    it('shows carried words to nobody who reads claims, and stays as it was written', async () => {
      const clientId = await aStation()
      await carry(clientId, await ordered(clientId), [aCarried('Never arrived.')])
      const { db } = hub().ports
      expect(await actingAs({ kind: 'team', hidden: [] }, () => listCarried(db, clientId))).toEqual([])
      for (const table of [wipeActs, carriedOperations]) {
        const isOwn = eq(table.clientId, clientId)
        await expect(
          actingAs(HUB, async () => db.update(table).set({ orderId: randomUUID() }).where(isOwn)),
        ).rejects.toThrow()
        await expect(hub().owner.delete(table).where(isOwn)).rejects.toThrow()
      }
    })
  })

  describe('the log of an order', () => {
    it('names an order whose reason somebody changed past the triggers', async () => {
      const clientId = await aStation()
      await ordered(clientId)
      const { owner } = hub()
      const change = (reason: string) =>
        withoutTriggers(owner, (tx) =>
          tx.update(wipeActs).set({ reason }).where(eq(wipeActs.clientId, clientId)),
        )
      await change('No reason.')
      expect(await problems()).toEqual([
        `workstation ${clientId}, entry 1: the row that this entry is about was changed (wipe_act 1)`,
      ])
      await change('Left in a train.')
      expect(await problems()).toEqual([])
    })
  })
}
