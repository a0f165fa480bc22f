import { describe, expect, test } from 'vitest'
import { createClient } from '../../../../src-renderer/bridge/client.ts'
import { createApproachStore, draftNow } from '../../../../src-renderer/stores/approachStore.ts'
import { CaseId, ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { createFakeCore, FakeRefusal, handlersOver } from '../../../fakes/renderer/fakeCore.ts'

const CASE = CaseId.parse('0e6d7a0c-6f6e-4d4c-9d11-1f6f3a7b2c01')
const [ONE, TWO] = [ClaimId.parse('208417'), ClaimId.parse('208500')]
const letter = (claimId: ClaimId, comment = 'Please answer.') => ({
  claimId,
  revision: 3,
  comment,
  asks: ['newest_poe'] as const,
})

function aDesk() {
  const core = createFakeCore(handlersOver([], () => undefined))
  const approach = createApproachStore(createClient(core.transport))
  approach.getState().open(CASE, 'ask', [ONE, TWO])
  const idsSent = () =>
    core.calls
      .filter(({ method }) => method === 'arbitration.ask')
      .map(({ input }) => (input as { letters: { commandId: string }[] }).letters.map((one) => one.commandId))
  return { core, approach, idsSent, draft: () => draftNow(approach.getState()) }
}

describe('letters to the parties of a case', () => {
  test('that were accepted are done with; one that was refused stays picked, with its words and with why', async () => {
    const { core, approach, draft } = aDesk()
    core.handle({
      'arbitration.ask': ({ letters }) => ({
        outcomes: letters.map(({ claimId, commandId }) => ({
          claimId,
          outcome:
            claimId === ONE
              ? { outcome: 'accepted', operationId: commandId, holdUntil: null }
              : { outcome: 'stale', currentRevision: 4 },
        })),
      }),
    })
    const before = draft()
    if (before === null) throw new Error('It is open')
    approach.getState().change({ ...before, own: { [ONE]: 'One', [TWO]: 'Two' } })
    const sent = await approach.getState().send([letter(ONE), letter(TWO)])
    expect(sent.map(({ claimId }) => claimId)).toEqual([ONE])
    expect(draft()).toMatchObject({ picked: [TWO], own: { [TWO]: 'Two' } })
    expect(approach.getState().refused).toEqual({ [TWO]: { outcome: 'stale', currentRevision: 4 } })
  })

  test('carry the same ids when they are sent again after the wire broke, and others once they say something else', async () => {
    const { core, approach, idsSent } = aDesk()
    core.handle({
      'arbitration.ask': () => {
        throw new FakeRefusal('internal')
      },
    })
    expect(await approach.getState().send([letter(ONE)])).toEqual([])
    expect(approach.getState()).toMatchObject({ error: { code: 'internal' }, isSending: false })
    await approach.getState().send([letter(ONE)])
    await approach.getState().send([letter(ONE, 'Please do answer.')])
    const [first, second, third] = idsSent()
    expect(second).toEqual(first)
    expect(third).not.toEqual(first)
  })

  test('are there again when the case is opened anew, to whoever is meant then', () => {
    const { approach, draft } = aDesk()
    const before = draft()
    if (before === null) throw new Error('It is open')
    approach.getState().change({ ...before, businessDays: 10, own: { [TWO]: 'Two' } })
    approach.getState().close()
    expect(draft()).toBeNull()
    approach.getState().open(CASE, 'ask', [TWO])
    expect(draft()).toMatchObject({ picked: [TWO], businessDays: 10, own: { [TWO]: 'Two' } })
    approach.getState().open(CASE, 'tell', [ONE])
    expect(draft()).toMatchObject({ picked: [ONE], own: {} })
  })
})
