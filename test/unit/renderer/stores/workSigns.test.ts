import { expect, test } from 'vitest'
import { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { createClient } from '../../../../src-renderer/bridge/client.ts'
import { createWorkSigns } from '../../../../src-renderer/stores/workSigns.ts'
import { aDetail } from '../../../builders/renderer/aClaim.ts'
import { createFakeCore, handlersOver } from '../../../fakes/renderer/fakeCore.ts'

test('work on a claim is told at most once a minute, each claim for itself', () => {
  const core = createFakeCore(handlersOver([], () => aDetail()))
  let nowMs = 0
  const { worked } = createWorkSigns(createClient(core.transport), () => nowMs)
  const [a, b] = ['1', '2'].map((id) => ClaimId.parse(id)) as [ClaimId, ClaimId]
  for (nowMs of [0, 1000, 59_999, 60_000, 61_000]) worked(a)
  worked(b)
  expect(core.calls).toEqual([a, a, b].map((claimId) => ({ method: 'claims.working', input: { claimId } })))
})
