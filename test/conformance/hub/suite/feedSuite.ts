import { describe, expect, it } from 'vitest'
import { FeedItem, FeedPage } from '../../../../src-main/hub/api/feed.ts'
import { removeClaim } from '../../../../src-main/hub/store/claimWrites.ts'
import { feedEpochs } from '../../../../src-main/hub/store/schema.ts'
import { beginEpoch } from '../../../../src-main/hub/feed/beginEpoch.ts'
import { ClaimId, TenantId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aHubClaim, anOperation, comment, TENANT_A, TENANT_B } from '../../../builders/hub/hubClaim.ts'
import { partnerSide } from '../../../builders/hub/partnerSide.ts'
import type { TestHub } from '../../../builders/hub/testHub.ts'
import { transact } from '../../../../src-main/hub/store/transact.ts'

const START = '/v1.0/claims/delta'
const rejected = { state: 'rejected', subState: 'final' } as const
const approved = { state: 'approved', subState: 'consent_open' } as const

/** Reads to the end of a round: what came, page by page, and where the next round begins. */
export async function readRound(
  hub: TestHub,
  link: string,
): Promise<{ pages: FeedItem[][]; deltaLink: string }> {
  const pages: FeedItem[][] = []
  for (let next = link; ; ) {
    const answer = await hub.get('reviewer', next)
    expect(answer.status).toBe(200)
    const page = FeedPage.parse(await answer.json())
    pages.push(page.value.map((item) => FeedItem.parse(item)))
    if ('@odata.deltaLink' in page) return { pages, deltaLink: page['@odata.deltaLink'] }
    next = page['@odata.nextLink']
  }
}

export function idOf(item: FeedItem): string {
  if ('form' in item) return item.form.claimId
  return 'caseId' in item ? item.caseId : item.claimId
}

export function describeFeed(hub: () => TestHub): void {
  describe('the feed', () => {
    it('gives every claim once over pages of the wished size, whole as it is stored', async () => {
      const claims = ['C-1', 'C-2', 'C-3', 'C-4', 'C-5'].map((claimId, index) =>
        aHubClaim({ claimId, tenantId: index % 2 === 0 ? TENANT_A : TENANT_B, products: [`m365.${index}`] }),
      )
      await hub().put(...claims)
      const { pages } = await readRound(hub(), `${START}?$top=2`)
      expect(pages.map((page) => page.length)).toEqual([2, 2, 1])
      const items = pages.flat().sort((a, b) => idOf(a).localeCompare(idOf(b)))
      expect(items).toEqual(
        claims.map((claim) => ({
          ...claim,
          clocks: expect.any(Array),
          calendar: { id: 'review-team', version: 2 },
          competingClaims: 0,
        })),
      )
    })

    it('ends a full page with a delta link when nothing is left', async () => {
      await hub().put(aHubClaim({ claimId: 'C-1' }), aHubClaim({ claimId: 'C-2' }))
      const { pages } = await readRound(hub(), `${START}?$top=2`)
      expect(pages.map((page) => page.length)).toEqual([2])
    })

    it('is empty when nothing changed, and takes the same link again', async () => {
      await hub().put(aHubClaim())
      const { deltaLink } = await readRound(hub(), START)
      const again = await readRound(hub(), deltaLink)
      expect(again.pages).toEqual([[]])
      expect((await readRound(hub(), deltaLink)).pages).toEqual([[]])
    })

    it('brings what changed since, from any link given out before', async () => {
      const claim = aHubClaim({ claimId: 'C-2' })
      await hub().put(aHubClaim({ claimId: 'C-1' }), claim, aHubClaim({ claimId: 'C-3' }))
      const first = await readRound(hub(), START)
      await hub().operate('reviewer', 'C-2', anOperation(claim, comment()))
      const second = await readRound(hub(), first.deltaLink)
      expect(second.pages.flat()).toEqual([await hub().record('C-2')])
      // A workstation that was restored from a copy reads on from an old link.
      expect((await readRound(hub(), first.deltaLink)).pages.flat().map(idOf)).toEqual(['C-2'])
      expect((await readRound(hub(), second.deltaLink)).pages).toEqual([[]])
    })

    it('keeps a claim that changes in the middle of a round for the next one', async () => {
      const claim = aHubClaim({ claimId: 'C-2' })
      await hub().put(aHubClaim({ claimId: 'C-1' }), claim)
      const page = FeedPage.parse(await (await hub().get('reviewer', `${START}?$top=1`)).json())
      await hub().operate('reviewer', 'C-2', anOperation(claim, comment()))
      if (!('@odata.nextLink' in page)) throw new Error('one of two claims must leave a next link')
      const rest = await readRound(hub(), page['@odata.nextLink'])
      expect((await readRound(hub(), rest.deltaLink)).pages.flat()).toEqual([await hub().record('C-2')])
    })

    it('says that a claim is gone, in this round and to those who begin anew', async () => {
      await hub().put(aHubClaim({ claimId: 'C-1' }), aHubClaim({ claimId: 'C-2', products: ['m365.intune'] }))
      const { deltaLink } = await readRound(hub(), START)
      const key = { tenantId: TenantId.parse(TENANT_A), claimId: ClaimId.parse('C-1') }
      await transact(hub().ports.db, (tx) => removeClaim(tx, key, 'deleted'))
      const removed = { claimId: 'C-1', '@removed': { reason: 'deleted' } }
      expect((await readRound(hub(), deltaLink)).pages.flat()).toEqual([removed])
      expect((await readRound(hub(), START)).pages.flat()).toContainEqual(removed)
    })

    it('counts rivals of one customer, and tells them when one leaves', async () => {
      await hub().put(
        aHubClaim({ claimId: 'C-1', products: ['m365.teams', 'm365.intune'] }),
        aHubClaim({ claimId: 'C-2', mpnId: '4712', state: 'submitted', subState: 'queued' }),
        aHubClaim({ claimId: 'C-3', mpnId: '4713', products: ['m365.intune'], ...rejected }),
        aHubClaim({ claimId: 'C-4', mpnId: '4714', tenantId: TENANT_B }),
        aHubClaim({ claimId: 'C-5', mpnId: '4715', products: ['m365.intune'], ...approved }),
        aHubClaim({ claimId: 'C-6', products: ['m365.teams'] }),
      )
      const { deltaLink, pages } = await readRound(hub(), START)
      const rivals = Object.fromEntries(
        pages.flat().flatMap((item) => ('form' in item ? [[idOf(item), item.competingClaims]] : [])),
      )
      expect(rivals).toEqual({ 'C-1': 2, 'C-2': 2, 'C-3': 0, 'C-4': 0, 'C-5': 1, 'C-6': 1 })
      await partnerSide(hub()).act('/C-2/customer-answer', { decision: 'declined' })
      const changed = (await readRound(hub(), deltaLink)).pages.flat().filter((item) => 'form' in item)
      expect(changed.map(idOf).sort()).toEqual(['C-1', 'C-2', 'C-6'])
      expect(await hub().record('C-1')).toMatchObject({ competingClaims: 1, revision: 4 })
      expect(await hub().record('C-6')).toMatchObject({ competingClaims: 0, revision: 4 })
    })

    it('answers 410 with the place to begin anew once its epoch is over', async () => {
      await hub().put(aHubClaim({ claimId: 'C-1' }), aHubClaim({ claimId: 'C-2' }))
      const { deltaLink } = await readRound(hub(), START)
      const page = FeedPage.parse(await (await hub().get('reviewer', `${START}?$top=1`)).json())
      if (!('@odata.nextLink' in page)) throw new Error('one of two claims must leave a next link')
      // As after a dump from one server was restored on another.
      await hub().ports.db.update(feedEpochs).set({ server: 'another server' })
      await beginEpoch(hub().ports.db)
      for (const link of [deltaLink, page['@odata.nextLink']]) {
        const answer = await hub().get('reviewer', link)
        expect([answer.status, answer.headers.get('location')]).toEqual([410, START])
        expect(await answer.json()).toMatchObject({ code: 'sync_state_not_found' })
      }
      expect((await readRound(hub(), START)).pages.flat().map(idOf).sort()).toEqual(['C-1', 'C-2'])
    })

    it('refuses links that it did not give out, and impossible page sizes', async () => {
      await hub().put(aHubClaim())
      const { deltaLink } = await readRound(hub(), START)
      const mangled = deltaLink.replace('deltatoken=e', 'deltatoken=f')
      const short = deltaLink.replace('&', 'x&')
      const wrong = [
        mangled,
        short,
        `${START}?$deltatoken=`,
        `${START}?$deltatoken=abc.def`,
        `${deltaLink}&$skiptoken=a.b`,
        `${START}?$top=0`,
        `${START}?$top=1001`,
        `${START}?$top=many`,
        `${START}?$filter=state`,
      ]
      for (const link of wrong) {
        expect({ link, status: (await hub().get('reviewer', link)).status }).toEqual({ link, status: 400 })
      }
    })

    it('gives links without a host, so that they outlive a change of port', async () => {
      const { deltaLink } = await readRound(hub(), START)
      expect(deltaLink).toMatch(/^\/v1\.0\/claims\/delta\?/)
    })

    it('is gzipped for whoever takes it', async () => {
      await hub().put(aHubClaim())
      const zipped = await hub().get('reviewer', START, { 'accept-encoding': 'gzip' })
      const plain = await hub().get('reviewer', START, { 'accept-encoding': 'identity' })
      expect([zipped.headers.get('content-encoding'), plain.headers.get('content-encoding')]).toEqual([
        'gzip',
        null,
      ])
      expect(await zipped.json()).toEqual(await plain.json())
    })
  })
}
