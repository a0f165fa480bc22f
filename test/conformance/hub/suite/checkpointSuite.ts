import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { stateText } from '../../../../src-main/domain/sync/stateText.ts'
import { BucketPage, Checkpoint } from '../../../../src-main/hub/api/checkpoint.ts'
import { FeedItem } from '../../../../src-main/hub/api/feed.ts'
import { beginEpoch } from '../../../../src-main/hub/feed/beginEpoch.ts'
import { removeClaim } from '../../../../src-main/hub/store/claimWrites.ts'
import { feedEpochs } from '../../../../src-main/hub/store/schema.ts'
import type { ClaimRecord } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { ClaimId, Instant, TenantId, UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import type { HubClaim } from '../../../../src-main/hub/claims/hubClaim.ts'
import { aHubClaim, anOperation, comment, NOW, TENANT_A } from '../../../builders/hub/hubClaim.ts'
import { fc } from '../../../builders/hub/property.ts'
import type { TestHub } from '../../../builders/hub/testHub.ts'
import { idOf, readRound } from './feedSuite.ts'
import { linkToPartner } from './leaseSuite.ts'
import { transact } from '../../../../src-main/hub/store/transact.ts'

const START = '/v1.0/claims/delta'
const md5 = (text: string) => createHash('md5').update(text).digest()
const bucketOf = (claimId: string): number => md5(claimId)[0] ?? 0

/** A bucket as a workstation works it out from what it has. */
function standing(claims: readonly ClaimRecord[], bucket: number): { claims: number; hash: string } {
  const own = claims.filter(({ form }) => bucketOf(form.claimId) === bucket)
  const hash = own.reduce((sum, { form, revision, assignedTo }) => {
    const until = assignedTo?.until ?? null
    const text = stateText({
      claimId: form.claimId,
      revision,
      assignedUserId: assignedTo?.userId ?? null,
      leaseUntilMs: until === null ? null : Date.parse(until),
    })
    return sum ^ md5(text).readBigUInt64BE()
  }, 0n)
  return { claims: own.length, hash: hash.toString(16).padStart(16, '0') }
}

const drawnClaim: fc.Arbitrary<HubClaim> = fc
  .record({
    claimId: fc
      .string({ unit: 'binary', minLength: 1, maxLength: 20 })
      .filter((id) => !id.includes('\0') && id.isWellFormed()),
    revision: fc.integer({ min: 1, max: 2_147_483_647 }),
    holder: fc.option(
      fc.record({
        userId: fc.string({ minLength: 1, maxLength: 20 }).map((id) => UserId.parse(`u${id}`)),
        untilMs: fc.option(fc.integer({ min: NOW, max: NOW + 1e12 })),
      }),
    ),
  })
  .map(({ claimId, revision, holder }) => ({
    ...aHubClaim({ claimId, products: [claimId] }),
    revision,
    assignedTo: holder && {
      userId: holder.userId,
      name: 'Someone',
      until: holder.untilMs === null ? null : Instant.parse(new Date(holder.untilMs).toISOString()),
    },
  }))

/** Whether two sides have the same (trust.md Y9). */
export function describeCheckpoints(hub: () => TestHub): void {
  const tokenOf = (deltaLink: string): string => new URL(deltaLink, hub().url).search
  const checkpoint = async (deltaLink: string, who: 'reviewer' | 'reviewer-2' = 'reviewer') =>
    Checkpoint.parse(await (await hub().get(who, `/v1.0/claims/checkpoint${tokenOf(deltaLink)}`)).json())
      .buckets
  const readBucket = async (bucket: number, who: 'reviewer' | 'reviewer-2' = 'reviewer', top = 200) => {
    const pages: FeedItem[][] = []
    let next: string | undefined = `/v1.0/claims/buckets/${bucket}?$top=${top}`
    while (next !== undefined) {
      const page: BucketPage = BucketPage.parse(await (await hub().get(who, next)).json())
      pages.push(page.value.map((item) => FeedItem.parse(item)))
      next = page['@odata.nextLink']
    }
    return pages
  }
  const recordsOf = (pages: readonly FeedItem[][]): ClaimRecord[] =>
    pages.flat().flatMap((item) => ('form' in item ? item : []))

  describe('a checkpoint', () => {
    it('says of every bucket what a reader works out from the feed, whatever ids, revisions and leases', async () => {
      const drawn = fc.sample(
        fc.uniqueArray(drawnClaim, {
          selector: ({ form }) => form.claimId,
          minLength: 150,
          maxLength: 150,
          size: 'max',
        }),
        { seed: 20_261_121, numRuns: 1 },
      )[0]
      await hub().put(...(drawn ?? []))
      const { pages, deltaLink } = await readRound(hub(), START)
      const own = recordsOf(pages)
      expect(own).toHaveLength(150)
      const buckets = await checkpoint(deltaLink)
      expect(buckets).toEqual(
        Array.from({ length: 256 }, (_, bucket) => ({ bucket, ...standing(own, bucket), moved: false })),
      )
      expect(buckets.find(({ claims }) => claims === 0)?.hash).toBe('0000000000000000')
    })

    it('compares nothing that moved since the token', async () => {
      const claim = aHubClaim({ claimId: 'C-1' })
      await hub().put(claim, aHubClaim({ claimId: 'C-2', products: ['b'] }), aHubClaim({ claimId: 'C-3' }))
      const before = await readRound(hub(), START)
      await hub().operate('reviewer', 'C-1', anOperation(claim, comment()))
      const key = { tenantId: TenantId.parse(TENANT_A), claimId: ClaimId.parse('C-2') }
      await transact(hub().ports.db, (tx) => removeClaim(tx, key, 'deleted'))
      const moved = (await checkpoint(before.deltaLink)).filter((one) => one.moved)
      expect(moved.map(({ bucket }) => bucket)).toEqual(['C-1', 'C-2'].map(bucketOf).sort((a, b) => a - b))
      const now = await readRound(hub(), before.deltaLink)
      const buckets = await checkpoint(now.deltaLink)
      expect(buckets.filter((one) => one.moved)).toEqual([])
      expect(buckets[bucketOf('C-2')]).toMatchObject({ claims: 0 })
    })

    it('finds a claim that a reader lost, and the bucket brings it back as the feed has it', async () => {
      const ids = Array.from({ length: 600 }, (_, index) => `C-${index}`)
      const bucket = bucketOf('C-7')
      const together = ids.filter((id) => bucketOf(id) === bucket)
      expect(together.length).toBeGreaterThan(1)
      await hub().put(...together.map((claimId) => aHubClaim({ claimId, products: [claimId] })))
      const { pages, deltaLink } = await readRound(hub(), START)
      const lossy = recordsOf(pages).filter(({ form }) => (form.claimId as string) !== 'C-7')
      const there = (await checkpoint(deltaLink))[bucket]
      expect(there?.hash).not.toBe(standing(lossy, bucket).hash)
      const brought = await readBucket(bucket, 'reviewer', 1)
      expect(brought.map((page) => page.length)).toEqual(together.map(() => 1))
      expect(brought.flat().map(idOf)).toEqual([...together].sort())
      expect(there).toMatchObject(standing(recordsOf(brought), bucket))
      expect(new Set(brought.flat())).toEqual(new Set(pages.flat()))
    })

    it('leaves out the claims of linked partners, as feed and buckets do', async () => {
      const claim = aHubClaim({ claimId: 'C-1' })
      await hub().put(claim)
      const open = await readRound(hub(), START)
      await linkToPartner(hub(), 'reviewer')
      const bucket = bucketOf('C-1')
      // Whoever read with other eyes reads anew.
      expect((await hub().get('reviewer', `/v1.0/claims/checkpoint${tokenOf(open.deltaLink)}`)).status).toBe(
        410,
      )
      const linked = await readRound(hub(), START)
      expect((await checkpoint(linked.deltaLink))[bucket]).toEqual({
        bucket,
        claims: 0,
        hash: '0000000000000000',
        moved: false,
      })
      expect(await readBucket(bucket)).toEqual([[]])
      expect(linked.pages.flat()).toEqual([
        { claimId: 'C-1', '@removed': { reason: 'conflict_of_interest' } },
      ])
      expect((await checkpoint(open.deltaLink, 'reviewer-2'))[bucket]).toMatchObject({ claims: 1 })
      expect(await readBucket(bucket, 'reviewer-2')).toEqual(open.pages)
    })

    it('answers 410 to a token of an earlier epoch, and 400 to what is no token', async () => {
      await hub().put(aHubClaim({ claimId: 'C-1' }), aHubClaim({ claimId: 'C-2', products: ['b'] }))
      const { deltaLink } = await readRound(hub(), START)
      const first = (await (await hub().get('reviewer', `${START}?$top=1`)).json()) as Record<string, string> // a feed page
      const status = async (query: string) =>
        (await hub().get('reviewer', `/v1.0/claims/checkpoint${query}`)).status
      const skipToken = tokenOf(first['@odata.nextLink'] ?? '').replace('$skiptoken', '$deltatoken')
      for (const query of [
        '',
        '?$deltatoken=',
        '?$deltatoken=a.b',
        tokenOf(deltaLink).replace('&', 'x&'),
        skipToken,
      ])
        expect({ query, status: await status(query) }).toEqual({ query, status: 400 })
      for (const path of ['256', '-1', '01', 'x', '1.0'])
        expect((await hub().get('reviewer', `/v1.0/claims/buckets/${path}`)).status).toBe(404)
      for (const query of ['?$skiptoken=a.b', '?$top=0', '?$filter=x'])
        expect((await hub().get('reviewer', `/v1.0/claims/buckets/1${query}`)).status).toBe(400)
      await hub().ports.db.update(feedEpochs).set({ server: 'another server' })
      await beginEpoch(hub().ports.db)
      expect(await status(tokenOf(deltaLink))).toBe(410)
    })
  })
}
