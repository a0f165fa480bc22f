import type { UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { serveEmptyPages } from '../../../workstation/pages/servePages.ts'
import type { WorkstationPorts } from '../../../workstation/ports.ts'
import { createWorkstation, type Workstation } from '../../../workstation/workstation.ts'
import type { DataDir } from '../dataDir.ts'
import type { Log } from '../fileLog.ts'
import type { HostFlags } from '../hostFlags.ts'
import type { PersonTokens } from '../hubLink.ts'
import { signInNote } from '../hubSignIn.ts'
import { openInSystemBrowser } from '../systemBrowser.ts'
import { systemClock } from '../systemClock.ts'
import { createCodeSignIn } from './codeSignIn.ts'
import type { DirectorySettings } from './directoryClient.ts'
import { createDirectorySignIn } from './directorySignIn.ts'
import { keyringBox } from './keyringBox.ts'
import type { SealedBox } from './sealedBox.ts'
import { createSignedInWorkstation } from './signedInWorkstation.ts'

/** How people sign in at this start. */
export interface SignInHere {
  /** Who is signed in by a code; null = nobody, or by a directory, which tells it of each workstation that it makes. */
  userId(): UserId | null
  tokens(): PersonTokens | null
  /** @throws SignInRefused */
  begin(): Promise<void>
  /** Of a workstation that was wiped: nobody is signed in any more, on the disk and in memory. */
  forget(): Promise<void>
  /** One sentence on what a person must do to be let in by the hub; null = nothing. */
  note(): Promise<string | null>
  /** The workstation behind the directory’s sign-in; null = nobody has to sign in at one. */
  readonly directory: ((ports: WorkstationPorts) => Workstation) | null
}

interface Choosing {
  readonly flags: HostFlags
  readonly data: DataDir
  readonly log: Log
  readonly box?: SealedBox
  readonly openBrowser?: (address: string) => Promise<boolean>
}

const NOBODY_SIGNS_IN: SignInHere = {
  userId: () => null,
  tokens: () => null,
  begin: () => Promise.resolve(),
  forget: () => Promise.resolve(),
  note: () => Promise.resolve(null),
  directory: null,
}

export function chooseSignIn(choosing: Choosing): SignInHere {
  const { flags, data } = choosing
  if (!(flags.hub instanceof URL)) return NOBODY_SIGNS_IN
  const box = choosing.box ?? keyringBox(data.root)
  if (flags.directory !== null) return byDirectory(flags.directory, box, choosing)
  const { hub, code } = flags
  const byCode = createCodeSignIn(hub, data, box)
  return {
    userId: () => byCode.kept()?.userId ?? null,
    tokens: byCode.tokens,
    begin: () => byCode.begin(code),
    forget: byCode.forget,
    note: async () => (byCode.isKept() ? signInNote(hub, byCode.kept()) : NOT_KEPT),
    directory: null,
  }
}

const NOT_KEPT =
  'This machine has no keyring, so the sign-in lasts until Proofdesk ends: the next start needs another code.'

function byDirectory(
  settings: DirectorySettings,
  box: SealedBox,
  { data, log, openBrowser = openInSystemBrowser }: Choosing,
): SignInHere {
  const file = data.directorySignIn
  const directory = createDirectorySignIn({ settings, file, box, openBrowser, clock: systemClock, log })
  return {
    userId: () => directory.person()?.userId ?? null,
    tokens: () => directory.tokens,
    begin: directory.restore,
    forget: directory.forget,
    note: () => Promise.resolve(null),
    directory: (ports) =>
      createSignedInWorkstation({
        directory,
        make: ({ userId }) => createWorkstation(portsOfPerson(ports, directory, settings, data, userId)),
        async endWipes() {
          const { endWipes } = await import('../../../workstation/wiping/endWipes.ts')
          return endWipes(ports, data.listProfiles())
        },
        servePages: (request) => serveEmptyPages(ports, request),
        log,
        uuid: ports.uuid,
      }),
  }
}

function portsOfPerson(
  ports: WorkstationPorts,
  signIn: NonNullable<WorkstationPorts['signIn']>,
  { authority }: DirectorySettings,
  data: DataDir,
  userId: UserId,
): WorkstationPorts {
  return {
    ...ports,
    signIn,
    paths: { ...ports.paths, profile: data.profileOf(authority.href, userId) },
    host: { ...ports.host, user: userId },
  }
}
