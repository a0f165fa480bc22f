import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type JudgedPaper, likenessOf, nearnessOf } from '../../../../src-main/domain/quality/twins.ts'
import { printsOfFacts } from '../../../../src-main/domain/evidence/printsOfFacts.ts'
import { type OperationAction, OperationRequest } from '../../../../src-main/hub/api/operations.ts'
import { Twins } from '../../../../src-main/hub/api/quality.ts'
import { putPartnerLinks } from '../../../../src-main/hub/store/partnerLinksRepo.ts'
import { UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import {
  allMet,
  anOperation,
  aHubClaim,
  reopen,
  sha256Of,
  startReview,
} from '../../../builders/hub/hubClaim.ts'
import type { TestCaller, TestHub } from '../../../builders/hub/testHub.ts'
import { factsOf } from '../../../builders/poe/factsOf.ts'
import { randomFrom } from '../../../builders/randomFrom.ts'

const HOUR = 3_600_000
type Judged = 'approve' | 'request_info' | 'reject'

interface Wish {
  readonly documents?: readonly string[]
  readonly products?: readonly string[]
  readonly mpnId?: string
  readonly machine?: 'met' | 'cannot_tell'
}

/** A paper named `form/customer` is the form filled in for that customer; another form reads otherwise. */
function factsFor(name: string) {
  const [form = '', customer = ''] = name.split('/')
  const lines = Array.from(
    { length: 60 },
    (_, n) => [`Step ${n} of ${form} is the work ${(n * 37) % 1009} ${form}`, 40, 40 + n * 12] as const,
  )
  const whole = [...lines, [`Done for ${customer}`, 40, 770] as const]
  return factsOf([{ lines: whole, pen: [], textClass: 'text' }], { sha256: sha256Of(name) })
}

const paperOf = (name: string): JudgedPaper => ({
  sha256: sha256Of(name),
  texts: printsOfFacts(factsFor(name), () => true)
    .filter(({ kind }) => kind === 'text')
    .map(({ value }) => value),
})

const tenantOf = (claimId: string) =>
  `00000000-0000-4000-8000-${claimId.replace(/\D/g, '').padStart(12, '0')}`

const aClaim = (claimId: string, { documents, products, mpnId }: Wish) =>
  aHubClaim({
    claimId,
    tenantId: tenantOf(claimId),
    documents: documents ?? ['sow/Harbour'],
    products: products ?? ['m365.teams'],
    ...(mpnId === undefined ? {} : { mpnId }),
  })

function actionOf(
  kind: Judged,
  claim: ReturnType<typeof aHubClaim>,
  { machine = 'met' }: Wish,
): OperationAction {
  const verdicts = allMet(claim).map((word) => ({
    ...word,
    by: 'reviewer' as const,
    reason: 'Read on page 1.',
    machine,
  }))
  if (kind === 'approve') return { kind, verdicts, reasons: [], comment: '' }
  const unmet = verdicts.map((word) =>
    word.criterion === 'customerAcknowledgment' ? { ...word, verdict: 'not_met' as const } : word,
  )
  const comment = 'The signature is missing.'
  if (kind === 'request_info') {
    const reasons = ['POE_MISSING_CUSTOMER_ACK' as const]
    return { kind, verdicts: unmet, reasons, comment, items: [], mayRemoveItems: false }
  }
  const reasons = ['REJ_INSUFFICIENT_POE' as const]
  return { kind, verdicts: unmet, reasons, comment, partnerRequestReason: null, note: 'No signature.' }
}

export function describeTwins(hub: () => TestHub): void {
  const read = async (claimId: string, name: string) => {
    const path = `/v1.0/claims/${claimId}/documents/${sha256Of(name)}/facts/reader-9`
    expect((await hub().ask('reviewer', 'PUT', path, factsFor(name))).status).toBeLessThan(300)
  }
  const decide = async (claimId: string, kind: Judged, wish: Wish = {}) => {
    const claim = aClaim(claimId, wish)
    await hub().put(claim)
    return act('reviewer', claimId, actionOf(kind, claim, wish))
  }
  const act = async (who: TestCaller, claimId: string, action: OperationAction) => {
    const request = anOperation(await hub().record(claimId), action)
    expect(await hub().operate(who, claimId, request)).toMatchObject({ outcome: 'applied' })
    hub().clock.now += 1000
    return request.operationId
  }
  const twins = async () => Twins.parse(await (await hub().get('team_lead', '/v1.0/quality/twins')).json())
  const pairs = async () =>
    (await twins()).pairs.map(({ approved, other }) => `${approved.claimId} ${other.claimId}`).sort()
  const dismiss = async (who: TestCaller, claimId: string, said: object) => {
    const { action: _action, ...rest } = anOperation(await hub().record(claimId), startReview)
    const action = { kind: 'dismiss_twins', ...said }
    const request = { ...rest, operationId: randomUUID(), clientId: randomUUID(), action }
    return hub().operate(who, claimId, OperationRequest.parse(request))
  }

  describe('near-identical claims with opposite outcomes', () => {
    it('are found by the same papers, with who decided each and how', async () => {
      await decide('C-1', 'approve')
      await decide('C-2', 'reject')
      await decide('C-3', 'request_info')
      await decide('C-4', 'approve', { products: ['m365.exchange'] })
      await decide('C-5', 'reject', { machine: 'cannot_tell' })
      expect(await pairs()).toEqual(['C-1 C-2', 'C-1 C-3'])
      const { pairs: found, behind } = await twins()
      expect(behind).toBe(0)
      expect(found.find(({ other }) => other.claimId === 'C-2')).toMatchObject({
        nearness: 1,
        dismissed: null,
        approved: { claimId: 'C-1', outcome: 'approve', decider: { userId: 'reviewer' } },
        other: { outcome: 'reject', reasons: ['REJ_INSUFFICIENT_POE'], claimName: 'Teams for C-2' },
      })
    })

    it('are found by nearly the same words, also once these are read after both were decided', async () => {
      await decide('C-1', 'approve', { documents: ['sow/Harbour'] })
      await decide('C-2', 'reject', { documents: ['sow/Meadow'] })
      await decide('C-3', 'reject', { documents: ['letter/Harbour'] })
      expect(await pairs()).toEqual([])
      await read('C-1', 'sow/Harbour')
      expect(await pairs()).toEqual([])
      await read('C-2', 'sow/Meadow')
      await read('C-3', 'letter/Harbour')
      expect(await pairs()).toEqual(['C-1 C-2'])
      const [found] = (await twins()).pairs
      expect(found?.nearness).toBeGreaterThan(0.85)
      expect(found?.nearness).toBeLessThan(1)
    })

    it('are none once one of the two stands no more', async () => {
      await decide('C-1', 'approve')
      await decide('C-2', 'reject')
      expect(await pairs()).toEqual(['C-1 C-2'])
      await act('arbitration_lead', 'C-2', reopen())
      expect(await pairs()).toEqual([])
    })

    it('are not for a lead who has dealings with one of the partners', async () => {
      await decide('C-1', 'approve')
      await decide('C-2', 'reject', { mpnId: '5000' })
      const links = [{ mpnId: '5000', reason: 'Worked there.' }]
      await putPartnerLinks(hub().ports.db, UserId.parse('team_lead'), links)
      expect(await pairs()).toEqual([])
    })

    it('are the same that comparing each with each would find', async () => {
      const random = randomFrom(20261123)
      const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
      const made: { id: string; kind: Judged; wish: Required<Omit<Wish, 'mpnId'>> }[] = []
      for (let n = 1; n <= 30; n += 1) {
        const paper = () => `${oneOf(['sow', 'letter'])}/${oneOf(['Harbour', 'Meadow', 'Quarry'])}`
        const documents = [...new Set(random() < 0.3 ? [paper(), paper()] : [paper()])]
        const wish = {
          documents,
          products: [oneOf(['m365.teams', 'm365.exchange'])],
          machine: oneOf(['met', 'met', 'cannot_tell'] as const),
        }
        made.push({ id: `C-${n}`, kind: oneOf(['approve', 'reject', 'request_info']), wish })
      }
      for (const { id, kind, wish } of made) {
        await decide(id, kind, wish)
        for (const name of wish.documents) await read(id, name)
        // Whenever a lead looks, what was found before stays.
        if (random() < 0.2) await pairs()
      }
      const judged = made.map(({ id, kind, wish }) => {
        const claim = aClaim(id, wish)
        const action = actionOf(kind, claim, wish)
        if (!('verdicts' in action)) throw new Error('A decision without verdicts')
        const likeness = likenessOf({
          ...claim.form,
          outcome: kind,
          policy: claim.policy,
          reasons: action.reasons,
          words: action.verdicts,
          products: new Map(claim.form.items.map((item) => [item.id, item.productId])),
        })
        return { id, isApproval: kind === 'approve', likeness, papers: wish.documents.map(paperOf) }
      })
      const naive = judged
        .filter(({ isApproval }) => isApproval)
        .flatMap((one) =>
          judged
            .filter((other) => !other.isApproval && other.likeness === one.likeness)
            .filter((other) => nearnessOf(one.papers, other.papers) !== null)
            .map((other) => `${one.id} ${other.id}`),
        )
      expect(naive.length).toBeGreaterThan(5)
      expect(await pairs()).toEqual(naive.sort())
    }, 60_000)
  })

  describe('that a pair is right as it is', () => {
    it('is said once by a lead, with the reason, and remembered', async () => {
      const approvedId = await decide('C-1', 'approve')
      const otherId = await decide('C-2', 'reject')
      expect(await pairs()).toEqual(['C-1 C-2'])
      const said = { approvedId, otherId, reason: 'The customer of C-2 withdrew by telephone.' }
      expect(await dismiss('reviewer', 'C-2', said)).toMatchObject({ reason: 'role_lost' })
      expect(await dismiss('team_lead', 'C-1', said)).toMatchObject({ reason: 'not_allowed' })
      const before = await hub().record('C-2')
      expect(await dismiss('team_lead', 'C-2', said)).toMatchObject({
        outcome: 'applied',
        revision: before.revision,
      })
      expect(await hub().record('C-2')).toEqual(before)
      expect(await dismiss('team_lead', 'C-2', said)).toMatchObject({ reason: 'not_allowed' })
      hub().clock.now += HOUR
      expect((await twins()).pairs).toMatchObject([
        { dismissed: { by: { userId: 'team_lead' }, reason: 'The customer of C-2 withdrew by telephone.' } },
      ])
    })
  })
}
