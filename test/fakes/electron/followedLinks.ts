/** A session to which the system hands links: at the start (behind the flags), by a second start and as macOS does; then it quits. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, record } from './electron.ts'

/** One link of each way, as JSON in this variable: {"second": string[][], "openUrl": string[], "early": string[]}. */
interface Given {
  /** Words of second starts, with whatever stands around the link. */
  readonly second: readonly (readonly string[])[]
  readonly openUrl: readonly string[]
  /** Before Electron is ready, as macOS does with a link by which it starts the program. */
  readonly early: readonly string[]
}

const openUrl = (url: string): boolean => {
  let isPrevented = false
  app.emit('open-url', { preventDefault: () => (isPrevented = true) }, url)
  return isPrevented
}

export async function play(run: () => Promise<unknown>): Promise<unknown> {
  const given = JSON.parse(process.env['PROOFDESK_TEST_LINKS'] ?? '') as Given // its own test wrote it
  await run()
  for (const url of given.early) openUrl(url)
  while (record.exitCode === null && !record.calls.some((call) => call.startsWith('loadURL')))
    await new Promise((done) => setImmediate(done))
  // What follows the loading runs in its own turn.
  await new Promise((done) => setImmediate(done))
  const [window] = record.windows
  for (const words of given.second) app.emit('second-instance', {}, words, '/somewhere')
  const prevented = given.openUrl.map(openUrl)
  const focused = window?.focused
  app.quit()
  await new Promise((done) => app.once('exited', done))
  return {
    loaded: record.calls.filter((call) => call.startsWith('loadURL')),
    userData: record.paths['userData'],
    sent: window?.webContents.sent.map(({ frame }) => frame),
    windows: record.windows.length,
    focused,
    prevented,
    log: readFileSync(join(record.paths['userData'] ?? '', '../proofdesk.log'), 'utf8'),
  }
}
