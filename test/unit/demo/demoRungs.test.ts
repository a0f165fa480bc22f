import { expect, it, onTestFinished } from 'vitest'
import { CHECKER_VERSION } from '../../../src-main/poe/checkerVersion.ts'
import { READER_VERSION } from '../../../src-main/poe/facts/readerVersion.ts'
import { judge } from '../../../src-main/poe/judge.ts'
import { createHubLink, fixedAddress } from '../../../src-main/hosts/services/hubLink.ts'
import type { PoePort } from '../../../src-main/workstation/ports.ts'
import type { CaseSummary } from '../../../src-preload/contract/arbitration.ts'
import type { CaseBoard } from '../../../src-preload/contract/caseBoard.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Criterion } from '../../../src-preload/contract/vocabulary/words.ts'
import { aFilledHub } from '../../builders/demo/filledHub.ts'
import { DEMO_MESSAGES, DEMO_PAPERS } from '../../builders/demo/demoPapers.ts'
import { storedDocuments } from '../../builders/demo/demoQueue.ts'
import { sha256Of } from '../../builders/claimRecord.ts'
import { unreadFacts } from '../../builders/documentFacts.ts'
import { readHere } from '../../builders/poe/readers.ts'
import { createManualClock } from '../../fakes/manualClock.ts'
import { NOTHING_TO_SHOW } from '../../fakes/nothingToShow.ts'
import { aCommandId, startWorkstation } from '../../fakes/workstation.ts'

/** Reading all papers takes its time on a machine that does other things besides. */
const LONG_MS = 120_000

const made = new Set([...DEMO_PAPERS, ...DEMO_MESSAGES].map(({ file }) => file))
const readable = new Set(storedDocuments().flatMap(({ file, sha256 }) => (made.has(file) ? [sha256] : [])))

/** Reads and judges as the product does. The collected papers, many of them pictures, are of no case that is looked at here. */
const READER: PoePort = {
  readerVersion: READER_VERSION,
  checkerVersion: CHECKER_VERSION,
  ...NOTHING_TO_SHOW,
  read: async ({ bytes }) => (readable.has(sha256Of(bytes)) ? readHere(bytes) : unreadFacts(bytes)),
  judge: async (input) => judge(input),
  knowsProduct: async () => true,
}

const SAID: Readonly<Record<string, readonly string[]>> = {
  'Volkshochschule Lindenau e. V.': ['validity: Elbtor Systemberatung GmbH'],
  'Cantina Sociale Montelupo S.C.A.': ['customer_statement: Bisenzio Tecnologie S.r.l.'],
  'Biscuiterie du Marais Blanc SAS': ['recency: Noirmoutier Conseil SAS'],
  'Lochside Community Clinics Ltd': ['specificity: Glenbrook Digital Ltd'],
  'Gärtnerei Hohenmoor GmbH': ['currency: Torfhaus Systeme GmbH'],
  // A claim for pre-sales and for usage names what is exclusive within each.
  'Molini Val d’Era S.p.A.': [
    'activity_fit: Certaldo Soluzioni S.r.l.',
    'activity_fit: Certaldo Soluzioni S.r.l.',
  ],
  'Imprimerie des Quatre Ormes SARL': ['discretion by incumbent: Bourgvert Informatique SARL'],
  // Two things between the same two claims.
  'Brauhaus Sankt Ulrich GmbH': ['recency: Ulmer Hof Informatik GmbH', 'recency: Ulmer Hof Informatik GmbH'],
}

/** The workstation of the demo's lead, with every paper of the cases read. */
async function theLeadsDesk(start: string) {
  const hub = await aFilledHub(start)
  onTestFinished(() => hub.close())
  const desk = await startWorkstation({
    hub: createHubLink(fixedAddress(new URL(hub.url))),
    poe: READER,
    user: 'u-arbitration-lead',
    clock: createManualClock(Date.parse(start)),
  })
  desk.clock.advance(0)
  const casesOf = async (customer: string): Promise<CaseSummary[]> => {
    const { rows } = await desk.call('arbitration.list', { view: 'open', offset: 0, limit: 500 })
    return rows.filter(({ customerName }) => customerName === customer)
  }
  const boardsOf = async (customer: string): Promise<CaseBoard[]> =>
    Promise.all((await casesOf(customer)).map(({ caseId }) => desk.call('arbitration.board', { caseId })))
  await desk.until(async () => {
    const { checks, documents } = await desk.call('sync.status', {})
    return documents.known > 0 && documents.local === documents.known && checks.waiting === 0
  })
  return { ...desk, casesOf, boardsOf }
}
type Desk = Awaited<ReturnType<typeof theLeadsDesk>>

/** The lead's own word on what the machine found wanting. */
async function denies({ call }: Desk, claimId: ClaimId, criterion: Criterion): Promise<void> {
  const { claim } = await call('claims.open', { claimId })
  const item = criterion === 'products' ? 'i1' : null
  const said = { criterion, item, verdict: 'not_met', reason: 'Looked at on the paper.' } as const
  await call('claims.setVerdict', { claimId, revision: claim.revision, commandId: aCommandId(), ...said })
}

/** What the ladder points to on each case of a customer: by what, and whom. */
async function pointsTo(desk: Desk, customer: string): Promise<string[]> {
  return (await desk.boardsOf(customer)).map((board) => {
    const { ladder, parties } = board
    if (ladder === null || ladder.outcome !== 'compared') return 'nothing compared'
    const { suggestion } = ladder
    const who =
      'claimId' in suggestion
        ? (parties.find(({ claimId }) => claimId === suggestion.claimId)?.partnerName ?? 'nobody')
        : 'nobody'
    const what = suggestion.kind === 'clear' ? suggestion.rung : suggestion.kind
    const by = suggestion.kind === 'discretion' ? ` by ${suggestion.by}` : ''
    const open = 'unsettled' in suggestion && suggestion.unsettled.length > 0 ? ', not all settled' : ''
    return `${what}${by}: ${who}${open}`
  })
}

it.each(['2026-11-23T08:00:00.000Z', '2026-12-25T22:00:00.000Z', '2033-04-06T09:00:00.000Z'])(
  'each rung of the ladder decides a case by what its papers say, and one is left to the lead, filled at %s',
  async (start) => {
    const desk = await theLeadsDesk(start)
    const said = Object.keys(SAID).map(
      async (customer) => [customer, await pointsTo(desk, customer)] as const,
    )
    expect(Object.fromEntries(await Promise.all(said))).toEqual(SAID)
    const [migrated] = await desk.boardsOf('Volkshochschule Lindenau e. V.')
    expect(
      migrated?.ladder?.outcome === 'compared' &&
        migrated.ladder.rungs[0]?.parties.map(({ value }) => value.word),
    ).toEqual(['no_poe_migrated', 'valid'])
    const [one, other] = await desk.casesOf('Brauhaus Sankt Ulrich GmbH')
    const { alongside } = await desk.call('arbitration.case', { caseId: one?.caseId ?? never() })
    expect(alongside.map(({ caseId }) => caseId)).toEqual([other?.caseId])
  },
  LONG_MS,
)

const never = (): never => {
  throw new Error('The demo has this case.')
}

it(
  'a proof that falls short loses on validity, and two of them leave nobody, once a person has said so',
  async () => {
    const desk = await theLeadsDesk('2026-11-23T08:00:00.000Z')
    const party = async (customer: string, partner: string): Promise<ClaimId> => {
      const [board] = await desk.boardsOf(customer)
      return board?.parties.find(({ partnerName }) => partnerName === partner)?.claimId ?? never()
    }
    // What the machine finds wanting decides nothing by itself.
    expect(await pointsTo(desk, 'Saltmarsh Ferries Ltd')).toEqual([
      'recency: Quayside Digital Ltd, not all settled',
    ])
    await denies(
      desk,
      await party('Saltmarsh Ferries Ltd', 'Fenwick Lane Technology Ltd'),
      'customerAcknowledgment',
    )
    expect(await pointsTo(desk, 'Saltmarsh Ferries Ltd')).toEqual(['validity: Quayside Digital Ltd'])

    await denies(
      desk,
      await party('Thornbury Glassworks Ltd', 'Millstream Computing Ltd'),
      'customerAcknowledgment',
    )
    await denies(desk, await party('Thornbury Glassworks Ltd', 'Hexley Cloud Ltd'), 'products')
    expect(await pointsTo(desk, 'Thornbury Glassworks Ltd')).toEqual(['nobody: nobody'])
  },
  LONG_MS,
)
