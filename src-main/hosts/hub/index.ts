import { DatabaseRefused } from '../../hub/store/migrate.ts'
import { FolderTaken } from '../services/claimFolder.ts'
import { type HubFlags, hubFlags, USAGE } from './hubFlags.ts'
import { logLines } from './logLines.ts'
import { type RunningHub, runHub } from './runHub.ts'

const log = logLines((line) => process.stderr.write(`${line}\n`), process.env['HUB_LOG'] === 'debug')

/** On stdout and not beside the log, which may be kept. */
const CODES_ARE =
  'Each code is good for one sign-in within 30 minutes (npm start -- --hub URL --code CODE):\n'

/** A plain word for what a person can mend; the log has the rest. */
function explain(error: unknown): string {
  if (error instanceof DatabaseRefused || error instanceof FolderTaken) return error.message
  return 'The hub could not start; the line above says where it stopped.'
}

async function main(flags: HubFlags): Promise<void> {
  let hub: RunningHub | undefined
  let isStopping = false
  const stop = async (why: string): Promise<void> => {
    if (isStopping) return
    isStopping = true
    log({ level: 'info', event: 'hub was told to stop', facts: { why } })
    await hub?.stop()
    process.exit(0)
  }
  const onStop = (why: string) => () => {
    stop(why).catch((error: unknown) => {
      log({ level: 'error', event: 'hub did not stop cleanly', error })
      process.exit(1)
    })
  }
  process.on('SIGTERM', onStop('SIGTERM'))
  process.on('SIGINT', onStop('SIGINT'))
  // The channel closes when the workstation ends, however it ends.
  if (flags.embedded) process.on('disconnect', onStop('parent ended'))
  const started = await runHub(flags, log)
  hub = started
  if (isStopping) {
    await started.stop()
    process.exit(0)
  }
  if (flags.embedded) process.send?.({ type: 'listening', url: started.url })
  process.stdout.write(`${JSON.stringify({ url: started.url })}\n`)
  if (started.codes.length > 0) process.stdout.write(`${CODES_ARE}${started.codes.join('\n')}\n`)
}

const flags = hubFlags(process.argv.slice(2))
if (typeof flags === 'string') {
  process.stderr.write(`${flags}\n${USAGE}\n`)
  process.exit(2)
}
main(flags).catch((error: unknown) => {
  log({ level: 'error', event: 'hub could not start', error })
  process.stderr.write(`${explain(error)}\n`)
  process.exit(1)
})
