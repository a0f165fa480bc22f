import { ARBITRATION_BY_DEFAULT } from '../../../../src-main/domain/arbitration/arbitrationPolicy.ts'
import { climb } from '../../../../src-main/domain/arbitration/ladder.ts'
import { openDetails, type PartyStanding } from '../../../../src-main/domain/arbitration/standing.ts'
import { CaseDetail, CaseSummary } from '../../../../src-preload/contract/arbitration.ts'
import { CaseBoard } from '../../../../src-preload/contract/caseBoard.ts'
import { ClaimId, Sha256 } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Evidence } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import { READ_FACTS } from '../../../../src-preload/contract/vocabulary/words.ts'
import type { Handlers } from '../../../../src-preload/contract/index.ts'
import { NO_VOTING, aCase, aParty, anAsk, arbitrationClock } from '../../../builders/arbitrationCase.ts'
import {
  aStanding,
  anIncumbent,
  fromTo,
  judged,
  known,
  on,
} from '../../../builders/domain/arbitration/standings.ts'
import { VersionComparison } from '../../../../src-preload/contract/vocabulary/versionShape.ts'
import type { Criterion } from '../../../../src-preload/contract/vocabulary/words.ts'
import { aDetail, SHA } from '../../../builders/renderer/aClaim.ts'
import { CASE_PAGES, type CasePaper, SHA_OF } from '../casePapers.ts'
import type { Papers } from '../papers.ts'
import { after } from './queueScenes.ts'

const DAY = 24 * 60
const [CASCADE, TIDEWATER, QUILLSTONE] = ['42880201', '42880202', '42880203'] as const
const PARTNERS: Readonly<Record<string, string>> = {
  [CASCADE]: 'Cascade Ledger Partners',
  [TIDEWATER]: 'Tidewater Apps Pty Ltd',
  [QUILLSTONE]: 'Quillstone Advisory LLP',
}
const TODAY = after(0).slice(0, 10)

const PAPERS: Readonly<Record<string, readonly [CasePaper, file: string]>> = {
  [CASCADE]: ['annex', 'MSA annex.pdf'],
  [TIDEWATER]: ['order', 'Change order 4.pdf'],
  [QUILLSTONE]: ['letter', 'Letter of the customer.pdf'],
}

/** The beginnings of the lines on which each criterion rests. */
const FOUND: Readonly<Record<CasePaper, Partial<Record<Criterion, readonly string[]>>>> = {
  annex: {
    usablePoe: ['Customer: Brightwater'],
    customerAcknowledgment: ['Maria Okafor'],
    dates: ['Date: 12'],
    products: ['Dynamics 365 Finance', 'It supports'],
    serviceDescription: ['Accepted for'],
  },
  order: {
    usablePoe: ['Customer: Brightwater'],
    customerAcknowledgment: ['Signed electronically'],
    dates: ['Completed 3'],
    products: ['Dynamics 365 Finance', 'Supply Chain'],
    serviceDescription: ['Scope of'],
  },
  letter: { dates: ['Date: 14'], products: ['Dynamics 365 Finance'] },
}

/** What the site's papers say, and where. */
async function readPapers(): Promise<Papers> {
  const answer = await fetch('/papers.json')
  return (await answer.json()) as Papers // made by the site itself, see papers.ts
}

const paperOf = (claimId: string) => PAPERS[claimId] ?? ['letter', '']

function onLine(papers: Papers, claimId: string, start: string): { on: 'paper'; place: Evidence } {
  const [paper, document] = paperOf(claimId)
  const line = papers.parties[paper].find(({ text }) => text.startsWith(start))
  if (line === undefined) throw new Error(`No line of ${paper} begins with ${start}.`)
  const { page, quad, text } = line
  return { on: 'paper', place: { document, page, rects: [], quads: [[...quad]], text, method: 'text' } }
}

/** Where each verdict stands, so that the board has places to lead to. */
function withPlaces(standing: PartyStanding, papers: Papers): PartyStanding {
  const [paper] = paperOf(standing.claimId)
  const at = (start: string) => onLine(papers, standing.claimId, start)
  const { dates = [] } = FOUND[paper]
  const ending = { annex: ['Support ends'], order: ['The service runs'], letter: [] }[paper]
  return {
    ...standing,
    criteria: standing.criteria.map((one) => ({
      ...one,
      evidence: (FOUND[paper][one.criterion] ?? []).map(at),
    })),
    acknowledged: { ...standing.acknowledged, evidence: dates.map(at) },
    engagement: { ...standing.engagement, evidence: ending.map(at) },
  }
}

export const STANDINGS: readonly PartyStanding[] = [
  anIncumbent(CASCADE, {
    criteria: judged(),
    acknowledged: on('2026-03-12'),
    engagement: fromTo('2026-01-05', '2026-06-30'),
  }),
  aStanding(TIDEWATER, {
    criteria: judged(),
    acknowledged: on('2026-09-03', '2026-09-03'),
    engagement: fromTo('2026-07-15', '2027-03-31'),
  }),
  aStanding(QUILLSTONE, {
    criteria: judged({ dates: 'not_met', customerAcknowledgment: 'cannot_tell' }),
    acknowledged: on('2025-10-14'),
    engagement: fromTo('2025-10-06', '2026-02-28'),
    activityFit: known('partly'),
  }),
]

export const PARTIES = [
  aParty({ claimId: CASCADE, role: 'incumbent', partnerName: PARTNERS[CASCADE] }),
  aParty({ claimId: TIDEWATER, partnerName: PARTNERS[TIDEWATER], outreach: [anAsk()] }),
  aParty({ claimId: QUILLSTONE, partnerName: PARTNERS[QUILLSTONE] }),
]

const FINANCE = aCase({
  customerName: 'Brightwater Foods Inc.',
  contested: {
    key: 'subscription 4e21',
    unit: 'subscription',
    program: 'OSU_BIZAPPS',
    productId: 'd365.finance',
    name: 'Dynamics 365 Finance',
    subscriptionId: '0f6b5c1e-7a35-4f39-9f3b-2b8f1f0d4e21',
    isProvisional: false,
  },
  clocks: [arbitrationClock(after(2 * DAY))],
  parties: PARTIES,
  state: 'outreach',
})

function documentsOf(claimId: string) {
  const [paper, fileName] = paperOf(claimId)
  const sha256 = SHA_OF[paper]
  const one = { ...aDetail().documents[0], documentId: 'd1', sha256, url: `/documents/${sha256}`, fileName }
  const plain = { ...one, name: fileName, pages: CASE_PAGES[paper].length, inner: [] }
  const second = 'Timesheets of the rollout.pdf'
  return claimId === CASCADE
    ? [
        plain,
        { ...plain, documentId: 'd2', sha256: SHA, url: `/documents/${SHA}`, fileName: second, name: second },
      ]
    : [plain]
}

const boardWithPlaces = async (standings: readonly PartyStanding[], missing: readonly string[] = []) => {
  const papers = await readPapers()
  return boardOver(
    standings.map((standing) => withPlaces(standing, papers)),
    missing,
  )
}

export function boardOver(standings: readonly PartyStanding[], missing: readonly string[] = []): CaseBoard {
  return CaseBoard.parse({
    caseId: FINANCE.caseId,
    revision: 1,
    parties: standings.map((standing) => ({
      claimId: standing.claimId,
      partnerName: PARTNERS[standing.claimId],
      role: standing.isIncumbent ? 'incumbent' : 'challenger',
      claimName: 'Finance rollout',
      state: standing.isIncumbent ? 'approved' : 'under_review',
      subState: standing.isIncumbent ? 'consent_closed' : 'awaiting_arbitration',
      checker: 'checks-1.9',
      criteria: standing.criteria,
      unverified: openDetails(standing),
      item: 'i1',
      details: standing.details.map((one) => ({ ...one, word: null })),
      submittedAt: standing.submittedAt,
      window: { from: '2025-11-01', to: '2026-10-01' },
      acknowledged: standing.acknowledged.isKnown ? standing.acknowledged.value : null,
      engagement: standing.engagement.isKnown ? standing.engagement.value : null,
      statement: standing.statement.isKnown ? standing.statement.value : null,
      untold: READ_FACTS.filter((fact) => !standing[fact].isKnown),
      readDays: [],
      readings: [],
      documents: documentsOf(standing.claimId),
      own: [],
    })),
    missing,
    ladder: missing.length > 0 ? null : climb(standings, { policy: ARBITRATION_BY_DEFAULT, today: TODAY }),
    mayVerify: true,
    today: TODAY,
  })
}

export const DETAIL = CaseDetail.parse({
  case: FINANCE,
  claims: PARTIES.map(({ claimId }) => ({ claimId, summary: null, firstReview: null, actions: [] })),
  alongside: [],
  voting: NO_VOTING,
  pending: null,
  draft: null,
})

const aRow = (over: Record<string, unknown>): CaseSummary =>
  CaseSummary.parse({
    caseId: FINANCE.caseId,
    customerName: FINANCE.customerName,
    contested: FINANCE.contested,
    state: FINANCE.state,
    revision: 1,
    openedAt: FINANCE.openedAt,
    wokenAt: null,
    lead: null,
    clock: FINANCE.clocks[0],
    parties: PARTIES.map((party) => ({
      claimId: party.claimId,
      partnerName: party.partnerName,
      role: party.role,
      hasLeft: false,
    })),
    firstReviews: { outstanding: 1, clock: null },
    asks: { open: 1, dueAt: after(DAY) },
    isWhole: true,
    ...over,
  })

const ROWS = [
  aRow({}),
  aRow({
    caseId: '0e6d7a0c-6f6e-4d4c-9d11-1f6f3a7b2c02',
    customerName: 'Ceramiche Valdorcia S.p.A.',
    contested: { ...aCase().contested, isProvisional: true, unit: 'product' },
    state: 'ready',
    clock: arbitrationClock(after(-60)),
    firstReviews: { outstanding: 0, clock: null },
    asks: { open: 0, dueAt: null },
  }),
]

const listing = (rows: readonly CaseSummary[]): Partial<Handlers> => ({
  'arbitration.list': () => ({
    total: rows.length,
    rows: [...rows],
    counts: { open: rows.length, mine: 0, decided: 0 },
  }),
})

/** What the annex and the change order say otherwise, as far as a scene needs it. */
function differences({ parties }: Papers) {
  const words = (paper: CasePaper, start: string) => {
    const line = parties[paper].find(({ text }) => text.startsWith(start))
    if (line === undefined) throw new Error(`No line of ${paper} begins with ${start}.`)
    return { text: line.text, places: [{ page: line.page, quads: [line.quad] }] }
  }
  const both = (start: string) => ({ before: words('annex', start), after: words('order', start) })
  return [
    { kind: 'removed', isUnsure: false, before: words('annex', 'Contract number'), after: null },
    { kind: 'added', isUnsure: false, before: null, after: words('order', 'Supply Chain') },
    { kind: 'changed', isUnsure: false, ...both('Opening balances') },
  ]
}

/** Two open cases. */
export const openCases: Partial<Handlers> = listing(ROWS)

/** Three parties, one of which is out on the first rung, and a rung that tells the others apart. */
export const threeParties: Partial<Handlers> = {
  ...openCases,
  'arbitration.case': () => DETAIL,
  'arbitration.board': () => boardWithPlaces(STANDINGS),
  'arbitration.compare': async () => ({
    outcome: 'compared',
    comparison: VersionComparison.parse({
      likeness: 'changed',
      changes: differences(await readPapers()),
      before: { inAll: 3, pictured: [], unread: [] },
      after: { inAll: 2, pictured: [], unread: [] },
    }),
  }),
  'arbitration.shared': () => ({
    found: [
      {
        how: 'text',
        share: 0.962,
        mayBeForm: true,
        severity: 'medium',
        places: [
          { claimId: ClaimId.parse(TIDEWATER), sha256: Sha256.parse(SHA_OF.order), page: 2 },
          { claimId: ClaimId.parse(CASCADE), sha256: Sha256.parse(SHA_OF.annex), page: 2 },
        ],
      },
    ],
    unread: [{ claimId: ClaimId.parse(QUILLSTONE), sha256: Sha256.parse(SHA_OF.letter) }],
    heldBack: [],
  }),
}

/** A claim of the case is not on this workstation. */
export const missingParty: Partial<Handlers> = {
  ...threeParties,
  'arbitration.board': () => boardWithPlaces(STANDINGS.slice(0, 2), [QUILLSTONE]),
}

/** Its case file is saved at once. */
export const savedFile: Partial<Handlers> = {
  ...threeParties,
  'arbitration.file': () => ({
    outcome: 'saved',
    where: `/home/ines.moretti/Downloads/Case file ${FINANCE.caseId}.pdf`,
  }),
}

/** Its case file is never done. */
export const lateFile: Partial<Handlers> = {
  ...threeParties,
  'arbitration.file': () => new Promise(() => undefined),
}

/** No browser is there that could print. */
export const noPrinter: Partial<Handlers> = {
  ...threeParties,
  'arbitration.file': () => ({ outcome: 'no_printer' }),
}

export const THE_CASE = FINANCE.caseId
