// @vitest-environment jsdom
import { act, useEffect } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Input, Output } from '../../../../../../src-preload/contract/index.ts'
import { createClient } from '../../../../../../src-renderer/bridge/client.ts'
import { withReason } from '../../../../../../src-renderer/features/claim/decide/decisionRules.ts'
import { withText } from '../../../../../../src-renderer/features/claim/decide/draftedLetter.ts'
import { useDraft, useDraftedLetter } from '../../../../../../src-renderer/features/claim/decide/useDraft.ts'
import type { ActDraft } from '../../../../../../src-renderer/stores/claimViewStore.ts'
import { createStores, StoresProvider } from '../../../../../../src-renderer/stores/Stores.tsx'
import { aDetail, aFinding } from '../../../../../builders/renderer/aClaim.ts'
import { createFakeCore, handlersOver } from '../../../../../fakes/renderer/fakeCore.ts'

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true)

const detail = aDetail({ findings: [aFinding('dates', 'not_met')] })
let root: Root
let seen: { draft: ActDraft; change: (draft: ActDraft) => void }
/** Questions that the core has not answered yet, in the order in which they came. */
let open: { asked: Input<'claims.draftLetter'>; answer: (text: string | Error) => void }[]

function Strip() {
  const [draft, change] = useDraft('request_info', detail)
  useDraftedLetter('request_info', detail, draft, change)
  useEffect(() => {
    seen = { draft, change }
  })
  return null
}

beforeEach(async () => {
  open = []
  const core = createFakeCore(handlersOver([], () => detail))
  core.handle({
    'claims.draftLetter': (asked) =>
      new Promise<Output<'claims.draftLetter'>>((resolve, reject) => {
        const answer = (text: string | Error) =>
          text instanceof Error ? reject(text) : resolve({ language: 'it', text })
        open.push({ asked, answer })
      }),
  })
  const ticker = { now: () => 0, every: () => () => undefined }
  root = createRoot(document.createElement('div'))
  const stores = createStores(createClient(core.transport), ticker)
  await act(async () => {
    root.render(
      <StoresProvider stores={stores}>
        <Strip />
      </StoresProvider>,
    )
  })
})
afterEach(() => act(async () => root.unmount()))

const answer = (at: number, text: string | Error) => act(async () => open[at]?.answer(text))
const change = (how: (draft: ActDraft) => ActDraft) => act(async () => seen.change(how(seen.draft)))

test('a strip that opens with a reason has its letter drafted', async () => {
  expect(open.map(({ asked }) => asked.reasons)).toEqual([['POE_MISSING_OR_OLD_DATES']])
  await answer(0, 'Date mancanti.')
  expect(seen.draft).toMatchObject({ text: 'Date mancanti.', origin: { kind: 'drafted', language: 'it' } })
})

test('another reason has it drafted anew, and an answer to the earlier choice comes too late', async () => {
  await change((draft) => withReason(draft, 'POE_MISSING_ALL', true))
  expect(open).toHaveLength(2)
  await answer(1, 'Two reasons')
  await answer(0, 'One reason')
  expect(seen.draft.text).toBe('Two reasons')
})

test('what the reviewer writes while the letter is on its way stays, and nothing is drafted over it later', async () => {
  await change((draft) => withText(draft, 'My own words'))
  await answer(0, 'Date mancanti.')
  await change((draft) => withReason(draft, 'POE_MISSING_ALL', true))
  expect(seen.draft.text).toBe('My own words')
  expect(open).toHaveLength(1)
})

test('drafting anew takes the reviewer’s words away only once the new letter is here', async () => {
  await answer(0, 'First')
  await change((draft) => withText(draft, 'My own words'))
  await change((draft) => ({ ...draft, origin: { kind: 'none' } }))
  expect(seen.draft.text).toBe('My own words')
  await answer(1, 'Anew')
  expect(seen.draft.text).toBe('Anew')
})

test('without the last reason there is no letter', async () => {
  await answer(0, 'Date mancanti.')
  await change((draft) => withReason(draft, 'POE_MISSING_OR_OLD_DATES', false))
  expect(seen.draft).toMatchObject({ text: '', origin: { kind: 'none' } })
})

test('a letter that could not be drafted is left to the reviewer', async () => {
  await answer(0, new Error('no template'))
  expect(seen.draft).toMatchObject({ text: '', origin: { kind: 'failed' } })
  expect(open).toHaveLength(1)
})
