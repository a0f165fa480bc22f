import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ClaimId } from '../../../../../src-preload/contract/vocabulary/idShapes.ts'
import {
  createSelectionStore,
  MOST_SELECTED,
} from '../../../../../src-renderer/features/queue/selectionStore.ts'

const claim = (at: number, revision = 1) => ({
  claimId: ClaimId.parse(`c${at}`),
  revision,
  name: `Claim ${at}`,
})

/** What a person or the hub may do while a list shows some of thirty claims. */
const anAct = fc.oneof(
  fc.record({ act: fc.constant('toggle' as const), at: fc.nat(29) }),
  fc.record({ act: fc.constant('extend' as const), at: fc.nat(29), to: fc.nat(29) }),
  // Another filter or a sync: other rows, in another order, with other revisions.
  fc.record({ act: fc.constant('rows' as const), at: fc.nat(29), revision: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ act: fc.constant('drop' as const), at: fc.nat(29) }),
  fc.record({ act: fc.constant('clear' as const) }),
)

test('holds what a list of picked claims would hold, whatever rows come and go between', () => {
  fc.assert(
    fc.property(fc.array(anAct, { maxLength: 60 }), (acts) => {
      const { getState } = createSelectionStore()
      let model: string[] = []
      const revisions = new Map<string, number>()
      for (const step of acts) {
        if (step.act === 'toggle') {
          const { claimId } = claim(step.at)
          getState().toggle(claim(step.at, revisions.get(claimId) ?? 1))
          model = model.includes(claimId) ? model.filter((id) => id !== claimId) : [...model, claimId]
        } else if (step.act === 'extend') {
          const [from, to] = [Math.min(step.at, step.to), Math.max(step.at, step.to)]
          const range = Array.from({ length: to - from + 1 }, (_, at) => claim(from + at))
          getState().add(range.map((each) => ({ ...each, revision: revisions.get(each.claimId) ?? 1 })))
          model = [...model, ...range.map(({ claimId }) => claimId).filter((id) => !model.includes(id))]
        } else if (step.act === 'rows') {
          revisions.set(`c${step.at}`, step.revision)
          getState().seen([claim(step.at, step.revision)])
        } else if (step.act === 'drop') {
          getState().drop([claim(step.at).claimId])
          model = model.filter((id) => id !== `c${step.at}`)
        } else {
          getState().clear()
          model = []
        }
        const { picked } = getState()
        expect([...picked.keys()]).toEqual(model)
        for (const [claimId, { revision }] of picked) expect(revision).toBe(revisions.get(claimId) ?? 1)
      }
    }),
    { numRuns: 1000 },
  )
})

test('takes no more than one act can', () => {
  const { getState } = createSelectionStore()
  getState().add(Array.from({ length: MOST_SELECTED + 50 }, (_, at) => claim(at)))
  getState().toggle(claim(9999))
  expect(getState().picked.size).toBe(MOST_SELECTED)
})
