import type { Reply } from '../../../../src-preload/contract/errors.ts'
import type { EventName } from '../../../../src-preload/contract/events.ts'
import { isMethodName } from '../../../../src-preload/contract/index.ts'
import { signIn } from '../../../../src-preload/contract/signIn.ts'
import type { LogEntry } from '../../../workstation/ports.ts'
import { createRouter } from '../../../workstation/router.ts'
import { closedSignIn } from '../../../workstation/signIn/signInHandlers.ts'
import type { Workstation } from '../../../workstation/workstation.ts'
import type { Person } from './directoryClient.ts'
import type { DirectorySignIn } from './directorySignIn.ts'

export interface SignedInOptions {
  readonly directory: DirectorySignIn
  /** The workstation of one person, on a profile of their own. */
  make(person: Person): Workstation
  /** Ends wipes that were cut off, whoever’s profiles they are: nobody has to sign in for it. Gives back what ends it. */
  endWipes(): Promise<() => void>
  /** Pages without data, for whoever is not signed in. */
  servePages(request: Request): Promise<Response>
  log(entry: LogEntry): void
  uuid(): string
}

const SIGNED_OUT: Reply = {
  ok: false,
  error: { code: 'signed_out', message: 'Nobody is signed in.', retryable: false, incident: null },
}

/**
 * The workstation of whoever is signed in. While nobody is, no profile is open: pages without data, and the sign-in alone is answered.
 * Another person gets another workstation on another profile, so that nothing of one is shown to, or sent as, the other.
 */
export function createSignedInWorkstation(options: SignedInOptions): Workstation {
  const { directory } = options
  const listeners = new Set<(event: EventName, payload: unknown) => void>()
  const emit = (event: EventName, payload: unknown) => {
    for (const listener of listeners) listener(event, payload)
  }
  let open: Workstation | null = null
  let isStopped = false
  let leaveWipes: () => void = () => undefined
  /** Starts and ends come one after the other. */
  let turn: Promise<void> = Promise.resolve()
  const inTurn = (work: () => Promise<void>) => (turn = turn.catch(() => undefined).then(work))
  const moveTo = async (person: Person | null) => {
    const before = open
    open = null
    await before?.stop()
    if (person === null || isStopped) return
    const next = options.make(person)
    next.onEvent(emit)
    await next.start()
    open = next
  }
  directory.onPerson((person) => inTurn(() => moveTo(person)))
  directory.onChange(() => emit('signIn.changed', {}))
  const closed = createRouter(
    { methods: signIn, handlers: closedSignIn(directory) },
    () => Promise.resolve({ methods: {}, handlers: {} }),
    options,
  )
  return {
    start: () =>
      inTurn(async () => {
        leaveWipes = await options.endWipes()
        await moveTo(directory.person())
      }),
    stop() {
      isStopped = true
      directory.cancel()
      leaveWipes()
      return inTurn(() => moveTo(null))
    },
    async dispatch(method, input) {
      if (open !== null) return open.dispatch(method, input)
      const isOfProfile = isMethodName(method) && !Object.hasOwn(signIn, method)
      return isOfProfile ? SIGNED_OUT : closed(method, input)
    },
    fetch: (request) => (open === null ? options.servePages(request) : open.fetch(request)),
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
