import { describe, expect, it } from 'vitest'
import type { CheckReport } from '../../../../../src-preload/contract/vocabulary/checkShape.ts'
import { judge } from '../../../../../src-main/poe/judge.ts'
import { aClaimForm } from '../../../../builders/poe/claimForm.ts'
import { docxOf, paragraph, picture, pngHead, run, table } from '../../../../builders/poe/officeFiles.ts'
import { factsOfBytes } from '../../../../builders/poe/pieces.ts'

const WORK = 'Larkfield deploys Microsoft Teams in both mills, migrates 41 lists and trains 25 key users.'
const HEAD = [
  paragraph(run('Work order 17', '<w:b/><w:sz w:val="36"/>')),
  table(
    [paragraph('Customer'), paragraph('Ottermill Paper GmbH')],
    [paragraph('Supplier'), paragraph('Larkfield Systems Ltd')],
  ),
  paragraph(''),
].join('')

type Side = 'customer' | 'partner'
const NAMES = {
  customer: ['Ottermill Paper GmbH', 'Karin Vogt'],
  partner: ['Larkfield Systems Ltd', 'Owen Blake'],
} as const
const SIGNATURE = picture('rId9', 110, 34)

/** Two cells beside each other, each with its company, a signature or none, name and date. */
function cellBlocks(signs: readonly Side[], order: readonly Side[] = ['customer', 'partner']): string {
  return table(
    order.map((side) => paragraph(`For ${NAMES[side][0]}`)),
    order.map((side) => paragraph(signs.includes(side) ? SIGNATURE : '____________________')),
    order.map((side) => paragraph(NAMES[side][1])),
    order.map((side) => paragraph(side === 'customer' ? 'Date: 14 April 2026' : 'Date: 10 April 2026')),
  )
}

async function judged(body: string): Promise<CheckReport> {
  const bytes = docxOf(body, {
    links: [{ id: 'rId9', kind: 'image', target: 'media/s.png' }],
    parts: { 'word/media/s.png': pngHead(440, 136) },
  })
  const { facts } = await factsOfBytes(bytes)
  return judge({
    caseId: null,
    form: aClaimForm(),
    policy: { id: 'seed-2020', version: 1 },
    documents: [{ file: 'order.docx', addedAt: null, facts }],
  })
}

const verdictsOf = ({ findings }: CheckReport): Record<string, string> =>
  Object.fromEntries(
    findings.filter(({ item }) => item === null).map(({ criterion, verdict }) => [criterion, verdict]),
  )

describe('a work order in Word', () => {
  it.for([[['customer', 'partner']], [['partner', 'customer']]] as const)(
    'is met with a signature in the customer’s cell, whatever the order: %o',
    async ([order]) => {
      const report = await judged(HEAD + paragraph(WORK) + cellBlocks(['customer', 'partner'], order))
      expect(verdictsOf(report)).toEqual({
        usablePoe: 'met',
        customerAcknowledgment: 'met',
        dates: 'met',
        products: 'met',
        serviceDescription: 'met',
      })
      for (const place of report.findings.flatMap(({ evidence }) => evidence))
        expect(place).toMatchObject({ page: null, rects: [], quads: [] })
    },
  )

  it.for([[[]], [['partner']]] as const)('is not met when only these sign: %o', async ([signs]) => {
    for (const order of [
      ['customer', 'partner'],
      ['partner', 'customer'],
    ] as const) {
      const report = await judged(HEAD + paragraph(WORK) + cellBlocks(signs, order))
      expect(verdictsOf(report)).toMatchObject({ customerAcknowledgment: 'not_met' })
    }
  })

  it('is not met when lines in columns made by tabs are empty', async () => {
    const tabs = '<w:r><w:tab/><w:tab/><w:tab/></w:r>'
    const columns = [
      ['For Ottermill Paper GmbH', 'For Larkfield Systems Ltd'],
      ['____________________', '____________________'],
      ['Karin Vogt', 'Owen Blake'],
    ].map(([left = '', right = '']) => paragraph(run(left), tabs, run(right)))
    const report = await judged(HEAD + paragraph(WORK) + columns.join(''))
    expect(verdictsOf(report)).toMatchObject({ customerAcknowledgment: 'not_met' })
  })

  it('leaves a typed name open', async () => {
    const report = await judged(
      HEAD + paragraph(WORK) + paragraph('For Ottermill Paper GmbH: gez. Karin Vogt'),
    )
    expect(verdictsOf(report)).toMatchObject({ customerAcknowledgment: 'cannot_tell' })
  })

  it.for([
    ['hidden', run(WORK, '<w:vanish/>')],
    ['white', run(WORK, '<w:color w:val="FFFFFF"/>')],
    ['deleted', `<w:del><w:r><w:delText>${WORK}</w:delText></w:r></w:del>`],
  ] as const)('takes nothing that is %s for work', async ([, work]) => {
    const report = await judged(HEAD + paragraph(work) + cellBlocks(['customer', 'partner']))
    expect(verdictsOf(report)).toMatchObject({ products: 'not_met', serviceDescription: 'not_met' })
    expect(report.flags).toHaveLength(1)
  })

  it('tells products by their ticks', async () => {
    const lines = (teams: string): string =>
      paragraph(`${teams} Microsoft Teams`) + paragraph('☒ Exchange Online')
    const ticked = await judged(HEAD + lines('☒') + cellBlocks(['customer']))
    const unticked = await judged(HEAD + lines('☐') + cellBlocks(['customer']))
    expect([verdictsOf(ticked)['products'], verdictsOf(unticked)['products']]).toEqual(['met', 'not_met'])
  })

  it('leaves a scanned paper pasted into Word open', async () => {
    const scan = paragraph(picture('rId9', 480, 600))
    const report = await judged(HEAD + paragraph(WORK) + scan)
    expect(verdictsOf(report)).toMatchObject({ customerAcknowledgment: 'cannot_tell' })
    expect(report.documents).toMatchObject([{ status: 'partly', reason: 'scan' }])
  })
})
