import { expect, it } from 'vitest'
import type { ElectronApi } from '../../../../src-main/hosts/electron/electronApi.ts'
import { createWindowPrinter } from '../../../../src-main/hosts/electron/windowPrinter.ts'
import * as fake from '../../../fakes/electron/electron.ts'

// The fake holds each part to Electron's own type; as a whole it has less than Electron.
const electron = fake as unknown as ElectronApi

it('prints in an unseen window without script, preload or Node, in a session that is not the app’s', async () => {
  const pdf = await createWindowPrinter(electron).print('<h1>Case</h1>')
  const window = fake.record.windows.at(-1)
  const { session, ...preferences } = window?.options.webPreferences ?? {}
  expect(window?.options.show).toBe(false)
  expect(window?.isShown).toBe(false)
  expect(session).not.toBe(fake.fakeSession)
  expect(preferences).toEqual({
    javascript: false,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    plugins: false,
    spellcheck: false,
    navigateOnDragDrop: false,
    devTools: false,
  })
  const said = Buffer.from(pdf).toString('utf8')
  expect(said).toContain('"generateTaggedPDF":true,"generateDocumentOutline":true')
  expect(said).toContain('<h1>Case</h1>')
})

it('lets the page have what it carries in itself, and nothing else: not even another page', async () => {
  const printing = createWindowPrinter(electron)
  await printing.print('<h1>Gone</h1>')
  const session = fake.record.windows.at(-1)?.session
  const reaches = async (url: string) =>
    (await session?.answer(url).then(
      () => 'reached',
      (error: Error) => error.message,
    )) ?? ''
  for (const url of ['https://evil.tld/', 'file:///etc/passwd', 'app://proofdesk/', 'print://page/1'])
    expect.soft(await reaches(url), url).toBe('ERR_BLOCKED_BY_CLIENT')
  // Past the filter; this fake has nobody who would answer it.
  expect(await reaches('data:image/png;base64,AA==')).toBe('ERR_UNKNOWN_URL_SCHEME')
})
