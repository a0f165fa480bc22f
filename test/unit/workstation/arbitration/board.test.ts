import { describe, expect, it } from 'vitest'
import type { PapersTold } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import { CaseId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { CLAIM_CHECKS } from '../../../../src-preload/contract/vocabulary/words.ts'
import { aCase, aParty } from '../../../builders/arbitrationCase.ts'
import { aReport } from '../../../builders/checkReport.ts'
import { aClaimRecord } from '../../../builders/claimRecord.ts'
import { aSyncedStation, everythingMet, PAPER } from '../../../fakes/syncedStation.ts'

const CASE = CaseId.parse('0e6d7a0c-6f6e-4d4c-9d11-1f6f3a7b2c01')
const documents = [{ documentId: 'd1', bytes: PAPER }]
const CLAIMS = [
  aClaimRecord({ clocks: [], documents }),
  aClaimRecord({ claimId: '208500', state: 'approved', subState: 'consent_closed', clocks: [], documents }),
]

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

/** A workstation with a case on which both claims meet everything, and the challenger's proof is the newer one. */
async function aBoardOf(one = aCase()) {
  const judged = everythingMet(CLAIMS)
  const desk = await aSyncedStation(CLAIMS, {
    poe: {
      ...judged,
      async judge({ form }) {
        const record = CLAIMS.find(({ form: { claimId } }) => claimId === form.claimId)
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
    script: { feed: () => ({ body: { value: [...CLAIMS, one], '@odata.deltaLink': 'end' } }) },
  })
  return { ...desk, board: () => desk.station.call('arbitration.board', { caseId: CASE }) }
}

describe('the board of a case', () => {
  it('shows what each party has, and the rung that tells them apart', async () => {
    const { board } = await aBoardOf()
    const { parties, ladder, missing } = await board()
    expect(missing).toEqual([])
    expect(parties.map(({ claimId }) => claimId).toSorted()).toEqual(['208417', '208500'])
    const challenger = parties.find(({ role }) => role === 'challenger')
    expect(challenger).toMatchObject({
      claimId: '208417',
      acknowledged: { from: '2026-09-03', to: '2026-09-03' },
      unverified: [],
    })
    expect(challenger?.criteria.map(({ verdict }) => verdict)).toEqual(Array(5).fill('met'))
    expect(ladder).toMatchObject({
      outcome: 'compared',
      suggestion: { kind: 'clear', rung: 'recency', claimId: '208417' },
    })
  })

  it('draws one order for a person, whichever way the hub lists the parties', async () => {
    const parties = [aParty({ claimId: '208417' }), aParty({ claimId: '208500', role: 'incumbent' })]
    const { board } = await aBoardOf(aCase({ parties }))
    const turned = await aBoardOf(aCase({ parties: parties.toReversed() }))
    const orderOf = async (read: typeof board) => (await read()).parties.map(({ claimId }) => claimId)
    expect(await orderOf(turned.board)).toEqual(await orderOf(board))
  })

  it('compares nothing while a claim is not here, and says which', async () => {
    const { board } = await aBoardOf(
      aCase({ parties: [aParty({ claimId: '208417' }), aParty({ claimId: 'elsewhere' })] }),
    )
    expect(await board()).toMatchObject({ missing: ['elsewhere'], ladder: null })
  })

  it('leaves out who has left', async () => {
    const left = { at: '2026-11-20T09:00:00.000Z', reason: 'withdrawn' }
    const { board } = await aBoardOf(
      aCase({ parties: [aParty({ claimId: '208417' }), aParty({ claimId: '208500', left })] }),
    )
    const { parties, ladder } = await board()
    expect(parties.map(({ claimId }) => claimId)).toEqual(['208417'])
    expect(ladder).toEqual({ outcome: 'refused', reason: 'too_few_parties' })
  })
})
