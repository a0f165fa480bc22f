import { AriaLiveAnnouncer, FluentProvider } from '@fluentui/react-components'
import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { IntlProvider } from 'react-intl'
import { onTestFinished } from 'vitest'
import english from '../../../resources/locales/en.json' with { type: 'json' }
import type { Handlers } from '../../../src-preload/contract/index.ts'
import { bindCommandKeys } from '../../../src-renderer/app/commandKeys.ts'
import { themeFor } from '../../../src-renderer/app/theme.ts'
import { createClient } from '../../../src-renderer/bridge/client.ts'
import { createStores, StoresProvider } from '../../../src-renderer/stores/Stores.tsx'
import { aSummary } from '../../builders/renderer/aClaim.ts'
import { createFakeCore, handlersOver } from './fakeCore.ts'

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true)
// Without layout there is nothing to scroll to.
Element.prototype.scrollIntoView ??= () => undefined
// Nor is there a window whose width could be asked for.
window.matchMedia ??= (media: string) =>
  Object.assign(new EventTarget(), { matches: false, media }) as unknown as MediaQueryList

/** A part of the window in a document without layout, over a core in memory; `clipboard` is what was copied, oldest first. */
export async function showPart(part: ReactNode, handlers: Partial<Handlers> = {}) {
  const core = createFakeCore(handlersOver([aSummary()], () => undefined))
  core.handle(handlers)
  const stores = createStores(createClient(core.transport), { now: Date.now, every: () => () => undefined })
  const clipboard = fakeClipboard()
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  const unbind = bindCommandKeys(window, stores.commands)
  onTestFinished(async () => {
    unbind()
    await act(async () => root.unmount())
    place.remove()
  })
  await act(async () =>
    root.render(
      <StoresProvider stores={stores}>
        <IntlProvider locale="en" messages={english}>
          <FluentProvider theme={themeFor({ isDark: false, isForced: false })}>
            <AriaLiveAnnouncer>{part}</AriaLiveAnnouncer>
          </FluentProvider>
        </IntlProvider>
      </StoresProvider>,
    ),
  )
  const press = (key: string, shiftKey = false) =>
    act(async () => {
      window.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, code: 'Any', bubbles: true }))
    })
  return { place, core, clipboard, press, text: () => place.textContent }
}

interface Copied {
  readonly text: string
  readonly html: string | null
}

function fakeClipboard(): Copied[] {
  const copied: Copied[] = []
  class Item {
    readonly parts: Record<string, Blob>
    constructor(parts: Record<string, Blob>) {
      this.parts = parts
    }
  }
  Reflect.set(globalThis, 'ClipboardItem', Item)
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: {
      writeText: async (text: string) => void copied.push({ text, html: null }),
      write: async ([item]: Item[]) => {
        const read = (type: string) => textOf(item?.parts[type])
        copied.push({ text: (await read('text/plain')) ?? '', html: await read('text/html') })
      },
    },
  })
  return copied
}

/** jsdom's Blob has no text() of its own. */
function textOf(blob: Blob | undefined): Promise<string | null> {
  if (blob === undefined) return Promise.resolve(null)
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : null))
    reader.readAsText(blob)
  })
}
