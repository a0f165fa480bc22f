import { describe, expect, it } from 'vitest'
import {
  type ClaimCheck,
  IntakeChecks,
  type IntakeResult,
} from '../../../../src-main/hub/api/intakeResult.ts'
import { claimLocator } from '../../../../src-main/hub/store/schema.ts'
import { partnerSide, statedClaim } from '../../../builders/hub/partnerSide.ts'
import type { TestHub } from '../../../builders/hub/testHub.ts'

const PATH = '/v1.0/intake/checks'
const PAPER = { fileName: 'sow.pdf', kind: null }

const codes = (check: ClaimCheck | undefined): string[] =>
  check !== undefined && 'notes' in check
    ? check.notes.filter(({ severity }) => severity === 'refuse').map(({ code }) => code)
    : []

export function describeChecks(hub: () => TestHub): void {
  describe('claims that are only asked about', () => {
    const side = () => partnerSide(hub())
    const check = async (...claims: readonly unknown[]): Promise<ClaimCheck[]> => {
      const answer = await hub().post('intake', PATH, { claims })
      expect(answer.status).toBe(200)
      return IntakeChecks.parse(await answer.json()).results
    }
    const broughtIn = async (claim: Record<string, unknown>, claimId: string): Promise<IntakeResult> => {
      const made = await side().create(claim, { claimId })
      if (made.outcome !== 'done') return made
      await side().addDocument(claimId)
      return side().now(claimId, 'submit')
    }
    /** One claim with its paper. */
    const asked = (claim = statedClaim(), beside: Record<string, unknown> = {}) => ({
      claim,
      documents: [PAPER],
      ...beside,
    })

    it('are answered as the real thing is, and nothing is written', async () => {
      const claims = {
        good: statedClaim(),
        coop: statedClaim({ program: 'CSP' }),
        bare: statedClaim({ mpnId: null, items: [] }),
        strangePartner: statedClaim({ mpnId: '9999' }),
      }
      const { good, coop, bare, strangePartner } = claims
      const checks = await check(asked(good), asked(coop), asked(bare), asked(strangePartner))
      expect(checks.map(({ outcome }) => outcome)).toEqual(['fits', 'refused', 'refused', 'refused'])
      expect(await hub().ports.db.$count(claimLocator)).toBe(0)
      const real: IntakeResult[] = []
      for (const claim of Object.values(claims)) real.push(await broughtIn(claim, `P-${real.length}`))
      expect(real.map((result) => ('notes' in result ? result.notes : []))).toEqual(
        checks.map((one) => ('notes' in one ? one.notes : [])),
      )
    })

    it('reckon with those before them in the same list, and with what is there', async () => {
      await side().submitted(statedClaim(), 'P-1')
      const other = statedClaim({ mpnId: '4712', items: [{ productId: 'm365.intune' }] })
      const checks = await check(asked(), asked(other), asked(other), asked({ ...other, mpnId: '4713' }))
      expect(checks.map((one) => [one.outcome, codes(one)])).toEqual([
        ['refused', ['duplicate_claim']],
        ['fits', []],
        ['refused', ['duplicate_claim']],
        ['fits', []],
      ])
      expect(JSON.stringify(checks[3])).toContain('SUB_ALREADY_CLAIMED')
    })

    it('are known by their id', async () => {
      await side().submitted(statedClaim(), 'P-1')
      const checks = await check(
        asked(statedClaim(), { claimId: 'P-1' }),
        asked(statedClaim({ items: [{ productId: 'm365.intune' }] }), { claimId: 'P-2' }),
        asked(statedClaim({ items: [{ productId: 'm365.intune' }] }), { claimId: 'P-2' }),
      )
      expect(checks).toMatchObject([
        { outcome: 'exists', claimId: 'P-1', state: 'submitted', subState: 'queued' },
        { outcome: 'fits' },
        { outcome: 'exists', claimId: 'P-2' },
      ])
    })

    it('S-25: need a proof to be submitted, and none to be begun', async () => {
      const [submitted, begun] = await check(
        { claim: statedClaim() },
        { claim: statedClaim(), staysDraft: true },
      )
      expect([codes(submitted), begun?.outcome]).toEqual([['poe_missing'], 'fits'])
    })

    it('S-07: may be older than CPOR and without a proof when they are brought over from before', async () => {
      const submittedAt = '2018-03-01T00:00:00Z'
      const [old, migrated] = await check(asked(statedClaim(), { submittedAt }), {
        claim: statedClaim(),
        submittedAt,
        isMigrated: true,
      })
      expect([codes(old), migrated?.outcome]).toEqual([['before_cpor'], 'fits'])
      await side().create(statedClaim(), { claimId: 'P-1', isMigrated: true })
      expect(await side().now('P-1', 'submit', { submittedAt })).toMatchObject({ outcome: 'done' })
      expect(await hub().record('P-1')).toMatchObject({
        isMigrated: true,
        form: { submittedAt: '2018-03-01T00:00:00.000Z' },
        documents: [],
      })
    })

    it('are for the service of the other sides alone, and 400 is the answer to nonsense', async () => {
      expect((await hub().post('reviewer', PATH, { claims: [asked()] })).status).toBe(403)
      expect((await hub().get('intake', PATH)).status).toBe(405)
      for (const claims of [[], 'all', Array.from({ length: 101 }, () => asked())])
        expect((await hub().post('intake', PATH, { claims })).status).toBe(400)
    })
  })
}
