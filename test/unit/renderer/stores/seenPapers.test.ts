import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { createClient } from '../../../../src-renderer/bridge/client.ts'
import { createStores } from '../../../../src-renderer/stores/Stores.tsx'
import { aDetail, aSummary } from '../../../builders/renderer/aClaim.ts'
import { createFakeCore, FakeRefusal, handlersOver } from '../../../fakes/renderer/fakeCore.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const A = ClaimId.parse('1001')
const B = ClaimId.parse('1002')

async function aWindow() {
  const core = createFakeCore(
    handlersOver(
      [A, B].map((claimId) => aSummary({ claimId })),
      (claimId) => aDetail({ form: { claimId } }),
    ),
  )
  const stores = createStores(createClient(core.transport), { now: () => 0, every: () => () => undefined })
  const open = (claimId: ClaimId) => stores.openClaim.getState().open(claimId, { text: '' })
  await open(A)
  const [paper] = aDetail().documents
  if (paper === undefined) throw new Error('The claim has no paper.')
  const told = () => core.calls.filter(({ method }) => method === 'seen.papers').map(({ input }) => input)
  return { core, stores, open, told, paper, see: stores.claimView.getState().see }
}

describe('what was looked at', () => {
  it('is told a little later in one go: the paper, and the pages that stood in sight as a whole', async () => {
    const { told, see, paper } = await aWindow()
    see(paper.documentId, 1, 0.4)
    see(paper.documentId, 2, 0.95)
    see(paper.documentId, 1, 1)
    expect(told()).toEqual([])
    await vi.advanceTimersByTimeAsync(3_000)
    expect(told()).toEqual([{ claimId: A, papers: [{ sha256: paper.sha256, inside: [], pages: [2, 1] }] }])
  })

  it('is told before a decision, and of the claim on which it was seen', async () => {
    const { stores, told, see, open, paper } = await aWindow()
    see(paper.documentId, 1, 1)
    stores.claimView.getState().reset()
    await open(B)
    see(paper.documentId, 3, 1)
    await stores.seenPapers.flush()
    expect(told()).toEqual([
      { claimId: A, papers: [{ sha256: paper.sha256, inside: [], pages: [1] }] },
      { claimId: B, papers: [{ sha256: paper.sha256, inside: [], pages: [3] }] },
    ])
  })

  it('is told again with what is seen next, where the core was away', async () => {
    const { core, stores, told, see, paper } = await aWindow()
    core.handle({
      'seen.papers': () => {
        throw new FakeRefusal('offline')
      },
    })
    see(paper.documentId, 1, 1)
    await stores.seenPapers.flush()
    core.handle({ 'seen.papers': () => ({}) })
    see(`${paper.documentId}/in/0`, 2, 1)
    await stores.seenPapers.flush()
    expect(told().at(-1)).toEqual({
      claimId: A,
      papers: [
        { sha256: paper.sha256, inside: [], pages: [1] },
        { sha256: paper.sha256, inside: [0], pages: [2] },
      ],
    })
  })
})
