// @vitest-environment jsdom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { useMedia } from '../../../../src-renderer/ui/useMedia.ts'
import { createFakeMedia, type FakeMedia } from '../../../fakes/renderer/fakeMedia.ts'

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true)

const DARK = '(prefers-color-scheme: dark)'
let media: FakeMedia

beforeEach(() => {
  media = createFakeMedia()
  vi.stubGlobal('matchMedia', media.matchMedia)
  return () => vi.unstubAllGlobals()
})

function Look({ query }: { readonly query: string }) {
  return <i>{useMedia(query) ? 'dark' : 'light'}</i>
}

/** Each part is drawn by itself, as panes of the window are. */
async function drawn(query: string) {
  const place = document.createElement('div')
  const root = createRoot(place)
  const draw = () => act(async () => root.render(<Look query={query} key={query} />))
  await draw()
  onTestFinished(() => act(async () => root.unmount()))
  return { place, root, draw: () => act(async () => root.render(<Look query={query} />)) }
}

test('a part that is drawn between a change and its news keeps no other part from hearing of it', async () => {
  const query = `${DARK} and (min-width: 1px)`
  const first = await drawn(query)
  media.change(query, true)
  const second = await drawn(query)
  await second.draw()
  await act(async () => media.tell())
  expect([first.place.textContent, second.place.textContent]).toEqual(['dark', 'dark'])
})

test('a part follows every change, back and forth', async () => {
  const query = `${DARK} and (min-width: 2px)`
  const part = await drawn(query)
  const seen = []
  for (const holds of [true, false, true]) {
    media.change(query, holds)
    await act(async () => media.tell())
    seen.push(part.place.textContent)
  }
  expect(seen).toEqual(['dark', 'light', 'dark'])
})

test('a part that comes later begins with what holds by then', async () => {
  const query = `${DARK} and (min-width: 3px)`
  const early = await drawn(query)
  await act(async () => early.root.unmount())
  media.change(query, true)
  await act(async () => media.tell())
  expect((await drawn(query)).place.textContent).toBe('dark')
})
