import { expect, type Frame, type Page } from '@playwright/test'
import { screensOf } from './launch/screens.ts'
import { test } from './launch/proofdesk.ts'

/** What a document that took over its frame could try. Each answer is what it got. */
async function tryEverything(frame: Frame, app: string): Promise<Record<string, string>> {
  return frame.evaluate(async (appOrigin) => {
    const got = async (attempt: () => unknown): Promise<string> => {
      try {
        const value = await attempt()
        return value instanceof Response ? `answered ${value.status}` : String(value)
      } catch (error) {
        return error instanceof Error ? error.name : 'refused'
      }
    }
    return {
      bridge: await got(() => 'bridge' in window),
      parentBridge: await got(() => (window.parent as unknown as { bridge: unknown }).bridge),
      parentDocument: await got(() => window.parent.document.title),
      cookies: await got(() => document.cookie),
      page: await got(() => fetch(`${appOrigin}/`, { credentials: 'include' })),
      document: await got(() =>
        fetch(`${appOrigin}/documents/35196622/${'0'.repeat(64)}`, { mode: 'no-cors' }),
      ),
      socket: await got(
        () =>
          new Promise((resolve) => {
            const socket = new WebSocket(`${appOrigin.replace('http', 'ws')}/bridge`)
            socket.addEventListener('open', () => resolve('opened'))
            socket.addEventListener('error', () => resolve('refused'))
          }),
      ),
      outside: await got(() => fetch('http://example.com/')),
      window: await got(() => window.open('about:blank')),
      top: await got(() => {
        if (window.top) window.top.location.href = 'about:blank'
      }),
    }
  }, app)
}

test('the frame in which documents are shown reaches neither bridge nor cookies nor routes nor network', async ({
  page,
  bench,
}) => {
  await bench.open()
  const screens = screensOf(page)
  await screens.settled()
  await screens.openByKeyboard('aldermere', 'Aldermere intranet and OneDrive')
  await expect(screens.mark(1)).toBeAttached()
  const app = new URL(page.url()).origin
  const frame = page.frames().find((candidate) => candidate.url().includes('viewer.localhost'))
  if (frame === undefined) throw new Error('There is no viewer frame.')
  const got = await tryEverything(frame, app)
  expect(got).toEqual({
    bridge: 'false',
    parentBridge: 'SecurityError',
    parentDocument: 'SecurityError',
    cookies: '',
    page: 'TypeError',
    document: 'TypeError',
    socket: expect.stringMatching(/refused|SecurityError/),
    outside: 'TypeError',
    window: expect.stringMatching(/null|SecurityError/),
    top: 'SecurityError',
  })
  expect(new URL(page.url()).origin).toBe(app)
})

/** What words that came into a page of the app as markup could try. Asked from a task of the page itself: a debugger's own are let through. */
async function tryScripts(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const inTask = <T>(run: () => T) =>
      new Promise<T | string>((resolve) => {
        setTimeout(() => {
          try {
            resolve(run())
          } catch (error) {
            resolve(error instanceof Error ? error.name : 'refused')
          }
        })
      })
    const violations: string[] = []
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      violations.push(effectiveDirective),
    )
    const put = (element: HTMLElement) => document.body.append(element)
    const inline = Object.assign(document.createElement('script'), {
      textContent: 'window.wasInlined = true',
    })
    const picture = document.createElement('img')
    picture.setAttribute('onerror', 'window.wasHandled = true')
    picture.src = 'http://example.com/x.png'
    const answers = {
      inline: await inTask(() => (put(inline), String('wasInlined' in window))),
      eval: await inTask(() => String(Reflect.get(globalThis, 'eval')('1'))),
      function: await inTask(() =>
        String(Reflect.construct(Reflect.get(globalThis, 'Function'), ['return 1'])()),
      ),
      foreign: await inTask(() => {
        put(Object.assign(document.createElement('script'), { src: 'http://example.com/x.js' }))
        return 'put'
      }),
      handler: await inTask(() => (put(picture), 'put')),
    }
    await new Promise<void>((resolve) => {
      const look = () => (violations.includes('img-src') ? resolve() : setTimeout(look))
      look()
    })
    return {
      ...answers,
      handler: String('wasHandled' in window),
      violations: [...new Set(violations)].sort().join(' '),
    }
  })
}

test('a script that came into a page of the app as words does not run, and nothing is fetched for it', async ({
  page,
  bench,
}) => {
  await bench.open()
  await screensOf(page).settled()
  // Stopped by the policy it is told as failed for that, and not for want of a network.
  const ends: string[] = []
  page.on('requestfailed', (request) => ends.push(request.failure()?.errorText ?? 'failed'))
  page.on('requestfinished', (request) => {
    if (request.url().includes('example.com')) ends.push('answered')
  })
  const got = await tryScripts(page)
  expect(got).toMatchObject({ inline: 'false', eval: 'EvalError', function: 'EvalError', handler: 'false' })
  expect(got['violations']).toContain('script-src-elem')
  expect(got['violations']).toContain('img-src')
  await expect.poll(() => ends).toEqual(['csp', 'csp'])
})
