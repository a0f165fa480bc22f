import { DatabaseRefused } from '../../hub/store/migrate.ts'
import { FolderTaken } from '../services/claimFolder.ts'
import { type HubFlags, hubFlags, USAGE } from './hubFlags.ts'
import { logLines } from './logLines.ts'
import { type RunningHub, runHub } from './runHub.ts'
import { BackupRefused } from './backup.ts'
import { TaskRefused } from './taskRefused.ts'
import { doTask, isTask, TASKS_USAGE } from './tasks.ts'

/** Beyond what draining, answering and closing may take. */
const LONGEST_STOP_MS = 60_000

const log = logLines((line) => process.stderr.write(`${line}\n`), process.env['HUB_LOG'] === 'debug')

/** On stdout and not beside the log, which may be kept. */
const CODES_ARE =
  'Each code is good for one sign-in within 30 minutes (npm start -- --hub URL --code CODE):\n'

/** A plain word for what a person can mend; the log has the rest. */
function explain(error: unknown): string {
  const plain = [DatabaseRefused, FolderTaken, BackupRefused, TaskRefused]
  if (error instanceof Error && plain.some((one) => error instanceof one)) return error.message
  return 'The hub could not start; the line above says where it stopped.'
}

async function main(flags: HubFlags): Promise<void> {
  let hub: RunningHub | undefined
  let isStopping = false
  const stop = async (why: string): Promise<void> => {
    if (isStopping) return
    isStopping = true
    log({ level: 'info', event: 'hub was told to stop', facts: { why } })
    // Whatever does not end by then is cut off.
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref()
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

function fail(event: string, error: unknown): never {
  log({ level: 'error', event, error })
  process.stderr.write(`${explain(error)}\n`)
  process.exit(1)
}

const [word, ...rest] = process.argv.slice(2)
if (isTask(word)) {
  doTask(word, rest).then(
    (line) => process.stdout.write(`${line}\n`),
    (error: unknown) => fail('the task was not done', error),
  )
} else {
  const flags = hubFlags(process.argv.slice(2))
  if (typeof flags === 'string') {
    process.stderr.write(`${flags}\n${USAGE}\n${TASKS_USAGE}\n`)
    process.exit(2)
  }
  main(flags).catch((error: unknown) => fail('hub could not start', error))
}
