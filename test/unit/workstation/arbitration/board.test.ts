import { describe, expect, it } from 'vitest'
import { aCase, aParty } from '../../../builders/arbitrationCase.ts'
import { aCaseDesk } from '../../../fakes/aCaseDesk.ts'

describe('the board of a case', () => {
  it('shows what each party has, and the rung that tells them apart', async () => {
    const { board } = await aCaseDesk()
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
    const { board } = await aCaseDesk(aCase({ parties }))
    const turned = await aCaseDesk(aCase({ parties: parties.toReversed() }))
    const orderOf = async (read: typeof board) => (await read()).parties.map(({ claimId }) => claimId)
    expect(await orderOf(turned.board)).toEqual(await orderOf(board))
  })

  it('compares nothing while a claim is not here, and says which', async () => {
    const { board } = await aCaseDesk(
      aCase({ parties: [aParty({ claimId: '208417' }), aParty({ claimId: 'elsewhere' })] }),
    )
    expect(await board()).toMatchObject({ missing: ['elsewhere'], ladder: null })
  })

  it('leaves out who has left', async () => {
    const left = { at: '2026-11-20T09:00:00.000Z', reason: 'withdrawn' }
    const { board } = await aCaseDesk(
      aCase({ parties: [aParty({ claimId: '208417' }), aParty({ claimId: '208500', left })] }),
    )
    const { parties, ladder } = await board()
    expect(parties.map(({ claimId }) => claimId)).toEqual(['208417'])
    expect(ladder).toEqual({ outcome: 'refused', reason: 'too_few_parties' })
  })
})
