// @vitest-environment jsdom
import { act, useEffect } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Timer } from '../../../../src-preload/contract/vocabulary/words.ts'
import { createClient } from '../../../../src-renderer/bridge/client.ts'
import { createStores, type Stores, StoresProvider } from '../../../../src-renderer/stores/Stores.tsx'
import { useRead } from '../../../../src-renderer/stores/useRead.ts'
import { aClock, aDetail, anExplanation } from '../../../builders/renderer/aClaim.ts'
import { createFakeCore, type FakeCore, FakeRefusal, handlersOver } from '../../../fakes/renderer/fakeCore.ts'

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true)

const detail = aDetail()
const { claimId } = detail.claim.form
let core: FakeCore
let root: Root
let stores: Stores
let clock: ReturnType<typeof useRead<'claims.explainClock'>>
let snippets: ReturnType<typeof useRead<'claims.snippets'>>

function Screen({ timer, asOf, isMenuOpen }: { timer: Timer; asOf: number; isMenuOpen: boolean }) {
  const ofClock = useRead('claims.explainClock', { claimId, timer }, asOf)
  const ofSnippets = useRead('claims.snippets', isMenuOpen ? { claimId } : null)
  useEffect(() => {
    clock = ofClock
    snippets = ofSnippets
  })
  return null
}

beforeEach(() => {
  core = createFakeCore(handlersOver([], () => detail))
  core.handle({
    'claims.explainClock': ({ timer }) => ({
      explanation: anExplanation(aClock(-48, 72, timer), ['running', 'elapsed', -48, 0]),
    }),
  })
  stores = createStores(createClient(core.transport), { now: () => 0, every: () => () => undefined })
  root = createRoot(document.createElement('div'))
})
afterEach(() => act(async () => root.unmount()))

const show = (timer: Timer, asOf = 0, isMenuOpen = false) =>
  act(async () => {
    root.render(
      <StoresProvider stores={stores}>
        <Screen timer={timer} asOf={asOf} isMenuOpen={isMenuOpen} />
      </StoresProvider>,
    )
  })
const asked = () => core.calls.map(({ method }) => method)

test('reads what is asked for once, and nothing that is not asked for', async () => {
  await show('review')
  await show('review')
  expect(asked()).toEqual(['claims.explainClock'])
  expect(clock[0]).toMatchObject({ status: 'ready', value: { explanation: { clock: { timer: 'review' } } } })
  expect(snippets[0].status).toBe('loading')
})

test('another question, or the same one about something younger, is read again', async () => {
  await show('review')
  await show('consent')
  expect(clock[0]).toMatchObject({ value: { explanation: { clock: { timer: 'consent' } } } })
  await show('consent', 1)
  expect(asked()).toHaveLength(3)
  await show('consent', 1, true)
  expect(snippets[0]).toMatchObject({ status: 'ready', value: { language: 'en' } })
})

test('a failure is told, and can be tried again', async () => {
  let isBroken = true
  core.handle({
    'claims.explainClock': () => {
      if (isBroken) throw new FakeRefusal('storage')
      return { explanation: null }
    },
  })
  await show('review')
  expect(clock[0]).toMatchObject({ status: 'failed', error: { code: 'storage' } })
  isBroken = false
  await act(async () => clock[1]())
  expect(clock[0]).toMatchObject({ status: 'ready', value: { explanation: null } })
})
