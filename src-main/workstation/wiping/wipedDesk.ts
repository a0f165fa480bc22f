import type { Reply } from '../../../src-preload/contract/errors.ts'
import type { Handlers } from '../../../src-preload/contract/index.ts'
import { signIn } from '../../../src-preload/contract/signIn.ts'
import { vault } from '../../../src-preload/contract/vault.ts'
import { AppError } from '../appError.ts'
import type { WorkstationPorts } from '../ports.ts'
import { createRouter } from '../router.ts'
import { closedSignIn, NOBODY_SIGNS_IN } from '../signIn/signInHandlers.ts'
import { backOff } from '../sync/backOff.ts'
import { tellStep } from '../sync/hubOrders.ts'
import { HubUnavailable } from '../sync/hubUnavailable.ts'
import type { TellWipeStep } from './eraseProfile.ts'
import { finishWipe } from './wipeProfile.ts'
import { readWipeMark, removeWipeMark, type WipeMark, writeWipeMark } from './wipeMark.ts'

/** What of the workstation works once its profile was wiped. */
export interface WipedDesk {
  dispatch(method: string, input: unknown): Promise<Reply>
  stop(): void
}

export interface WipedActs {
  readonly ports: WorkstationPorts
  /** Opens a profile where none is any more. */
  begin(): Promise<void>
  readonly tell: TellWipeStep
}

/** Ends the wipe, also one that was cut off. What cannot be removed now is removed at the next start: the key is gone already. */
export async function openWipedDesk(acts: WipedActs): Promise<WipedDesk> {
  try {
    await finishWipe(acts.ports, acts.tell)
  } catch (error) {
    acts.ports.log({ level: 'error', event: 'a wipe could not be ended', error })
  }
  return createWipedDesk(acts)
}

function createWipedDesk({ ports, begin }: WipedActs): WipedDesk {
  const { profile } = ports.paths
  const telling = tellDone(ports, profile)
  const handlers: Pick<Handlers, keyof typeof vault | keyof typeof signIn> = {
    ...(ports.signIn === undefined ? NOBODY_SIGNS_IN : closedSignIn(ports.signIn)),
    'vault.state': () => {
      const mark = readWipeMark(profile)
      const isKnown = mark !== null && mark !== 'unreadable'
      return {
        state: 'wiped',
        orderedAt: isKnown ? mark.orderedAt : null,
        isTold: isKnown ? mark.isTold : true,
        isWhole: isKnown ? mark.isErased : true,
      }
    },
    'vault.unlock': () => Promise.reject(new AppError('locked', WIPED)),
    'vault.setAside': () => ({ outcome: 'not_locked' }),
    'vault.takeIn': () => ({ profiles: 0, operations: 0, left: 0 }),
    'vault.beginAnew': async () => {
      const mark = readWipeMark(profile)
      if (mark !== null && mark !== 'unreadable' && !(mark.isTold && mark.isErased))
        return { outcome: 'not_yet' }
      telling.stop()
      removeWipeMark(profile)
      await begin()
      return { outcome: 'begun' }
    },
  }
  const refuse = () => Promise.reject(new AppError('locked', WIPED))
  return {
    dispatch: createRouter({ methods: { ...vault, ...signIn }, handlers }, refuse, ports),
    stop: telling.stop,
  }
}

const WIPED = 'This workstation was wiped.'

const FIRST_BACK_OFF_MS = 1_000
const LONGEST_BACK_OFF_MS = 5 * 60_000

/** Tells the hub that nothing is left, until it answers: also after a restart, and with nobody signed in. */
export function tellDone(
  { hub, clock, log }: Pick<WorkstationPorts, 'hub' | 'clock' | 'log'>,
  profile: string,
): { stop(): void } {
  const ending = new AbortController()
  let callOff: () => void = () => undefined
  let failures = 0
  let isUnderWay = false
  const attempt = async () => {
    const mark = markToTell(profile)
    if (mark === null || isUnderWay || ending.signal.aborted || hub.state() !== 'ready') return
    isUnderWay = true
    try {
      // Where the hub knows of no such order there is nobody to be told.
      await tellStep({ hub, ending: ending.signal }, mark, 'done')
      if (!ending.signal.aborted) writeWipeMark(profile, { ...mark, isTold: true })
    } catch (error) {
      if (ending.signal.aborted) return
      failures += 1
      log({ level: 'warn', event: 'the hub does not know yet that this workstation was wiped', error })
      callOff = clock.after(backOff(failures, FIRST_BACK_OFF_MS, LONGEST_BACK_OFF_MS), () => void attempt())
      if (!(error instanceof HubUnavailable))
        log({ level: 'error', event: 'the wipe could not be told', error })
    } finally {
      isUnderWay = false
    }
  }
  const forgetHub = hub.onChange(() => void attempt())
  void attempt()
  return {
    stop() {
      ending.abort()
      callOff()
      forgetHub()
    },
  }
}

function markToTell(profile: string): WipeMark | null {
  const mark = readWipeMark(profile)
  return mark === null || mark === 'unreadable' || mark.isTold || !mark.isErased ? null : mark
}
