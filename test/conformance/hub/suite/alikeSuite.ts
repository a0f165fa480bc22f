import { describe, expect, it } from 'vitest'
import { inkHash } from '../../../../src-main/domain/evidence/inkHash.ts'
import type { Print } from '../../../../src-main/domain/evidence/prints.ts'
import { printsOfFacts } from '../../../../src-main/domain/evidence/printsOfFacts.ts'
import { AlikeAnswer } from '../../../../src-main/hub/api/facts.ts'
import { evidenceBands, evidencePlaces, evidencePrints } from '../../../../src-main/hub/store/schema.ts'
import type { DocumentFacts } from '../../../../src-main/poe/facts/documentFacts.ts'
import { aHubClaim, sha256Of, TENANT_A, TENANT_B } from '../../../builders/hub/hubClaim.ts'
import type { TestHub } from '../../../builders/hub/testHub.ts'
import { factsOf } from '../../../builders/poe/factsOf.ts'
import { aHand, inkOf } from '../../../builders/poe/hands.ts'
import { randomFrom } from '../../../builders/randomFrom.ts'
import { linkToPartner } from './leaseSuite.ts'

const LINES = Array.from({ length: 60 }, (_, i) => `Step ${i} of the rollout is work number ${i * 37}.`)
const SIGNED = (width: number) => inkHash(inkOf(aHand(randomFrom(12)), { width, stroke: width / 75 })) ?? ''

interface Paper {
  readonly lines?: readonly string[]
  /** Hash of the look of its page; then it is a scan. */
  readonly look?: string
  readonly signature?: string
}

function factsFor(text: string, { lines = LINES, look, signature }: Paper): DocumentFacts {
  const facts = factsOf(
    [
      {
        lines: lines.map((line, i) => [line, 40, 40 + i * 12] as const),
        pen: signature === undefined ? [] : [[100, 700, 120, 40]],
        textClass: look === undefined ? 'text' : 'scan',
      },
    ],
    { sha256: sha256Of(text) },
  )
  const pages = facts.pages.map((page) => ({
    ...page,
    pictureHash: look ?? null,
    strokes: page.strokes.map((stroke) => ({ ...stroke, inkHash: signature ?? null })),
  }))
  return { ...facts, pages }
}

const printsOf = (paper: Paper): Print[] => printsOfFacts(factsFor('x', paper), () => true)

/** Papers of other bytes that look or read the same, over all customers. */
export function describeAlike(hub: () => TestHub): void {
  describe('what looks or reads like a document', () => {
    const documentPath = (text: string, claimId: string) =>
      `/v1.0/claims/${claimId}/documents/${sha256Of(text)}`
    const bring = async (text: string, claimId: string, paper: Paper, version = 'reader-9') => {
      const path = `${documentPath(text, claimId)}/facts/${version}`
      return (await hub().ask('reviewer', 'PUT', path, factsFor(text, paper))).status
    }
    const lookFor = async (paper: Paper, who: 'reviewer' | 'auditor' = 'auditor') => {
      const answer = await hub().post(who, `${documentPath('mine', 'C-1')}/alike`, {
        prints: printsOf(paper),
      })
      return AlikeAnswer.parse(await answer.json()).found
    }
    /** The claim that looks, and one of another customer with a paper of its own. */
    const twoClaims = () =>
      hub().put(
        aHubClaim({ documents: ['mine'] }),
        aHubClaim({ claimId: 'C-2', tenantId: TENANT_B, documents: ['theirs'] }),
      )

    it.each<[string, Paper, Paper, object]>([
      [
        'nearly the same words',
        { lines: LINES },
        { lines: [...LINES.slice(0, -1), 'The last line differs a little.'] },
        { kind: 'text', page: 0, otherPage: 0, mayBeForm: true },
      ],
      [
        'the same words',
        { lines: LINES },
        { lines: LINES.map((line) => line.toUpperCase()) },
        { kind: 'text', share: 1, mayBeForm: false },
      ],
      [
        'a page scanned again',
        { lines: [], look: 'a5c3f00f3cc35aa5' },
        { lines: [], look: 'a5c3f00f3cc35aa4' },
        { kind: 'page', page: 1, otherPage: 1 },
      ],
      [
        'a picture of a signature in another size',
        { lines: [], signature: SIGNED(300) },
        { lines: [], signature: SIGNED(180) },
        { kind: 'signature', page: 1, otherPage: 1 },
      ],
    ])('is found at whatever customer, with whose it is: %s', async (_, mine, theirs, found) => {
      await twoClaims()
      expect(await bring('theirs', 'C-2', theirs)).toBe(201)
      expect(await lookFor(mine)).toEqual([
        expect.objectContaining({
          ...found,
          claim: expect.objectContaining({ claimId: 'C-2', mpnId: '4711', tenantId: TENANT_B }),
        }),
      ])
    })

    it('is nothing where papers have a form in common, and nothing but the document itself', async () => {
      await twoClaims()
      const own = LINES.map((line, i) =>
        i % 3 === 0 ? `We did ${i * 7919} there and ${i * 31} here.` : line,
      )
      await bring('theirs', 'C-2', { lines: own })
      await bring('mine', 'C-1', { lines: LINES })
      expect(await lookFor({ lines: LINES })).toEqual([])
    })

    it('does not name claims of partners with whom the caller has dealings, nor the one that asks', async () => {
      const other = aHubClaim({ claimId: 'C-3', tenantId: TENANT_A, documents: ['theirs'] })
      await twoClaims()
      await hub().put({ ...other, form: { ...other.form, mpnId: '815' } })
      await hub().put(aHubClaim({ claimId: 'C-4', documents: ['mine', 'theirs'] }))
      await bring('theirs', 'C-2', { lines: LINES })
      const seen = async () =>
        (await lookFor({ lines: LINES }, 'reviewer')).map(({ claim }) => claim.claimId as string).sort()
      expect(await seen()).toEqual(['C-2', 'C-3', 'C-4'])
      await linkToPartner(hub(), 'reviewer', '815')
      expect(await seen()).toEqual(['C-2', 'C-4'])
    })

    it('is kept once for a look however many papers and reader versions bring it, and under no customer', async () => {
      await twoClaims()
      const { db } = hub().ports
      await bring('theirs', 'C-2', { lines: LINES })
      const counts = async () => [
        await db.$count(evidencePrints),
        await db.$count(evidenceBands),
        await db.$count(evidencePlaces),
      ]
      expect(await counts()).toEqual([1, 16, 1])
      await bring('theirs', 'C-2', { lines: LINES }, 'reader-10')
      await bring('mine', 'C-1', { lines: LINES })
      expect(await counts()).toEqual([1, 16, 2])
      const tenants = await db.select({ tenantId: evidencePlaces.tenantId }).from(evidencePlaces)
      expect(tenants.every(({ tenantId }) => tenantId.startsWith('00000000'))).toBe(true)
    })

    it('takes facts of a shape that it does not know, and finds nothing by them', async () => {
      await twoClaims()
      const path = `${documentPath('theirs', 'C-2')}/facts/reader-99`
      expect((await hub().ask('reviewer', 'PUT', path, { leaves: [] })).status).toBe(201)
      expect(await hub().ports.db.$count(evidencePrints)).toBe(0)
    })

    it('is asked for with prints that are some, and not too many', async () => {
      await twoClaims()
      const [print] = printsOf({ lines: LINES })
      const status = async (prints: unknown) =>
        (await hub().post('auditor', `${documentPath('mine', 'C-1')}/alike`, { prints })).status
      expect(await status([])).toBe(400)
      expect(await status([{ ...print, kind: 'page' }])).toBe(400)
      expect(await status([{ ...print, value: 'x'.repeat(528) }])).toBe(400)
      expect(await status(Array.from({ length: 201 }, () => print))).toBe(400)
      expect(await status([print])).toBe(200)
      const elsewhere = await hub().post('auditor', `${documentPath('theirs', 'C-1')}/alike`, {
        prints: [print],
      })
      expect(elsewhere.status).toBe(404)
    })

    it('is found among many that share a band and are not alike', async () => {
      await hub().put(
        aHubClaim({ documents: ['mine'] }),
        ...Array.from({ length: 30 }, (_, i) =>
          aHubClaim({ claimId: `C-${i + 2}`, tenantId: TENANT_B, documents: [`paper ${i}`] }),
        ),
      )
      for (let i = 0; i < 30; i += 1)
        await bring(`paper ${i}`, `C-${i + 2}`, {
          lines: [],
          look: `a5c3${(i * 1_234_567 + 99).toString(16).padStart(12, '7')}`,
        })
      expect(
        (
          await lookFor({ lines: [], look: `a5c3${(17 * 1_234_567 + 99).toString(16).padStart(12, '7')}` })
        ).map(({ claim }) => claim.claimId as string),
      ).toEqual(['C-19'])
    })
  })
}
