import { degrees, PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, describe, expect, it } from 'vitest'
import type { Rect } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import { judge } from '../../../src-main/poe/judge.ts'
import { aClaimForm } from '../../builders/poe/claimForm.ts'
import { drawnBytes } from '../../builders/poe/drawnPdf.ts'
import { aReader, readBytes } from '../../builders/poe/readers.ts'
import { paintWorkOrder } from '../../builders/poe/workOrder.ts'

const reader = aReader()
afterAll(() => reader.close())

async function turned(turn: number): Promise<Uint8Array> {
  const document = await PDFDocument.load(await drawnBytes([paintWorkOrder()]))
  for (const page of document.getPages()) page.setRotation(degrees(turn))
  return document.save()
}

async function judged(turn: number) {
  const facts = await readBytes(reader, await turned(turn))
  const report = judge({
    caseId: null,
    form: aClaimForm(),
    policy: { id: 'seed-2020', version: 1 },
    documents: [{ file: 'paper.pdf', addedAt: null, facts }],
  })
  return { facts, whole: report.findings.filter(({ item }) => item === null) }
}

/** Where a place of the upright page lies when the page is shown turned clockwise. */
function shown([x0, y0, x1, y1]: Rect, turn: number): Rect {
  if (turn === 90) return [1 - y1, x0, 1 - y0, x1]
  if (turn === 180) return [1 - x1, 1 - y1, 1 - x0, 1 - y0]
  return [y0, 1 - x1, y1, 1 - x0]
}

describe('a paper that lies on its side or its head', () => {
  it.for([90, 180, 270])(
    'is judged as the upright one when turned by %i°, with its evidence where it is shown',
    async (turn) => {
      const upright = await judged(0)
      const other = await judged(turn)
      expect(other.facts.pages[0]).toMatchObject({ rotation: turn, turned: 360 - turn })
      expect(other.whole.map(({ criterion, verdict }) => [criterion, verdict])).toEqual(
        upright.whole.map(({ criterion, verdict }) => [criterion, verdict]),
      )
      for (const [i, { evidence }] of other.whole.entries()) {
        const rects = evidence.flatMap((one) => one.rects)
        const wanted = (upright.whole[i]?.evidence ?? [])
          .flatMap((one) => one.rects)
          .map((rect) => shown(rect, turn))
        expect(rects).toHaveLength(wanted.length)
        for (const [j, rect] of rects.entries())
          for (const [k, edge] of rect.entries()) expect(edge).toBeCloseTo(wanted[j]?.[k] ?? NaN, 3)
      }
    },
  )
})
