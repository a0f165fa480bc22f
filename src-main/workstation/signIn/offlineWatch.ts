import { z } from 'zod'
import {
  beginTerm,
  isTermOver,
  isTermSoonOver,
  noTerm,
  OFFLINE_TERM_MS,
  type OfflineTerm,
  passTime,
  termEnd,
} from '../../domain/sync/offlineTerm.ts'
import type { SignInState } from '../../../src-preload/contract/signIn.ts'
import { toInstant } from '../../store/instants.ts'
import type { Store } from '../../store/openStore.ts'
import { findValue, putValue } from '../../store/profileRepo.ts'
import type { Emit } from '../core.ts'
import type { WorkstationPorts } from '../ports.ts'
import { whileOpen } from '../whileOpen.ts'

const KeptTerm = z.object({
  userId: z.string(),
  usedMs: z.number().min(0).max(OFFLINE_TERM_MS),
  seenAt: z.number(),
})
/** How often time is counted and kept: a kill forgets no more of it. */
const LOOK_MS = 60_000

/** How long there may still be work without the hub. */
export interface OfflineWatch {
  /** Null where nobody signs in. */
  view(): SignInState['offline']
  /** Only reading is left. False where nobody signs in. */
  isOver(): boolean
  /** The hub took this person’s word just now. */
  confirm(): void
  /** Counts up to now and keeps it. */
  keep(): void
}

export const NEVER_OVER: OfflineWatch = {
  view: () => null,
  isOver: () => false,
  confirm: () => undefined,
  keep: () => undefined,
}

interface Watching {
  readonly store: Store
  readonly ports: WorkstationPorts
  readonly emit: Emit
  readonly ending: AbortSignal
}

/** Counts from the first look on. A profile of which nothing is kept is over until the directory or the hub has said who it is. */
export function watchOffline({ store, ports, emit, ending }: Watching): OfflineWatch {
  const { signIn, clock, host } = ports
  if (signIn === undefined) return NEVER_OVER
  const kept = store.read((s) => findValue(s, 'offline_term', KeptTerm))
  let term: OfflineTerm = kept?.userId === host.user ? kept : noTerm(clock.now())
  let counter = clock.elapsed()
  let keptAt: OfflineTerm | null = null
  let told = standingOf(term)

  const keep = () => {
    if (keptAt === term) return
    try {
      store.write((s) => putValue(s, 'offline_term', { userId: host.user, ...term }))
      keptAt = term
    } catch (error) {
      // A disk that takes nothing now takes no decision either; the next minute tries again.
      ports.log({ level: 'warn', event: 'the time of work offline could not be kept', error })
    }
  }
  const tell = () => {
    const standing = standingOf(term)
    if (standing === told) return
    told = standing
    emit('signIn.changed', {})
    // What buttons say hangs on it.
    emit('claims.changed', { ids: null })
  }
  const pass = () => {
    const [now, counted] = [clock.now(), clock.elapsed()]
    term = passTime(term, now, counted - counter)
    counter = counted
  }
  const begin = () => {
    counter = clock.elapsed()
    term = beginTerm(clock.now())
    // Every round with the hub confirms; not each of them is worth a write.
    if (keptAt === null || term.seenAt - keptAt.seenAt >= LOOK_MS) keep()
    tell()
  }
  const look = () => {
    pass()
    if (signIn.takeConfirmation()) begin()
    else tell()
  }
  const lookEveryMinute = () => {
    look()
    keep()
    whileOpen({ ports, ending }, LOOK_MS, lookEveryMinute)
  }
  lookEveryMinute()
  return {
    view() {
      look()
      return {
        until: toInstant(termEnd(term)),
        isSoon: isTermSoonOver(term),
        isOver: isTermOver(term),
      }
    },
    isOver() {
      look()
      return isTermOver(term)
    },
    confirm: begin,
    keep() {
      pass()
      keep()
    },
  }
}

const standingOf = (term: OfflineTerm): 'over' | 'soon' | 'long' =>
  isTermOver(term) ? 'over' : isTermSoonOver(term) ? 'soon' : 'long'
