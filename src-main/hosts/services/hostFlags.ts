import { parseArgs } from 'node:util'
import { claimOfLink } from '../../../src-preload/contract/vocabulary/claimLink.ts'
import { BadFlags } from './badFlags.ts'
import type { DirectorySettings } from './signIn/directoryClient.ts'
import type { ManagedSettings } from './signIn/managedSettings.ts'
import { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'

/** What the hosts are told at the start. */
export interface HostFlags {
  /** Null = the folder that the system keeps for this. */
  readonly dataDir: string | null
  /** `embedded`: a hub of its own with the demo queue; `none`: work without a hub. */
  readonly hub: 'embedded' | 'none' | URL
  /** 0 = any free port. */
  readonly port: number
  readonly opensWindow: boolean
  readonly json: boolean
  /** Who works here at the start; with a code, it is whose code it is. */
  readonly user: UserId
  /** Good for one sign-in to the hub; null = none was given. */
  readonly code: string | null
  /** The link to a claim that is shown first; null = the queue. */
  readonly opens: string | null
  /** The directory that people sign in at; null = nobody signs in, or by a code. */
  readonly directory: DirectorySettings | null
}

/** What `npm start` understands besides. */
export interface StartFlags extends HostFlags {
  /** Null = the best that this machine can do. */
  readonly host: 'electron' | 'loopback' | null
}

export const START_USAGE = `Usage: npm start -- [flags]
  --host electron|loopback   the shell to open (default: Electron where its binary is, else the loopback host)
  --data-dir DIR             where the profile, the demo hub and the log are kept
  --hub URL|none             a hub of your own, or none (default: an embedded hub with the demo queue)
  --code CODE                signs in to that hub, once; --as then says nothing
  --authority URL            the directory at which people of that hub sign in, as it calls itself (https)
  --client-id ID             what this program is called there
  --scope SCOPE              what the hub is called there: api://…/.default
  --as ROLE                  reviewer, arbitration-lead, team-lead or auditor (default: reviewer)
  --open LINK                cpor://claim/ID, the claim to show first
  --port N                   port of the loopback host (default: any free one)
  --no-open                  open no window, print the address
  --json                     print one JSON line when ready
`

const ROLES = ['reviewer', 'arbitration-lead', 'team-lead', 'auditor']

/** @param managed what whoever manages this machine has set, which no flag changes. @throws BadFlags */
export function parseStartFlags(args: readonly string[], managed: ManagedSettings | null = null): StartFlags {
  const values = withManaged(read(args).values, managed)
  const host = values.host ?? null
  if (host !== null && host !== 'electron' && host !== 'loopback') {
    throw new BadFlags('--host is electron or loopback.')
  }
  const role = values.as ?? 'reviewer'
  if (!ROLES.includes(role)) throw new BadFlags(`--as is one of ${ROLES.join(', ')}.`)
  const hub = parseHub(values.hub)
  const code = values.code ?? null
  if (code !== null && !(hub instanceof URL)) throw new BadFlags('--code is for --hub URL.')
  if (code !== null && !/^[\w-]{8,64}$/.test(code))
    throw new BadFlags('--code is a code as the hub prints it.')
  const directory = parseDirectory(values)
  if (directory !== null && !(hub instanceof URL)) throw new BadFlags('--authority is for --hub URL.')
  if (directory !== null && code !== null) throw new BadFlags('--code and --authority contradict each other.')
  const opens = values.open ?? null
  if (opens !== null && claimOfLink(opens) === null) throw new BadFlags('--open is cpor://claim/ID.')
  return {
    host,
    code,
    directory,
    opens,
    // The demo queue names its first person of each role so.
    user: UserId.parse(`u-${role}`),
    dataDir: values['data-dir'] ?? null,
    hub,
    port: parsePort(values.port),
    opensWindow: values['no-open'] !== true,
    json: values.json === true,
  }
}

function read(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: false,
      options: {
        host: { type: 'string' },
        'data-dir': { type: 'string' },
        hub: { type: 'string' },
        code: { type: 'string' },
        authority: { type: 'string' },
        'client-id': { type: 'string' },
        scope: { type: 'string' },
        as: { type: 'string' },
        port: { type: 'string' },
        open: { type: 'string' },
        'no-open': { type: 'boolean' },
        json: { type: 'boolean' },
      },
    })
  } catch (error) {
    throw new BadFlags(error instanceof Error ? error.message : 'These flags cannot be read.', {
      cause: error,
    })
  }
}

interface DirectoryValues {
  readonly hub?: string | undefined
  readonly authority?: string | undefined
  readonly 'client-id'?: string | undefined
  readonly scope?: string | undefined
}

/** Where tokens go, and for whom they are asked, is whoever manages the machine’s to say, once they have said it. */
function withManaged<T extends DirectoryValues>(values: T, managed: ManagedSettings | null): T {
  if (managed === null) return values
  const own = (['hub', 'authority', 'client-id', 'scope'] as const).filter(
    (name) => values[name] !== undefined,
  )
  if (own.length > 0) throw new BadFlags(`--${own[0]} is set by whoever manages this machine.`)
  const { hub, authority, clientId, scope } = managed
  return { ...values, hub, authority, 'client-id': clientId, scope }
}

function parseDirectory({
  authority,
  'client-id': clientId,
  scope,
}: DirectoryValues): DirectorySettings | null {
  if (authority === undefined) {
    if (clientId === undefined && scope === undefined) return null
    throw new BadFlags('--client-id and --scope are for --authority.')
  }
  const url = URL.parse(authority)
  if (url?.protocol !== 'https:' || url.search !== '' || url.hash !== '' || url.username !== '')
    throw new BadFlags('--authority is an https:// address.')
  if (clientId === undefined || !/^[\w.~-]{1,128}$/.test(clientId))
    throw new BadFlags('--authority needs --client-id, as the directory calls this program.')
  if (scope === undefined || !/^[\x21\x23-\x5b\x5d-\x7e]{1,256}$/.test(scope))
    throw new BadFlags('--authority needs --scope, one word such as api://…/.default.')
  return { authority: url, clientId, scope }
}

function parseHub(text: string | undefined): HostFlags['hub'] {
  if (text === undefined || text === 'embedded') return 'embedded'
  if (text === 'none') return 'none'
  const url = URL.parse(text)
  const isLocal = url?.hostname === '127.0.0.1' || url?.hostname === 'localhost' || url?.hostname === '[::1]'
  // Tokens and claims go over this wire; in the clear only to this machine itself.
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal)) return url
  throw new BadFlags('--hub is none, an https:// address, or an http:// address of this machine.')
}

function parsePort(text: string | undefined): number {
  if (text === undefined) return 0
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (port >= 0 && port <= 65_535) return port
  throw new BadFlags('--port is a number from 0 to 65535.')
}
