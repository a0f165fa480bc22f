import { z } from 'zod'
import { UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { UsageError } from '../usageError.ts'

/** Flags of every command that speaks to a hub. */
export const HUB_OPTIONS = {
  hub: { type: 'string' },
  as: { type: 'string' },
  code: { type: 'string' },
} as const

export const HUB_USAGE = `  --hub URL   the hub, or the line that it printed; else PROOFDESK_HUB
  --as ID     who asks (partner-center)
  --code CODE instead, at a hub with --demo-users: good for one command`

/** The service of the demo through which partners and customers act. */
const SERVICE = 'partner-center'

/** Where a command goes and in whose name. */
export interface HubAddress {
  readonly url: URL
  readonly userId: UserId
  /** Good for one sign-in; without one the demo is open. */
  readonly code?: string | undefined
}

interface Flags {
  readonly hub?: string | undefined
  readonly as?: string | undefined
  readonly code?: string | undefined
}

/** @throws UsageError when no hub is named, or what is named is none. */
export function hubAddress(flags: Flags, env: Readonly<Record<string, string | undefined>>): HubAddress {
  const said = flags.hub ?? env['PROOFDESK_HUB'] ?? ''
  if (said === '') throw new UsageError('Say which hub: --hub URL, or PROOFDESK_HUB.')
  const url = URL.parse(urlIn(said))
  if (url === null || !['http:', 'https:'].includes(url.protocol))
    throw new UsageError(`${said} is no address of a hub; give one such as http://127.0.0.1:4100.`)
  // A hub of this machine wants to be called by its number.
  if (url.hostname === 'localhost') url.hostname = '127.0.0.1'
  const userId = UserId.safeParse(flags.as ?? SERVICE)
  if (!userId.success) throw new UsageError('--as takes the id of somebody whom the hub knows.')
  return { url, userId: userId.data, code: flags.code }
}

const ReadyLine = z.object({ url: z.string() })

/** `{"url":"http://127.0.0.1:4100"}`, as `npm run hub` prints it, or the address itself. */
function urlIn(said: string): string {
  if (!said.trimStart().startsWith('{')) return said
  try {
    return ReadyLine.parse(JSON.parse(said)).url
  } catch {
    return said
  }
}
