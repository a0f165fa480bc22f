import type { PapersTold } from '../../src-preload/contract/vocabulary/checkShape.ts'
import { CaseId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { CLAIM_CHECKS } from '../../src-preload/contract/vocabulary/words.ts'
import { aCase } from '../builders/arbitrationCase.ts'
import { aReport } from '../builders/checkReport.ts'
import { aClaimRecord } from '../builders/claimRecord.ts'
import { PEOPLE, type Script } from './scriptedHub.ts'
import { aSyncedStation, everythingMet, PAPER } from './syncedStation.ts'

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

interface DeskWishes {
  readonly user?: string
  readonly operation?: Script['operation']
}

/** A workstation with a case on which both claims meet everything, and the challenger's proof is the newer one. */
export async function aCaseDesk(one = aCase(), { user, operation }: DeskWishes = {}) {
  const judged = everythingMet(CASE_CLAIMS)
  const desk = await aSyncedStation(CASE_CLAIMS, {
    poe: {
      ...judged,
      async judge({ form }) {
        const record = CASE_CLAIMS.find(({ form: { claimId } }) => claimId === form.claimId)
        if (record === undefined) throw new Error('Nobody has this claim.')
        const claimChecks = CLAIM_CHECKS.map((check) => ({
          check,
          verdict: 'met' as const,
          sentence: 'It fits.',
          say: { code: 'test', values: {} },
          evidence: [],
        }))
        return {
          ...aReport(record),
          claimChecks,
          told: toldOn(ACKNOWLEDGED[form.claimId] ?? ''),
        }
      },
    },
    ...(user === undefined ? {} : { user }),
    script: {
      feed: () => ({ body: { value: [...CASE_CLAIMS, one], '@odata.deltaLink': 'end' } }),
      people: () => ({ body: { people: [...PEOPLE, ARBITER] } }),
      ...(operation === undefined ? {} : { operation }),
    },
  })
  return { ...desk, board: () => desk.station.call('arbitration.board', { caseId: THE_CASE }) }
}
