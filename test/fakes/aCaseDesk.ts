import type { PoePort } from '../../src-main/workstation/ports.ts'
import type { ClaimRecord } from '../../src-preload/contract/vocabulary/claimShape.ts'
import type { Evidence, PapersTold } from '../../src-preload/contract/vocabulary/checkShape.ts'
import { CaseId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { CLAIM_CHECKS } from '../../src-preload/contract/vocabulary/words.ts'
import { aCase } from '../builders/arbitrationCase.ts'
import { aReport } from '../builders/checkReport.ts'
import { aClaimRecord } from '../builders/claimRecord.ts'
import { PEOPLE, type Script } from './scriptedHub.ts'
import { aSyncedStation, everythingMet, PAPER, type SyncedWishes } from './syncedStation.ts'

export const THE_CASE = CaseId.parse('0e6d7a0c-6f6e-4d4c-9d11-1f6f3a7b2c01')
const documents = [{ documentId: 'd1', bytes: PAPER }]
const HOLDER = aClaimRecord({
  claimId: '208500',
  partnerName: 'Rival Ltd',
  state: 'approved',
  subState: 'consent_closed',
  clocks: [],
  documents,
})
const RIVAL = { ...HOLDER, form: { ...HOLDER.form, mpnId: '5500111' } }
export const CASE_CLAIMS = [aClaimRecord({ clocks: [], documents }), RIVAL]

/** When the customer acknowledged each party's work; everything else is the same. */
const ACKNOWLEDGED: Readonly<Record<string, string>> = { '208417': '2026-09-03', '208500': '2026-03-12' }

function toldOn(day: string): PapersTold {
  const no = { told: 'no' } as const
  const value = { from: day, to: day }
  return {
    acknowledged: { told: 'yes', value, evidence: [] },
    engagement: no,
    items: [{ item: 'i1', named: no, work: no, identified: no, statement: no }],
  }
}

/** Who decides cases. */
const ARBITER = { userId: 'u-arbiter', name: 'Ruben Aldersgate', role: 'arbitration_lead' }

interface DeskWishes extends Pick<SyncedWishes, 'printer' | 'chooseCopyPlace' | 'isHere'> {
  readonly user?: string
  /** What the hub says of the claims; those that it has, as they are. */
  readonly claims?: readonly ClaimRecord[]
  /** Places that the check finds for every criterion. */
  readonly evidence?: readonly Evidence[]
  readonly cut?: PoePort['cut']
  readonly operation?: Script['operation']
  readonly reference?: Script['reference']
}

/** A workstation with a case on which both claims meet everything, and the challenger's proof is the newer one. */
export async function aCaseDesk(one = aCase(), wishes: DeskWishes = {}) {
  const { user, operation, claims = CASE_CLAIMS, evidence = [], cut, reference, ...lent } = wishes
  const judged = everythingMet(claims)
  const desk = await aSyncedStation(claims, {
    ...lent,
    poe: {
      ...judged,
      ...(cut && { cut }),
      async judge({ form }) {
        const record = claims.find(({ form: { claimId } }) => claimId === form.claimId)
        if (record === undefined) throw new Error('Nobody has this claim.')
        const claimChecks = CLAIM_CHECKS.map((check) => ({
          check,
          verdict: 'met' as const,
          sentence: 'It fits.',
          say: { code: 'test', values: {} },
          evidence: [],
        }))
        const report = aReport(record)
        return {
          ...report,
          findings: report.findings.map((finding) => ({ ...finding, evidence: [...evidence] })),
          claimChecks,
          told: toldOn(ACKNOWLEDGED[form.claimId] ?? ''),
        }
      },
    },
    ...(user === undefined ? {} : { user }),
    script: {
      feed: () => ({ body: { value: [...claims, one], '@odata.deltaLink': 'end' } }),
      people: () => ({ body: { people: [...PEOPLE, ARBITER] } }),
      ...(operation === undefined ? {} : { operation }),
      ...(reference === undefined ? {} : { reference }),
    },
  })
  return { ...desk, board: () => desk.station.call('arbitration.board', { caseId: THE_CASE }) }
}
