import type { Handlers } from '../../../../src-preload/contract/index.ts'
import type { Criterion } from '../../../../src-preload/contract/vocabulary/words.ts'
import { VersionComparison } from '../../../../src-preload/contract/vocabulary/versionShape.ts'
import { aDetail, aFinding, SHA } from '../../../builders/renderer/aClaim.ts'
import type { PlacedText } from '../../viewer/pdfs.ts'
import type { Papers } from '../papers.ts'
import { after, aStatus, MINE } from './queueScenes.ts'

const changed = (criterion: string, before: string, after: string, document: string | null) => ({
  criterion,
  item: null,
  before,
  after,
  document,
  page: document === null ? null : 3,
  isNewDocument: document !== null,
})
const flagged = (kind: string, text: string | null) => ({
  kind,
  document: 'sow.pdf',
  page: 2,
  quads: [],
  text,
  severity: 'medium',
})

const REUSED = {
  how: 'signature',
  claimId: '42990117',
  partnerName: 'Tidewater Cloud Partners LLC',
  customerName: 'Fjordlys Energi AS',
  share: 1,
  page: 4,
}

/** After a resubmission, with evidence that stands elsewhere too, while other claims are still being checked. */
export const rechecked: Partial<Handlers> = {
  'sync.status': () => aStatus({ checks: { waiting: 31, inAll: 812 } }),
  'claims.open': () =>
    aDetail({
      claim: MINE,
      report: {
        // The partner did not say what it is; its layout does.
        documents: [
          {
            file: 'sow.pdf',
            sha256: SHA,
            type: 'pdf',
            pages: 3,
            status: 'read',
            reason: null,
            kind: 'POE_TEMPLATE',
          },
        ],
        flags: [
          { ...flagged('shared_evidence', null), reuse: REUSED },
          flagged('document_replaced', 'Allegato A, rapporto di adozione e formazione.pdf'),
        ],
      },
      over: {
        recheck: {
          since: after(-90),
          added: ['SOW Harrow Point, signed by Denise Kowalczyk.pdf'],
          removed: [],
          changes: [
            changed(
              'customerAcknowledgment',
              'not_met',
              'met',
              'SOW Harrow Point, signed by Denise Kowalczyk.pdf',
            ),
            changed('dates', 'met', 'cannot_tell', null),
          ],
        },
      },
    }),
}

/** What the site's papers say, and where. */
async function readPapers(): Promise<Papers> {
  const answer = await fetch('/papers.json')
  return (await answer.json()) as Papers // made by the site itself, see papers.ts
}

function lineOf(lines: readonly PlacedText[], start: string): PlacedText {
  const line = lines.find(({ text }) => text.startsWith(start))
  if (line === undefined) throw new Error(`No line begins with ${start}.`)
  return line
}

const inVersion = (version: 'before' | 'after', fileName: string, addedAt: string) => {
  const sha256 = (version === 'before' ? 'b' : 'c').repeat(64)
  return {
    ...aDetail().documents[0],
    documentId: version,
    sha256,
    url: `/documents/${sha256}`,
    fileName,
    addedAt,
    addedBy: 'Denise Kowalczyk',
  }
}

function changesOf({ sow, earlier }: Papers) {
  const words = (lines: readonly PlacedText[], start: string) => {
    const { text, page, quad } = lineOf(lines, start)
    return { text, places: [{ page, quads: [quad] }] }
  }
  const [was, is] = [(start: string) => words(earlier, start), (start: string) => words(sow, start)]
  return [
    { kind: 'changed', isUnsure: false, before: was('Number of seats'), after: is('Number of seats') },
    { kind: 'removed', isUnsure: false, before: was('Travel between'), after: null },
    { kind: 'added', isUnsure: false, before: null, after: is('Microsoft Teams Phone is') },
    { kind: 'changed', isUnsure: true, before: was('Date: 14'), after: is('Date: 14') },
    { kind: 'moved', isUnsure: false, before: was('3 Out of scope'), after: is('3 Out of scope') },
  ]
}

/** A paper came anew, and stands beside the one that it replaces. */
export const compared = (): Partial<Handlers> => ({
  ...rechecked,
  'claims.open': () =>
    aDetail({
      claim: MINE,
      over: {
        documents: [
          inVersion('before', 'SOW Harrow Point.pdf', after(-9000)),
          inVersion('after', 'SOW Harrow Point, signed by Denise Kowalczyk.pdf', after(-90)),
        ],
        versions: [{ before: 'before', after: 'after', likeness: 'changed' }],
        recheck: {
          since: after(-90),
          added: [],
          removed: [],
          changes: [
            changed(
              'customerAcknowledgment',
              'not_met',
              'met',
              'SOW Harrow Point, signed by Denise Kowalczyk.pdf',
            ),
          ],
        },
      },
    }),
  'documents.compare': async () => ({
    outcome: 'compared',
    comparison: VersionComparison.parse({
      likeness: 'changed',
      changes: changesOf(await readPapers()),
      before: { inAll: 3, pictured: [3], unread: [3] },
      after: { inAll: 3, pictured: [3], unread: [3] },
    }),
  }),
})

const FOUND: readonly (readonly [Criterion, start: string])[] = [
  ['usablePoe', 'Customer: Harrow'],
  ['customerAcknowledgment', 'For the customer'],
  ['dates', 'Date: 14'],
  ['products', 'Microsoft Teams Phone is'],
  ['serviceDescription', 'Number porting'],
]

/** Every finding with its place on the paper. */
export const withEvidence = (): Partial<Handlers> => ({
  'sync.status': () => aStatus(),
  'claims.open': async () => {
    const { sow } = await readPapers()
    const findings = FOUND.map(([criterion, start]) => {
      const { page, quad, text } = lineOf(sow, start)
      const place = { document: 'sow.pdf', page, rects: [], quads: [quad], text, method: 'text' as const }
      return aFinding(criterion, 'met', { evidence: [place] })
    })
    return aDetail({ claim: MINE, findings })
  },
})
