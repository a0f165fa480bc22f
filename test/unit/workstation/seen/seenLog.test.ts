import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pagesIn, rangesOf } from '../../../../src-main/workstation/seen/pageRanges.ts'
import { aClaimRecord, sha256Of } from '../../../builders/claimRecord.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'
import { feedOf, startScriptedHub } from '../../../fakes/scriptedHub.ts'
import { startWorkstation } from '../../../fakes/workstation.ts'
import { bareDatabase } from '../../../builders/profileKey.ts'

const PAPER = new TextEncoder().encode('a signed paper')
const record = aClaimRecord({ documents: [{ documentId: 'd1', bytes: PAPER }] })
const { claimId } = record.form
const DAY_MS = 86_400_000
const sha256 = sha256Of(PAPER)
const pagesOf = (...pages: number[]) => ({ claimId, papers: [{ sha256, inside: [] as number[], pages }] })

async function aDesk(profile = aTempFolder()) {
  const hub = await startScriptedHub({ feed: feedOf(() => [record]) })
  const station = await startWorkstation({ hub: hub.port, profile })
  station.clock.advance(0)
  await station.until(
    async () =>
      (await station.call('claims.list', { filter: { text: '' }, offset: 0, limit: 5 })).total === 1,
  )
  /** What was noted of seeing and copying, after the workstation has closed. */
  const noted = async () => {
    await station.workstation.stop()
    const database = bareDatabase(station.database, { readonly: true })
    const rows = database
      .prepare<[], Record<string, string>>(
        "select act, facts from audit where act in ('claim_opened', 'document_opened', 'pages_seen', 'copied') order by entry",
      )
      .all()
    database.close()
    return rows.map(({ act, facts }) => [act, JSON.parse(String(facts))])
  }
  return { ...station, noted }
}
const PLACE = { sha256, inside: '' }

describe('what a person looked at', () => {
  it('is noted once a day: the claim, the paper, and each page when it is first seen as a whole', async () => {
    const { call, noted } = await aDesk()
    await call('claims.open', { claimId })
    await call('claims.open', { claimId })
    await call('seen.papers', pagesOf())
    await call('seen.papers', pagesOf(1, 2, 3))
    await call('seen.papers', pagesOf(3, 5))
    await call('seen.papers', pagesOf(1, 5))
    expect(await noted()).toEqual([
      ['claim_opened', {}],
      ['document_opened', PLACE],
      ['pages_seen', { ...PLACE, pages: '1-3' }],
      ['pages_seen', { ...PLACE, pages: '5' }],
    ])
  })

  it('is noted anew on another day and by another person, and not again after a restart', async () => {
    const profile = aTempFolder()
    const first = await aDesk(profile)
    await first.call('claims.open', { claimId })
    await first.call('seen.papers', pagesOf(1))
    expect(await first.noted()).toHaveLength(3)
    const again = await aDesk(profile)
    await again.call('claims.open', { claimId })
    await again.call('seen.papers', pagesOf(1))
    await again.call('session.switchUser', { userId: 'u-lead' as never })
    await again.call('claims.open', { claimId })
    again.clock.advance(DAY_MS)
    await again.call('seen.papers', pagesOf(1))
    expect((await again.noted()).map(([act]) => act).slice(3)).toEqual([
      'claim_opened',
      'document_opened',
      'pages_seen',
    ])
  })

  it('is not what the claim does not have', async () => {
    const { call, noted } = await aDesk()
    await call('seen.papers', {
      claimId,
      papers: [{ sha256: sha256Of(new Uint8Array([1])), inside: [], pages: [1] }],
    })
    expect(await noted()).toEqual([])
  })

  it('and copied is noted once a day for each part', async () => {
    const { call, noted } = await aDesk()
    for (const part of ['summary', 'link', 'summary'] as const) await call('seen.copied', { claimId, part })
    expect(await noted()).toEqual([
      ['copied', { part: 'summary' }],
      ['copied', { part: 'link' }],
    ])
  })
})

describe('pages in a line of the log', () => {
  it('are the same when they are read back', () => {
    const pages = fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { maxLength: 60 })
    fc.assert(
      fc.property(pages, (some) => {
        expect(pagesIn(rangesOf(some))).toEqual(some.toSorted((a, b) => a - b))
      }),
    )
  })

  it.each(['', 'x', '0', '3-1', '1-999999', '-', '1--2'])('are none where %j stands', (text) => {
    expect(pagesIn(text)).toEqual([])
  })
})
