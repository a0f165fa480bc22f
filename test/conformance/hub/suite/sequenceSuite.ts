import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { clients, operations } from '../../../../src-main/hub/store/schema.ts'
import type { OperationRequest } from '../../../../src-main/hub/api/operations.ts'
import { ClaimId, TenantId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { removeClaim } from '../../../../src-main/hub/store/claimWrites.ts'
import { aHubClaim, anOperation, comment, NOW, reject, TENANT_A } from '../../../builders/hub/hubClaim.ts'
import { fc } from '../../../builders/hub/property.ts'
import type { TestHub } from '../../../builders/hub/testHub.ts'
import { transact } from '../../../../src-main/hub/store/transact.ts'

const applied = (revision: number) => ({ outcome: 'applied', revision })
const CLIENTS = 8
const CLAIMS = 50

/**
 * Numbers of operations, and that each happens once.
 * @param many how many operations are drawn for the last test.
 */
export function describeSequences(hub: () => TestHub, many: number): void {
  describe('the numbers of a workstation’s operations', () => {
    const send = async (request: OperationRequest, headers?: Record<string, string>) => {
      const answer = await hub().post('reviewer', '/v1.0/claims/C-1/operations', request, headers)
      return { status: answer.status, ...((await answer.json()) as { code?: string; expected?: number }) } // shaped by each test
    }
    const lastOf = async (clientId: string) =>
      (await hub().ports.db.select().from(clients)).find((row) => row.clientId === clientId)?.lastSequence
    const numbered = (clientId: string) => {
      const claim = aHubClaim()
      return (sequence: number, words = `Word ${sequence}.`) =>
        anOperation(claim, comment(words), { clientId, sequence })
    }

    it('go up one by one; a gap is refused with the number that is missing', async () => {
      await hub().put(aHubClaim())
      const clientId = randomUUID()
      const op = numbered(clientId)
      expect(await send(op(2))).toMatchObject({ status: 409, code: 'sequence_gap', expected: 1 })
      expect(await send(op(1))).toMatchObject({ status: 200, outcome: 'applied' })
      expect(await send(op(3))).toMatchObject({ status: 409, code: 'sequence_gap', expected: 2 })
      expect(await send(op(2))).toMatchObject({ status: 200, outcome: 'applied' })
      expect([await lastOf(clientId), (await hub().record('C-1')).comments.length]).toEqual([2, 2])
    })

    it('are used once: a copied profile is refused what its original has sent under the number', async () => {
      await hub().put(aHubClaim())
      const op = numbered(randomUUID())
      await send(op(1))
      expect(await send(op(1, 'By the copy.'))).toMatchObject({
        status: 409,
        code: 'sequence_reused',
        expected: 2,
      })
      expect((await hub().record('C-1')).comments).toHaveLength(1)
    })

    it('begin at 1 under a new client id, and what was answered before is answered alike', async () => {
      await hub().put(aHubClaim())
      const first = numbered(randomUUID())(1)
      await send(first)
      const clientId = randomUUID()
      const again = { ...first, clientId, sequence: 1 }
      expect(await send(again)).toEqual({ status: 200, ...applied(4) })
      // The renewed profile goes on counting from the answer that it got.
      expect(await send(numbered(clientId)(2))).toEqual({ status: 200, ...applied(5) })
      expect((await hub().record('C-1')).comments).toHaveLength(2)
    })

    it('stay where they are when nothing was answered', async () => {
      const claim = aHubClaim()
      await hub().put(claim)
      const clientId = randomUUID()
      const op = numbered(clientId)
      const known = op(1)
      await send(known)
      const unanswered = [
        { ...op(2), action: { kind: 'dance' } },
        { ...op(2), documentHashes: ['x'] },
        { ...known, madeAt: claim.stateChangedAt, sequence: 2 },
        op(4),
        op(1, 'Another.'),
      ]
      const statuses: number[] = []
      for (const request of unanswered) statuses.push((await send(request as OperationRequest)).status) // some are none
      expect(statuses).toEqual([400, 400, 422, 409, 409])
      expect(await send(op(2), { 'if-match': '"3"' })).toMatchObject({
        status: 412,
        code: 'precondition_failed',
      })
      expect(await lastOf(clientId)).toBe(1)
      expect(await send(op(2), { 'if-match': '"4"' })).toEqual({ status: 200, ...applied(5) })
      expect(await lastOf(clientId)).toBe(2)
    })

    it('go up with a stored refusal, and with the answer that a claim is gone', async () => {
      const claim = aHubClaim({ state: 'approved', subState: 'consent_open' })
      await hub().put(claim)
      const clientId = randomUUID()
      const refused = anOperation(claim, reject(), { clientId })
      expect(await send(refused)).toMatchObject({ outcome: 'conflict', reason: 'not_allowed' })
      const key = { tenantId: TenantId.parse(TENANT_A), claimId: ClaimId.parse('C-1') }
      await transact(hub().ports.db, (tx) => removeClaim(tx, key, 'deleted'))
      const op = numbered(clientId)
      expect(await send(op(3))).toMatchObject({ code: 'sequence_gap', expected: 2 })
      for (const _ of [1, 2]) expect(await send(op(2))).toMatchObject({ reason: 'claim_deleted' })
      expect(await lastOf(clientId)).toBe(2)
    })

    it('answers a known id before it looks at number or revision', async () => {
      await hub().put(aHubClaim())
      const op = numbered(randomUUID())
      const first = await send(op(1))
      expect(first.status).toBe(200)
      const request = op(2)
      const second = await send(request)
      for (const sequence of [1, 2, 9])
        expect(await send({ ...request, sequence }, { 'if-match': '"1"' })).toEqual(second)
    })

    it('keeps what the device’s clock said beside the hub’s own time', async () => {
      const claim = aHubClaim()
      await hub().put(claim)
      const told = { madeAt: claim.stateChangedAt, clockOffsetMs: -7_200_000 }
      await send(anOperation(claim, comment(), told))
      const [stored] = await hub().ports.db.select().from(operations)
      expect(stored).toMatchObject({ request: told, receivedAt: new Date(NOW) })
      expect((await hub().record('C-1')).comments[0]?.at).toBe(new Date(NOW).toISOString())
    })

    it('one operation over two connections at once has one effect and one answer', async () => {
      await hub().put(aHubClaim())
      const first = numbered(randomUUID())(1)
      // The second comes from the same profile after it renewed its name.
      const renewed = { ...first, clientId: randomUUID() }
      const answers = await Promise.all([send(first), send(renewed), send(first), send(renewed)])
      expect(answers).toEqual(answers.map(() => ({ status: 200, ...applied(4) })))
      expect((await hub().record('C-1')).comments).toHaveLength(1)
    })

    it(`of ${many} operations, each sent once to five times in drawn order by ${CLIENTS} workstations, none happens twice`, async () => {
      const claims = Array.from({ length: CLAIMS }, (_, index) =>
        aHubClaim({ claimId: `C-${index}`, products: [`m365.${index}`] }),
      )
      await hub().put(...claims)
      const draw = fc.record({
        claim: fc.nat({ max: CLAIMS - 1 }),
        client: fc.nat({ max: CLIENTS - 1 }),
        times: fc.integer({ min: 1, max: 5 }),
        // How much later each repeat comes, in places of its workstation's line.
        delays: fc.array(fc.nat({ max: 40 }), { minLength: 4, maxLength: 4 }),
      })
      const seed = 20_261_121
      const drawn = fc.sample(fc.array(draw, { minLength: many, maxLength: many, size: 'max' }), {
        seed,
        numRuns: 1,
      })[0]
      if (drawn === undefined) throw new Error('nothing was drawn')
      const lines = linesOf(drawn, claims)
      await Promise.all(
        lines.map(async (line) => {
          const answered = new Map<string, unknown>()
          for (const { claimId, request } of line) {
            const result = await hub().operate('reviewer', claimId, request)
            const before = answered.get(request.operationId)
            if (before !== undefined) expect(result).toEqual(before)
            answered.set(request.operationId, result)
          }
        }),
      )
      const texts = await Promise.all(
        claims.map(async ({ form }) => (await hub().record(form.claimId)).comments.map(({ text }) => text)),
      )
      const all = texts.flat()
      expect({ seed, applied: all.length, distinct: new Set(all).size }).toEqual({
        seed,
        applied: many,
        distinct: many,
      })
      expect(await hub().ports.db.$count(operations)).toBe(many)
      // Nothing took part in the count twice either.
      const counts = (await hub().ports.db.select().from(clients)).map(({ lastSequence }) => lastSequence)
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(many)
    }, 120_000)
  })
}

interface Drawn {
  readonly claim: number
  readonly client: number
  readonly times: number
  readonly delays: readonly number[]
}

interface Sent {
  readonly claimId: string
  readonly request: OperationRequest
}

/** What each workstation sends: its operations in their order, each repeated at later places. */
function linesOf(drawn: readonly Drawn[], claims: readonly ReturnType<typeof aHubClaim>[]): Sent[][] {
  const ids = Array.from({ length: CLIENTS }, () => randomUUID())
  return ids.map((clientId, client) => {
    const own = drawn.filter((one) => one.client === client)
    const places = own.flatMap((one, index) => {
      const claim = claims[one.claim] ?? aHubClaim()
      const request = anOperation(claim, comment(`${client}/${index}`), { clientId, sequence: index + 1 })
      const sent = { claimId: claim.form.claimId, request }
      const repeats = one.delays
        .slice(0, one.times - 1)
        .map((delay) => ({ place: index + delay + 0.5, sent }))
      return [{ place: index, sent }, ...repeats]
    })
    return places.sort((a, b) => a.place - b.place).map(({ sent }) => sent)
  })
}
