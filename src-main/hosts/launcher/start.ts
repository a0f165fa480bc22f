/** `npm start`: chooses the shell, builds what is missing, opens it. */
import { join, resolve } from 'node:path'
import { hasDisplay } from '../services/display.ts'
import { BadFlags } from '../services/badFlags.ts'
import { parseStartFlags, START_USAGE, type StartFlags } from '../services/hostFlags.ts'
import { becomeEntry } from './becomeEntry.ts'
import { chooseHost, type HostChoice } from './chooseHost.ts'
import { fetchElectronOnce } from './electronBinary.ts'
import { ensureBuilt } from './ensureBuilt.ts'
import { runElectron } from './runElectron.ts'

const root = resolve(import.meta.dirname, '../../..')
const say = (line: string) => void process.stderr.write(`${line}\n`)

async function start(args: readonly string[]): Promise<void> {
  const choice = await choose(parseStartFlags(args))
  if (choice.host === 'none') {
    say(choice.why)
    process.exitCode = 1
    return
  }
  if (choice.host === 'electron') {
    await ensureBuilt({ root, parts: ['main', 'preload', 'renderer', 'viewer', 'database'], say })
    const ended = await runElectron(choice.binary, root, args)
    if (ended.end === 'finished') {
      process.exitCode = ended.code
      return
    }
    say('Electron could not open its window here. Opening the loopback host.')
  } else if (choice.why !== null) {
    say(choice.why)
  }
  await ensureBuilt({ root, parts: ['main', 'door', 'renderer', 'viewer', 'database'], say })
  await becomeEntry(join(root, 'out/main/loopback.js'), args)
}

function choose(flags: StartFlags): Promise<HostChoice> {
  return chooseHost(flags, {
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    hasDisplay: hasDisplay(),
    findElectron: () => fetchElectronOnce(root, say),
  })
}

await start(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof BadFlags) say(`${error.message}\n\n${START_USAGE}`)
  else say(error instanceof Error ? error.message : String(error))
  process.exitCode = error instanceof BadFlags ? 2 : 1
})
