/** The packed product, started with a switch or without (`--switch=NAME` of this scenario); gives back how far it came. */
import { app, record } from './electron.ts'

const GIVEN = '--switch='

export async function play(run: () => Promise<unknown>): Promise<unknown> {
  const at = process.argv.findIndex((arg) => arg.startsWith(GIVEN))
  if (at !== -1) app.commandLine.switches.add(process.argv.splice(at, 1)[0]?.slice(GIVEN.length) ?? '')
  await run()
  while (record.exitCode === null && !record.calls.some((call) => call.startsWith('loadURL')))
    await new Promise((done) => setImmediate(done))
  const window = record.windows[0]
  return {
    exitCode: record.exitCode,
    calls: record.calls,
    menu: record.menu,
    devTools: window?.options.webPreferences?.devTools ?? null,
  }
}
