import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import type { WebContents } from 'electron'
import type { Transport } from '../../../src-preload/contract/index.ts'
import { isFiltered } from '../../run/electronHere.ts'
import { documentFrame, noSandbox, type OpenedDesktop, test } from '../launch/desktop.ts'
import { screensOf } from '../launch/screens.ts'
import { missingWalls } from './webPreferences.ts'

/** A claim with its paper beside it: the app's page, and the frame of another origin. */
async function openPaper({ page }: OpenedDesktop): Promise<void> {
  const screens = screensOf(page)
  await screens.settled()
  await screens.openByKeyboard('aldermere', 'Aldermere intranet and OneDrive')
  await expect(screens.mark(1)).toBeAttached()
}

test('no window and no frame has anything of Node, and a frame has no bridge', async ({ desktop }) => {
  const opened = await desktop.open()
  await openPaper(opened)
  const frames = opened.app.windows().flatMap((page) => page.frames())
  expect(frames.length).toBeGreaterThan(1)
  for (const frame of frames) {
    const found = await frame.evaluate(() =>
      ['require', 'process', 'module', 'exports', 'Buffer', 'global', 'setImmediate', '__dirname'].filter(
        (name) => name in globalThis,
      ),
    )
    expect.soft(found, frame.url()).toEqual([])
  }
  expect(await documentFrame(opened.page).evaluate(() => 'bridge' in window)).toBe(false)
})

/** Everything that a script in the page could do to what its own world is made of, and then what the bridge says. */
const spoilAndAsk = async () => {
  const { bridge } = window as unknown as { bridge: Transport }
  const ask = async () => ({
    counts: await bridge.request('claims.counts', {}),
    noJson: await bridge.request('claims.counts', { at: new Date(0) }),
  })
  const before = await ask()
  const replaced = [true, false].map((isNew) =>
    Reflect.set(bridge, 'request', isNew ? () => null : undefined),
  )
  const { getPrototypeOf, isFrozen } = Object
  // Afterwards the page is what it was: what reads this answer is made of the same world.
  const undo: (() => void)[] = []
  const lie = (holder: object, name: string, value: unknown) => {
    const truth = Reflect.get(holder, name)
    const put = (given: unknown) =>
      Object.defineProperty(holder, name, { configurable: true, writable: true, value: given })
    undo[undo.length] = () => put(truth)
    put(value)
  }
  lie(Array.prototype, 'push', () => 0)
  lie(Array.prototype, 'every', () => true)
  lie(Array, 'isArray', () => true)
  lie(Object, 'getPrototypeOf', () => getPrototypeOf({}))
  lie(Object, 'keys', () => [])
  lie(Object, 'values', () => [])
  lie(Object, 'entries', () => [])
  lie(JSON, 'stringify', () => 'null')
  lie(Function.prototype, 'call', () => null)
  lie(Function.prototype, 'apply', () => null)
  const after = await ask()
  for (const each of undo) each()
  return {
    before,
    after,
    replaced,
    isFrozen: isFrozen(bridge),
    isGone: Reflect.deleteProperty(window, 'bridge'),
  }
}

test('a page that overwrites what its own world is made of changes nothing of the bridge', async ({
  desktop,
}) => {
  const { page } = await desktop.open()
  await screensOf(page).settled()
  const { before, after, replaced, isFrozen, isGone } = await page.evaluate(spoilAndAsk)
  expect(before.counts).toMatchObject({ ok: true })
  expect(before.noJson).toMatchObject({ ok: false, error: { code: 'bad_request' } })
  expect(after).toEqual(before)
  expect({ replaced, isFrozen, isGone }).toEqual({ replaced: [false, false], isFrozen: true, isGone: false })
})

test('every renderer stands in the sandbox of the system', async ({ desktop }) => {
  test.skip(noSandbox !== null, noSandbox ?? '')
  const opened = await desktop.open()
  await openPaper(opened)
  const metrics = await opened.app.evaluate(({ app }) => app.getAppMetrics())
  const renderers = metrics.filter(({ type }) => type === 'Tab')
  // The app's page and the document's frame are two sites, so two processes.
  expect(renderers.length).toBeGreaterThan(1)
  const isIn = ({ pid, sandboxed }: (typeof renderers)[number]) =>
    process.platform === 'linux' ? isFiltered(readFileSync(`/proc/${pid}/status`, 'utf8')) : sandboxed
  expect(renderers.map(isIn)).toEqual(renderers.map(() => true))
  const lowered = await opened.app.evaluate(({ app }) =>
    ['no-sandbox', 'disable-gpu-sandbox', 'disable-seccomp-filter-sandbox'].filter((name) =>
      app.commandLine.hasSwitch(name),
    ),
  )
  expect(lowered).toEqual([])
})

test('every page was given all of the web’s walls and no experiment', async ({ desktop }) => {
  const opened = await desktop.open()
  await openPaper(opened)
  const given = await opened.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      // Electron has it, and keeps it out of its documentation.
      const asked = contents as WebContents & { getLastWebPreferences(): Record<string, unknown> | null }
      return { type: contents.getType(), preferences: asked.getLastWebPreferences() }
    }),
  )
  expect(given.map(({ type }) => type)).toEqual(['window'])
  for (const { preferences } of given) expect(missingWalls(preferences ?? {})).toEqual([])
})

test('a webview is an element without meaning', async ({ desktop }) => {
  const { app, page } = await desktop.open()
  await screensOf(page).settled()
  const answers = await page.evaluate(() => {
    const element = document.createElement('webview')
    element.setAttribute('src', 'app://proofdesk/')
    element.setAttribute('nodeintegration', '')
    document.body.append(element)
    return { does: 'loadURL' in element || 'getWebContentsId' in element, inner: element.childElementCount }
  })
  expect(answers).toEqual({ does: false, inner: 0 })
  const types = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => contents.getType()),
  )
  expect(types).toEqual(['window'])
})
