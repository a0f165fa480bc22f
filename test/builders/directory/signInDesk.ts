import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { join } from 'node:path'
import {
  createDirectorySignIn,
  type DirectorySignIn,
} from '../../../src-main/hosts/services/signIn/directorySignIn.ts'
import type { SealedBox } from '../../../src-main/hosts/services/signIn/sealedBox.ts'
import type { Clock, LogEntry } from '../../../src-main/workstation/ports.ts'
import { aBox } from '../../fakes/aBox.ts'
import { createManualClock } from '../../fakes/manualClock.ts'
import { aTempFolder } from '../tempFolder.ts'
import { CLIENT_ID, type TestDirectory } from './testDirectory.ts'

/** As `NODE_EXTRA_CA_CERTS` does it for the program: this process trusts the directory's authority from now on. */
export function trust(ca: string): void {
  setDefaultCACertificates([...getCACertificates('default'), ca])
}

export interface DeskWishes {
  readonly directory: Pick<TestDirectory, 'url'>
  readonly scope: string
  readonly folder?: string
  readonly box?: SealedBox
  readonly clock?: Clock
  readonly openBrowser?: (address: string) => Promise<boolean>
}

/** The product's sign-in against a real directory. What `openBrowser` was given is in `opened`. */
export function aSignIn({ directory, scope, folder = aTempFolder(), ...wishes }: DeskWishes) {
  const opened: string[] = []
  const log: LogEntry[] = []
  const watchers = new Set<() => void>()
  const signIn: DirectorySignIn = createDirectorySignIn({
    settings: { authority: new URL(directory.url), clientId: CLIENT_ID, scope },
    file: join(folder, 'directory-sign-in.sealed'),
    box: wishes.box ?? aBox(),
    clock: wishes.clock ?? createManualClock(),
    log: (entry) => void log.push(entry),
    openBrowser(address) {
      opened.push(address)
      for (const look of watchers) look()
      return wishes.openBrowser?.(address) ?? Promise.resolve(true)
    },
  })
  /** Resolves with the address when the browser is opened next. */
  const nextAddress = () =>
    new Promise<string>((done) => {
      const look = () => {
        watchers.delete(look)
        done(opened.at(-1) ?? '')
      }
      watchers.add(look)
    })
  return { signIn, opened, log, nextAddress, folder }
}
