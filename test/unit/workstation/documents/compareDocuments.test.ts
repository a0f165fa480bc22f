import { describe, expect, it } from 'vitest'
import type { DocumentFacts } from '../../../../src-main/poe/facts/documentFacts.ts'
import { aReport } from '../../../builders/checkReport.ts'
import { aClaimRecord, sha256Of } from '../../../builders/claimRecord.ts'
import { factsOf } from '../../../builders/poe/factsOf.ts'
import { NOTHING_TO_SHOW } from '../../../fakes/nothingToShow.ts'
import { feedOf, startScriptedHub } from '../../../fakes/scriptedHub.ts'
import { startWorkstation } from '../../../fakes/workstation.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
/** Long enough to be known again by its words. */
const LINES = Array.from({ length: 12 }, (_, i) => `line ${i} of what the partner does at the customer`)
const OLD = bytesOf([...LINES, 'dated 9 January 2025'].join('\n'))
const NEW = bytesOf([...LINES, 'dated 9 January 2026'].join('\n'))
const FOREIGN = bytesOf('another claim’s paper')

const plain = aClaimRecord({
  documents: [
    { documentId: 'd1', bytes: OLD },
    { documentId: 'd2', bytes: NEW },
  ],
})
const record = {
  ...plain,
  documents: plain.documents.map((document, i) => ({
    ...document,
    fileName: `${i}.pdf`,
    addedAt: i === 0 ? plain.form.submittedAt : plain.stateChangedAt,
  })),
}

async function station() {
  const hub = await startScriptedHub({
    feed: feedOf(() => [record]),
    document: (sha256) => ({ bytes: sha256 === sha256Of(OLD) ? OLD : NEW }),
  })
  const started = await startWorkstation({
    hub: hub.port,
    poe: {
      readerVersion: '1',
      checkerVersion: '1',
      read: async ({ bytes, sha256 }): Promise<DocumentFacts> => ({
        ...factsOf([
          {
            lines: new TextDecoder()
              .decode(bytes)
              .split('\n')
              .map((text, i) => [text, 60, 80 + i * 40] as const),
          },
        ]),
        sha256,
      }),
      judge: async () => aReport(record),
      ...NOTHING_TO_SHOW,
      knowsProduct: async () => true,
    },
  })
  started.clock.advance(0)
  const detail = () => started.call('claims.open', { claimId: record.form.claimId })
  await started.until(
    async () => (await started.call('documents.first', { claimId: record.form.claimId })).document !== null,
  )
  await started.until(async () => (await detail()).checkStatus === 'ready')
  return { ...started, detail }
}

describe('two versions of a paper', () => {
  it('are known as such on the claim, and what changed between them is told with its place', async () => {
    const { call, detail } = await station()
    expect((await detail()).versions).toEqual([{ before: 'd1', after: 'd2', likeness: 'changed' }])
    const asked = { claimId: record.form.claimId, before: sha256Of(OLD), after: sha256Of(NEW) }
    expect(await call('documents.compare', asked)).toMatchObject({
      outcome: 'compared',
      comparison: {
        likeness: 'changed',
        changes: [
          { kind: 'changed', before: { text: '2025', places: [{ page: 1 }] }, after: { text: '2026' } },
        ],
      },
    })
  })

  it('are not told of a document that is not of this claim', async () => {
    const { call } = await station()
    const asked = { claimId: record.form.claimId, before: sha256Of(FOREIGN), after: sha256Of(NEW) }
    expect(await call('documents.compare', asked)).toEqual({ outcome: 'missing' })
  })
})
