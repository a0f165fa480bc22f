// @vitest-environment jsdom
import { AriaLiveAnnouncer } from '@fluentui/react-components'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { IntlProvider } from 'react-intl'
import { afterEach, expect, test } from 'vitest'
import english from '../../../../../../resources/locales/en.json' with { type: 'json' }
import type { ClaimDetail } from '../../../../../../src-preload/contract/claims.ts'
import { createClient } from '../../../../../../src-renderer/bridge/client.ts'
import { DraftNotice } from '../../../../../../src-renderer/features/claim/decide/DraftNotice.tsx'
import { createStores, type Stores, StoresProvider } from '../../../../../../src-renderer/stores/Stores.tsx'
import { aDetail, aForm, AT_MS, instantAt } from '../../../../../builders/renderer/aClaim.ts'
import { createFakeCore, handlersOver } from '../../../../../fakes/renderer/fakeCore.ts'

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true)

const KEY = `reject ${aForm.claimId}`
const DRAFT = {
  act: 'reject',
  reasons: ['REJ_INSUFFICIENT_POE'],
  comment: 'The papers do not show the work.',
  isCommentOwn: true,
  items: [],
  mayRemoveItems: false,
  partnerRequestReason: null,
  note: '',
}
const withDraft = (comment: string, hours: number, claim = {}) =>
  aDetail({ claim, over: { draft: { draft: { ...DRAFT, comment }, savedAt: instantAt(hours) } } })

let root: Root
let box: HTMLElement
let stores: Stores

async function show(detail: ClaimDetail, before?: (stores: Stores) => void) {
  const core = createFakeCore(handlersOver([], () => detail))
  const ticker = { now: () => AT_MS, every: () => () => undefined }
  stores = createStores(createClient(core.transport), ticker)
  await stores.session.getState().load()
  before?.(stores)
  box = document.createElement('div')
  root = createRoot(box)
  await showAgain(detail)
}
const showAgain = (detail: ClaimDetail) =>
  act(async () =>
    root.render(
      <IntlProvider locale="en" messages={english}>
        <AriaLiveAnnouncer>
          <StoresProvider stores={stores}>
            <DraftNotice detail={detail} />
          </StoresProvider>
        </AriaLiveAnnouncer>
      </IntlProvider>,
    ),
  )
afterEach(() => act(async () => root.unmount()))
const text = () => stores.claimView.getState().drafts[KEY]?.text

test('a claim that comes with a draft has it back in the strip, and says so', async () => {
  await show(withDraft('The papers do not show the work.', -1))
  expect(text()).toBe('The papers do not show the work.')
  expect(box.textContent).toContain('Reject: your draft of')
})

test('what stands in this window is younger and stays', async () => {
  const older = withDraft('Older words', -1)
  await show(older, ({ claimView }) => {
    const { setDraft } = claimView.getState()
    setDraft(KEY, {
      reasons: [],
      items: [],
      mayRemoveItems: false,
      partnerRequestReason: null,
      note: '',
      text: 'Just typed',
      origin: { kind: 'own' },
    })
  })
  expect(text()).toBe('Just typed')
})

test('a draft that was sent does not come back with an older reading of the claim', async () => {
  const detail = withDraft('Sent already', -1)
  await show(detail, ({ keptDrafts }) => keptDrafts.getState().forget(detail.claim.form.claimId))
  expect(text()).toBeUndefined()
  expect(box.textContent).toBe('')
})

test('the words of a conflict open by themselves, over what was there', async () => {
  const detail = withDraft('Words of the conflict', -1)
  await show(detail, ({ claimView }) => claimView.getState().resume(detail.claim.form.claimId))
  expect(text()).toBe('Words of the conflict')
  expect(stores.claimView.getState()).toMatchObject({ strip: 'reject', toResume: null })
})

test('when the lease is over the words are said to be kept, with the way to take the claim again', async () => {
  const mine = { userId: 'u-reviewer', name: 'Marta Ginevri' }
  await show(withDraft('Mine', -1, { assignedTo: { ...mine, until: instantAt(-0.1) } }))
  expect(box.textContent).toContain('Your words are kept; take the claim again to go on.')
  expect(box.querySelector('button')?.textContent).toContain('Take')
  await showAgain(withDraft('Mine', -1, { assignedTo: { ...mine, until: instantAt(0.5) } }))
  expect(box.textContent).toContain('Reject: your draft of')
})

test('starting afresh empties the window and the core', async () => {
  await show(withDraft('Mine', -1))
  const afresh = [...box.querySelectorAll('button')].find(({ textContent }) => textContent === 'Start afresh')
  await act(async () => afresh?.click())
  expect(text()).toBeUndefined()
  expect(box.textContent).toBe('')
})
