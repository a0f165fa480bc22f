import { ProfileRefused } from '../../store/profileRefused.ts'
import { BadFlags } from '../services/badFlags.ts'
import { parseStartFlags, START_USAGE } from '../services/hostFlags.ts'
import { readManagedSettings } from '../services/signIn/managedSettings.ts'
import { SignInRefused } from '../services/hubSignIn.ts'
import { runLoopback } from './runLoopback.ts'

/** Runs the host to its end. Exit codes: 0 ended in order, 1 could not start, 2 wrong flags. */
export async function main(args: readonly string[]): Promise<void> {
  try {
    process.exit(await runLoopback(parseStartFlags(args, readManagedSettings())))
  } catch (error) {
    if (error instanceof BadFlags) {
      process.stderr.write(`${error.message}\n\n${START_USAGE}`)
      process.exit(2)
    }
    process.stderr.write(`Proofdesk could not start: ${reasonOf(error)}\n`)
    process.exit(1)
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof ProfileRefused || error instanceof SignInRefused) return error.message
  if (!(error instanceof Error)) return 'unknown reason.'
  if ('code' in error && error.code === 'EADDRINUSE') return 'another program listens on that port.'
  return error.stack ?? error.message
}
