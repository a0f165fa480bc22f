import { ARBITRATION_BY_DEFAULT } from '../../src-main/domain/arbitration/arbitrationPolicy.ts'
import { decidedCase } from '../../src-main/domain/arbitration/decidedCase.ts'
import { climb } from '../../src-main/domain/arbitration/ladder.ts'
import type { PartyStanding } from '../../src-main/domain/arbitration/standing.ts'
import type {
  CaseFileFacts,
  FileClaim,
  FilePlace,
} from '../../src-main/workstation/caseFile/caseFileFacts.ts'
import { CaseBoard } from '../../src-preload/contract/caseBoard.ts'
import { CaseOutcome, type CaseParty } from '../../src-preload/contract/vocabulary/arbitrationShape.ts'
import { Evidence } from '../../src-preload/contract/vocabulary/checkShape.ts'
import { CaseId, ClaimId, Instant } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { CRITERIA } from '../../src-preload/contract/vocabulary/words.ts'
import { letterIn } from '../../src-preload/words/letters.ts'
import { numberPlaces, PLACED_ROWS } from '../../src-preload/words/partyPlaces.ts'
import { aCase, anAsk, aParty } from './arbitrationCase.ts'
import { aClaimRecord } from './claimRecord.ts'
import { anIncumbent, aStanding, on, TODAY } from './domain/arbitration/standings.ts'
import { aBoardParty, aPaper } from './renderer/aBoardParty.ts'

/** What a test may want a file to say in the words of strangers and colleagues. */
export interface FileWishes {
  readonly customer?: string
  readonly partners?: readonly string[]
  readonly thing?: string
  readonly claimName?: string
  readonly fileName?: string
  readonly read?: string
  readonly letter?: string
  readonly reason?: string
  readonly note?: string
  readonly person?: string
  readonly isDecided?: boolean
}

const IDS = ['208417', '208500', '208613'] as const
const DECIDED_AT = Instant.parse('2026-11-24T14:20:00.000Z')

/** A case of three partners: the second holds the thing, the first has the newest proof and got it; the third has left before. */
export function aCaseFile(wishes: FileWishes = {}): CaseFileFacts {
  const { partners = ['Fernhill Consulting Ltd', 'Liffeyside Systems Ltd', 'Orobica Software S.r.l.'] } =
    wishes
  const {
    customer = 'Northgate Assurance plc',
    thing = 'Microsoft Teams',
    person = 'Ruben Aldersgate',
  } = wishes
  const ask = anAsk({ byName: person, answeredAt: '2026-11-21T11:05:00.000Z', answer: 'resubmission' })
  const open = aCase({
    customerName: customer,
    contested: { ...aCase().contested, name: thing },
    lead: { userId: 'u-arbiter', name: person },
    parties: [
      aParty({
        claimId: IDS[0],
        partnerName: partners[0],
        firstReviewedAt: '2026-11-19T08:00:00.000Z',
        outreach: [ask],
      }),
      aParty({
        claimId: IDS[1],
        partnerName: partners[1],
        role: 'incumbent',
        toldAt: '2026-11-18T16:00:00.000Z',
      }),
      aParty({
        claimId: IDS[2],
        partnerName: partners[2],
        left: { at: '2026-11-18T18:00:00.000Z', reason: 'withdrawn' },
      }),
    ],
  })
  const outcome = CaseOutcome.parse({
    at: DECIDED_AT,
    by: { userId: 'u-arbiter', name: person },
    winner: IDS[0],
    rung: 'recency',
    reason: wishes.reason ?? 'The newest acknowledgment of the customer names Fernhill for Teams.',
  })
  const one = wishes.isDecided === false ? open : decidedCase(open, outcome)
  const board = boardOf(wishes, one.parties.slice(0, 2), [
    aStanding(IDS[0], { acknowledged: on('2026-10-20') }),
    anIncumbent(IDS[1], { acknowledged: on('2026-03-12') }),
  ])
  return {
    one,
    board,
    parties: one.parties.map((party, at) => ({
      letter: letterIn(one.parties, party.claimId),
      party,
      claim: at === 2 ? null : claimOf(wishes, board, party.claimId),
    })),
    isOnItsWay: false,
    made: {
      at: Instant.parse('2026-11-25T06:00:00.000Z'),
      by: { name: person, role: 'arbitration_lead' },
      version: '0.1.0',
      contract: 22,
      checker: 'checks 31',
      reader: 'reader 18',
    },
  }
}

function boardOf(wishes: FileWishes, parties: readonly CaseParty[], standings: PartyStanding[]): CaseBoard {
  const { fileName = 'Statement of Work.pdf', read = 'Fernhill deploys Microsoft Teams for 340 employees' } =
    wishes
  const place = Evidence.parse({
    document: fileName,
    page: 1,
    rects: [],
    quads: [[70, 690, 400, 690, 400, 702, 70, 702]],
    text: read,
    method: 'text',
  })
  const evidence = [{ on: 'paper' as const, place }]
  return CaseBoard.parse({
    caseId: CaseId.parse(aCase().caseId),
    revision: 4,
    parties: parties.map(({ claimId, partnerName, role }) =>
      aBoardParty(
        Object.fromEntries(CRITERIA.map((criterion) => [criterion, criterion === 'dates' ? [] : evidence])),
        {
          claimId,
          partnerName,
          role,
          acknowledged: { from: '2026-10-20', to: '2026-10-20' },
          documents: [aPaper('d1', fileName)],
          details: [
            { check: 'contacts', verdict: 'met', word: null },
            {
              check: 'domain_tenant',
              verdict: 'met',
              word: {
                check: 'domain_tenant',
                verdict: 'met',
                note: wishes.note ?? 'Called the customer.',
                byUserId: 'u-lead',
                byName: wishes.person ?? 'Paul Brandt',
                at: DECIDED_AT,
              },
            },
          ],
        },
      ),
    ),
    missing: [],
    ladder: climb(standings, { policy: ARBITRATION_BY_DEFAULT, today: TODAY }),
    mayVerify: true,
    today: TODAY,
  })
}

function claimOf(wishes: FileWishes, board: CaseBoard, claimId: string): FileClaim | null {
  const shown = board.parties.find((party) => party.claimId === claimId)
  if (shown === undefined) return null
  const { person: byName = 'Marta Ginevri', note = 'Signed by the customer’s CIO.' } = wishes
  const { all, inRow } = numberPlaces(shown, board.ladder)
  return {
    record: aClaimRecord({ claimId: ClaimId.parse(claimId), claimName: wishes.claimName ?? 'Teams rollout' }),
    checker: 'checks 31',
    isHeldBack: false,
    words: [
      {
        criterion: 'customerAcknowledgment',
        item: null,
        reviewer: { verdict: 'met', act: 'set', reason: note, byName, at: DECIDED_AT },
      },
    ],
    letters: [
      { what: 'ask', at: Instant.parse('2026-11-19T09:00:00.000Z'), byName, text: wishes.letter ?? LETTER },
      { what: 'decision', at: DECIDED_AT, byName, text: wishes.letter ?? LETTER },
    ],
    documents: shown.documents,
    places: all.map(
      (place): FilePlace => ({
        ...place,
        rows: PLACED_ROWS.filter((row) => inRow(row).includes(place)),
        document: shown.documents[0] ?? null,
        innerName: null,
        markedBy: null,
      }),
    ),
  }
}

const LETTER = `Dear partner,

another partner claims the same workload of this customer. Please send your newest signed proof of execution and the dates of your engagement.

1. Newest signed proof
2. Dates of the engagement`
