import type { MethodName } from '../../../src-preload/contract/index.ts'
import type { Method } from '../../../src-preload/contract/method.ts'
import { block } from '../../domain/claim/block.ts'
import { AppError } from '../appError.ts'

/**
 * What may be done although the time of work without the hub is over: it leaves nobody a word. Signing in and what concerns this window
 * alone; drafts, so that nothing typed is lost; taking back what has not left.
 */
const STILL_OPEN: readonly MethodName[] = [
  'signIn.begin',
  'signIn.cancel',
  'signIn.out',
  'settings.set',
  'desk.keep',
  'host.openExternal',
  'host.showMenu',
  'sync.now',
  'sync.undo',
  'sync.holdLonger',
  'sync.readRecovery',
  'notices.read',
  'seen.papers',
  'seen.copied',
  'claims.working',
  'claims.keepDraft',
  'arbitration.keepDraft',
  'policy.keepDraft',
  'reviewDrafts.keep',
]

const REFUSED = { outcome: 'blocked', blocks: [block('offline_too_long')] }

/**
 * What a command is answered while there is only reading; null = it may go on. A business refusal wherever the method has one, so that the
 * window shows it where the command was given.
 * @throws AppError where the method knows no refusal.
 */
export function refusedWhenOver(name: string, method: Method): unknown {
  if (method.kind === 'query' || STILL_OPEN.some((open) => open === name)) return null
  const refused = method.output.safeParse(REFUSED)
  if (refused.success) return refused.data
  throw new AppError('read_only', 'The time of work without the hub is over: sign in.')
}
