import { createWriteStream } from 'node:fs'
import { dirname, join } from 'node:path'
import type { StartEntry } from '../services/childEntry.ts'
import type { ElectronApi } from './electronApi.ts'

/** Built next to this code: gives entries of ours the channel that they know from a forked Node process. */
const SHIM = 'utility.js'

/**
 * Starts built entries as utility processes, since the packaged product cannot run as plain Node. They end with the main process:
 * Chromium closes its children when the channel to them breaks.
 */
export function utilityStarter({ utilityProcess }: Pick<ElectronApi, 'utilityProcess'>): StartEntry {
  return (entry, args, logFile) => {
    const child = utilityProcess.fork(join(dirname(entry), SHIM), [entry, ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
      serviceName: 'Proofdesk',
    })
    child.stderr?.pipe(createWriteStream(logFile, { flags: 'a', mode: 0o600 }))
    const gone = new Promise<void>((done) => child.once('exit', () => done()))
    return {
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => void gone.then(listener),
      async end(graceMs) {
        // Electron's kill asks first (SIGTERM); it knows no harder one, so past the grace we stop waiting.
        child.kill()
        let timer: NodeJS.Timeout | undefined
        const late = new Promise<void>((done) => {
          timer = setTimeout(done, graceMs)
        })
        await Promise.race([gone, late])
        clearTimeout(timer)
      },
    }
  }
}
