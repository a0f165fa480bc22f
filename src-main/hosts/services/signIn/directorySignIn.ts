import { z } from 'zod'
import type { SignInOutcome } from '../../../../src-preload/contract/vocabulary/signInWords.ts'
import type { Clock, SignInPort } from '../../../workstation/ports.ts'
import type { Log } from '../fileLog.ts'
import type { PersonTokens } from '../hubLink.ts'
import { takeBrowserTurn, type BrowserTurn } from './browserTurn.ts'
import {
  type DirectoryClient,
  type DirectorySettings,
  type Grant,
  NoGrant,
  openDirectory,
  Person,
} from './directoryClient.ts'
import type { SealedBox } from './sealedBox.ts'
import { sealedFile } from './sealedFile.ts'

export interface DirectorySignInOptions {
  readonly settings: DirectorySettings
  /** Where what keeps a person signed in lies, sealed. */
  readonly file: string
  readonly box: SealedBox
  /** False = there is none that could be started. */
  openBrowser(address: string): Promise<boolean>
  readonly clock: Clock
  readonly log: Log
}

export interface DirectorySignIn extends SignInPort {
  /** Who was signed in when the program ended last. Asks nobody. */
  restore(): Promise<void>
  person(): Person | null
  /** Forgets the person and their tokens; the workstation stays open and says what there is to be said. */
  forget(): Promise<void>
  readonly tokens: PersonTokens
  /** Somebody else signed in, or nobody is signed in any more; what goes on here waits for the listener. */
  onPerson(listener: (person: Person | null) => Promise<void>): void
  onChange(listener: () => void): void
}

/** Named with the directory and program that it belongs to: another one’s is none of ours. */
const Kept = z.object({
  authority: z.string(),
  clientId: z.string(),
  person: Person,
  accountId: z.string(),
  tokens: z.string(),
})
type Kept = z.infer<typeof Kept>

interface SignedIn {
  readonly person: Person
  readonly accountId: string
}

/** Signs one person in at a time. Tokens stay in here and go to the hub by `tokens`; all that leaves is who it is. */
export function createDirectorySignIn(options: DirectorySignInOptions): DirectorySignIn {
  const { settings, clock, log } = options
  const file = sealedFile(options.file, options.box, Kept)
  let signedIn: SignedIn | null = null
  let sealedTokens: string | null = null
  let client: Promise<DirectoryClient> | null = null
  let isLapsed = false
  let isKept = true
  let isConfirmed = false
  let turn: BrowserTurn | null = null
  let asking: Promise<SignInOutcome> | null = null
  let move: (person: Person | null) => Promise<void> = () => Promise.resolve()
  let tell: () => void = () => undefined

  const directory = () => (client ??= openDirectory(settings, sealedTokens))
  const keep = async (grant: Grant, from: DirectoryClient) => {
    const { person, accountId } = grant
    const { href: authority } = settings.authority
    isKept = await file.keep({
      authority,
      clientId: settings.clientId,
      person,
      accountId,
      tokens: from.tokens(),
    })
  }
  const take = async (grant: Grant, from: DirectoryClient) => {
    const isAnother = signedIn?.person.userId !== grant.person.userId
    signedIn = { person: grant.person, accountId: grant.accountId }
    isLapsed = false
    isConfirmed = true
    await keep(grant, from)
    if (isAnother) await moveIn(grant.person)
    log({ level: 'info', event: 'signIn.done', facts: { isAnother, isKept } })
  }
  /** Whoever’s profile cannot be opened here is not signed in. */
  const moveIn = async (person: Person) => {
    try {
      await move(person)
    } catch (error) {
      await forget()
      throw new ProfileNotOpened('The profile of this person could not be opened.', { cause: error })
    }
  }
  const forget = async () => {
    signedIn = null
    sealedTokens = null
    client = null
    isLapsed = false
    isConfirmed = false
    await file.forget()
  }
  const askOnce = async (): Promise<SignInOutcome> => {
    const mine = takeBrowserTurn(clock, options.openBrowser)
    turn = mine
    tell()
    try {
      const asked = await directory()
      const hint = signedIn?.person.account
      await take(await asked.ask(mine.open, hint === undefined || hint === '' ? null : hint), asked)
      return 'signed_in'
    } catch (error) {
      if (error instanceof ProfileNotOpened) throw error
      const outcome = mine.calledOff() ?? outcomeOf(error)
      log({ level: 'warn', event: 'signIn.notDone', facts: { outcome }, error })
      return outcome
    } finally {
      mine.end()
      turn = null
      asking = null
      tell()
    }
  }
  const renew = async (wasRefused: boolean): Promise<string> => {
    const who = signedIn
    if (who === null) throw new Error('Nobody is signed in.')
    // Asking again what was answered would only wear the directory out.
    if (isLapsed) throw new NoGrant('ask_person', 'lapsed')
    try {
      const asked = await directory()
      const grant = await asked.renew(who.accountId, wasRefused)
      if (grant.person.userId !== who.person.userId) throw new NoGrant('ask_person', 'another_person')
      if (signedIn !== who) throw new Error('Somebody else is signed in by now.')
      if (grant.isFresh) await renewed(grant, asked)
      return grant.token
    } catch (error) {
      if (error instanceof NoGrant && error.why === 'ask_person' && signedIn === who) lapse()
      throw error
    }
  }
  const renewed = async (grant: Grant, from: DirectoryClient) => {
    isConfirmed = true
    await keep(grant, from)
    if (!isLapsed) return
    isLapsed = false
    tell()
  }
  const lapse = () => {
    if (isLapsed) return
    isLapsed = true
    log({ level: 'warn', event: 'signIn.lapsed' })
    tell()
  }
  return {
    async restore() {
      const kept = await file.read()
      if (kept === null || !isOf(kept, settings)) return
      signedIn = { person: kept.person, accountId: kept.accountId }
      sealedTokens = kept.tokens
    },
    person: () => signedIn?.person ?? null,
    async forget() {
      await forget()
      log({ level: 'info', event: 'signIn.forgotten' })
    },
    state: () => ({
      is: signedIn === null ? 'signed_out' : isLapsed ? 'lapsed' : 'signed_in',
      isUnderWay: turn !== null,
      person: signedIn?.person ?? null,
      isKept,
    }),
    begin: () => (asking ??= askOnce()),
    cancel: () => turn?.cancel(),
    async out() {
      turn?.cancel()
      await asking?.catch(() => undefined)
      await forget()
      log({ level: 'info', event: 'signIn.out' })
      await move(null)
      tell()
    },
    takeConfirmation() {
      const was = isConfirmed
      isConfirmed = false
      return was
    },
    tokens: { userId: () => signedIn?.person.userId ?? null, token: renew, isRenewable: true },
    onPerson(listener) {
      move = listener
    },
    onChange(listener) {
      tell = listener
    },
  }
}

class ProfileNotOpened extends Error {
  override readonly name = 'ProfileNotOpened'
}

const isOf = (kept: Kept, { authority, clientId }: DirectorySettings): boolean =>
  kept.authority === authority.href && kept.clientId === clientId

function outcomeOf(error: unknown): SignInOutcome {
  if (error instanceof NoGrant && error.why === 'unreachable') return 'unreachable'
  return 'refused'
}
