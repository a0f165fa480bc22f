import { readByHand } from '../../../../src-main/domain/arbitration/readByHand.ts'
import type { PartyStanding } from '../../../../src-main/domain/arbitration/standing.ts'
import { CaseBoard } from '../../../../src-preload/contract/caseBoard.ts'
import type { Handlers } from '../../../../src-preload/contract/index.ts'
import { DetailWord, ReadDays } from '../../../../src-preload/contract/vocabulary/handWordShape.ts'
import type { OperationId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { unknown } from '../../../builders/domain/arbitration/standings.ts'
import { aDetail, aFinding, SHA } from '../../../builders/renderer/aClaim.ts'
import { approachable } from './approachScenes.ts'
import { boardOver, STANDINGS } from './arbitrationScenes.ts'
import { after } from './queueScenes.ts'

const BY = { byUserId: 'u-lead', byName: 'Paul Brandt', at: after(-60) }
const [, NEWER, OUTSIDE] = STANDINGS.map(({ claimId }) => claimId)

/** What the machine could settle: of one party a detail is open and its date, of another the end of its engagement. */
const UNSETTLED: readonly PartyStanding[] = STANDINGS.map((one) => {
  if (one.claimId === NEWER)
    return { ...one, acknowledged: unknown, details: [...one.details, { check: 'contacts', verdict: null }] }
  return one.claimId === OUTSIDE ? { ...one, engagement: unknown } : one
})

/** A case in which people verify and read by hand: what they say counts at once. */
export function verifiable(): Partial<Handlers> {
  const words = new Map<string, DetailWord>()
  const days = new Map<string, ReadDays>([
    [
      `${OUTSIDE} engagement`,
      ReadDays.parse({
        reading: { what: 'engagement', start: '2025-10-06', end: '2026-02-28' },
        evidenceId: null,
        ...BY,
      }),
    ],
  ])
  const readOf = (claimId: string) =>
    [...days].filter(([key]) => key.startsWith(`${claimId} `)).map(([, one]) => one)
  const standings = () =>
    UNSETTLED.map((one) => ({
      ...one,
      details: one.details.map(({ check, verdict }) => ({
        check,
        verdict: words.get(`${one.claimId} ${check}`)?.verdict ?? verdict,
      })),
      ...readByHand(readOf(one.claimId), 'i1'),
    }))
  const accepted = (operationId: OperationId) => ({
    outcome: 'accepted' as const,
    operationId,
    holdUntil: null,
  })
  return {
    ...approachable,
    'arbitration.board': () => {
      const board = boardOver(standings())
      return CaseBoard.parse({
        ...board,
        parties: board.parties.map((party) => ({
          ...party,
          readings: party.claimId === NEWER ? ['2026-03-09', '2026-09-03'] : [],
          readDays: readOf(party.claimId),
          details: party.details.map((one) => ({
            ...one,
            word: words.get(`${party.claimId} ${one.check}`) ?? null,
          })),
        })),
      })
    },
    'claims.setDetail': ({ claimId, check, verdict, note, commandId }) => {
      if (verdict === null) words.delete(`${claimId} ${check}`)
      else words.set(`${claimId} ${check}`, DetailWord.parse({ check, verdict, note, ...BY }))
      return accepted(commandId)
    },
    'claims.readDays': ({ claimId, reading, evidenceId, commandId }) => {
      days.set(`${claimId} ${reading.what}`, ReadDays.parse({ reading, evidenceId, ...BY }))
      return accepted(commandId)
    },
    'claims.forgetDays': ({ claimId, fact, commandId }) => {
      days.delete(`${claimId} ${fact.what}`)
      return accepted(commandId)
    },
  }
}

const EMAIL = 'd.kowalczyk@freemail.example'
const MARKED = {
  evidenceId: '00000000-0000-4000-8000-000000000001',
  criterion: 'dates',
  item: null,
  sha256: SHA,
  inside: [],
  page: 3,
  quads: [[0, 0, 10, 0, 10, 10, 0, 10]],
  text: '03/04/2026',
  note: '',
  ...BY,
}

/** A claim of which the check could settle neither a detail nor the day of the acknowledgment. */
export function verifiableClaim(): Partial<Handlers> {
  const said: { detailWords: DetailWord[]; readDays: ReadDays[] } = { detailWords: [], readDays: [] }
  const accepted = (operationId: OperationId) => ({
    outcome: 'accepted' as const,
    operationId,
    holdUntil: null,
  })
  return {
    'claims.open': () =>
      aDetail({
        claim: { competingClaims: 1 },
        findings: [aFinding('usablePoe', 'met'), aFinding('dates', 'cannot_tell')],
        report: {
          dates: [
            {
              document: 'sow.pdf',
              page: 3,
              quads: [],
              text: '03/04/2026',
              readings: ['2026-04-03', '2026-03-04'],
              role: 'customer_signature',
            },
          ],
          claimChecks: [
            {
              check: 'contacts',
              verdict: 'not_met',
              sentence: 'A free mail service.',
              say: { code: 'check_contacts_free_mail', values: { email: EMAIL } },
              evidence: [],
            },
          ],
        },
        over: { ownEvidence: [MARKED], ...said },
      }),
    'claims.setDetail': ({ check, verdict, note, commandId }) => {
      said.detailWords = verdict === null ? [] : [DetailWord.parse({ check, verdict, note, ...BY })]
      return accepted(commandId)
    },
    'claims.readDays': ({ reading, evidenceId, commandId }) => {
      said.readDays = [ReadDays.parse({ reading, evidenceId, ...BY })]
      return accepted(commandId)
    },
    'claims.forgetDays': ({ commandId }) => {
      said.readDays = []
      return accepted(commandId)
    },
  }
}
