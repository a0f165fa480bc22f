import { join } from 'node:path'
import type { LogVerdict } from '../../../hub/audit/verifyLog.ts'
import { sayFinding } from '../../../hub/audit/findings.ts'
import { openAnchors } from '../../services/openAnchors.ts'
import { claimFolder } from '../../services/claimFolder.ts'
import type { Command } from '../command.ts'
import { type Console, printable, processConsole } from '../console.ts'
import { UsageError } from '../usageError.ts'
import { USAGE, type VerifyFlags, verifyFlags } from './verifyFlags.ts'
import { verifyProfile } from './verifyProfile.ts'

export const verifyCommand: Command = {
  name: 'verify',
  usage: USAGE,
  run: (args) => runVerify(args, processConsole),
}

type Heard = Pick<Console, 'out' | 'err' | 'env'>

/** 0 = whole, 1 = somebody changed it, 2 = asked wrongly, 3 = it could not be looked at: no verdict must not read as one. */
export async function runVerify(args: readonly string[], console: Heard): Promise<number> {
  const flags = verifyFlags(args)
  try {
    return await look(flags, console)
  } catch (error) {
    if (error instanceof UsageError) throw error
    console.err(printable(`${error instanceof Error ? error.message : String(error)}\n`))
    return 3
  }
}

async function look(flags: VerifyFlags, console: Heard): Promise<number> {
  if (flags.of.kind === 'profile') return verifyProfile(flags.of.folder, flags.asJson, console)
  const verdict = await verdictOf(flags, console.env)
  console.out(flags.asJson ? `${JSON.stringify(verdict)}\n` : printable(sentences(verdict)))
  return verdict.findings.length === 0 ? 0 : 1
}

/** The hub's parts are loaded here: other commands do without them. */
async function verdictOf({ of, anchors }: VerifyFlags, env: NodeJS.ProcessEnv): Promise<LogVerdict> {
  const { openPglite, openPostgres } = await import('../../../hub/store/database.ts')
  const { hasLog } = await import('../../../hub/store/auditHeads.ts')
  const { actingAs, JOBS } = await import('../../../hub/store/callerContext.ts')
  const { verifyLog } = await import('../../../hub/audit/verifyLog.ts')
  const isElsewhere = (env['PROOFDESK_ANCHOR_CONTAINER'] ?? '') !== ''
  const place = anchors === null && !isElsewhere ? null : await openAnchors(env, anchors ?? '')
  const leave = of.kind === 'folder' ? await claimFolder(join(of.folder, 'hub')) : () => Promise.resolve()
  const database =
    of.kind === 'postgres'
      ? openPostgres({ url: of.url })
      : await openPglite(join(of.kind === 'folder' ? of.folder : '', 'hub', 'pg'))
  try {
    if (!(await hasLog(database.owner)))
      throw new UsageError('That database was written by an older hub, which kept no log in chains.')
    return await actingAs(JOBS, () => verifyLog(database.db, place))
  } finally {
    await database.close()
    await leave()
  }
}

function sentences({ findings, chains, entries, anchors }: LogVerdict): string {
  const looked = `${chains} chains, ${entries} entries, ${anchors ?? 'no'} anchors looked at.`
  const without =
    anchors === null
      ? ['Without anchors nobody can see that the end of a chain was cut off or that all of it was replaced.']
      : []
  if (findings.length === 0) return [`The log is whole. ${looked}`, ...without, ''].join('\n')
  return [
    `The log is not as it was written. ${looked}`,
    ...findings.map((finding) => `  ${sayFinding(finding)}`),
    ...without,
    '',
  ].join('\n')
}
