import type { Reply } from '../../src-preload/contract/errors.ts'
import type { EventName } from '../../src-preload/contract/events.ts'
import { join } from 'node:path'
import { isDamage } from '../store/damage.ts'
import { guardStore, type StoreGuard } from '../store/guardedStore.ts'
import { forgetReports } from '../store/forgetReports.ts'
import { removeValue } from '../store/profileRepo.ts'
import { hasLog, setAside } from '../store/quarantine.ts'
import { createWorkers } from './backgroundWork.ts'
import { type CheckMemory, type ChecksAtDesk, createCheckMemory } from './checks/checkMemory.ts'
import { forgetOldFindings } from './checks/forgetOldFindings.ts'
import type { Core, Emit } from './core.ts'
import { createDocumentFiles } from './documents/documentFiles.ts'
import { keysInStore } from './documents/documentKeys.ts'
import { forgetLater } from './forgetting/forgetLater.ts'
import { KeyUnreadable } from './keys/keyUnreadable.ts'
import type { ProfileKeys } from './keys/profileKeys.ts'
import type { LockedDesk } from './locked/lockedDesk.ts'
import { servePages, serveEmptyPages } from './pages/servePages.ts'
import type { WorkstationPorts } from './ports.ts'
import { createQueueDesk } from './queueHandlers.ts'
import { type OpenProfile, openProfile } from './recovery/openProfile.ts'
import { type ProfileMark, writeMark } from './recovery/profileMark.ts'
import { PLACES, PROFILE_PARTS, type ProfileParts } from './recovery/profileParts.ts'
import { settledIn } from './recovery/settledIn.ts'
import { createReserve, type Reserve } from './recovery/reserve.ts'
import { createRouter, type Desk } from './router.ts'
import { createSession } from './session/session.ts'
import { watchOffline } from './signIn/offlineWatch.ts'
import { createHubClock } from './sync/hubClock.ts'
import { createSyncLoop, type SyncLoop } from './sync/syncLoop.ts'
import type { WipeOrder } from './sync/hubOrders.ts'
import { whileOpen } from './whileOpen.ts'
import { createWipeGate } from './wiping/wipeGate.ts'
import { isMarked } from './wiping/wipeMark.ts'
import type { WipedDesk } from './wiping/wipedDesk.ts'
import { createWorker, type Worker } from './worker.ts'

export interface Workstation {
  /**
   * Opens the profile; answers before sync, documents and checks move. Throws ProfileRefused. Where the key of the profile cannot be
   * had it starts without the profile: `vault` says why, and what a person can do. So it does where the profile was wiped.
   */
  start(): Promise<void>
  /** Ends all work and closes the profile. May be called twice. */
  stop(): Promise<void>
  /** Never rejects: what goes wrong comes back as an error in the reply. */
  dispatch(method: string, input: unknown): Promise<Reply>
  /** Pages, viewer files and documents, by the origin of the request. */
  fetch(request: Request): Promise<Response>
  onEvent(listener: (event: EventName, payload: unknown) => void): () => void
}

interface Running {
  readonly core: Core
  readonly memory: CheckMemory
  readonly dispatch: (method: string, input: unknown) => Promise<Reply>
  /** Ends all work and closes the profile, in order when it can be. */
  close(): Promise<void>
}

/** What an earlier run left unchecked waits until a window had time to show its first claims. */
const LEFT_OVER_CHECKS_MS = 500
/** What an older version left plain is sealed when the window stands. */
const SEALING_MS = 1_500
/** The first look at what one is to be told of. */
const WATCH_MS = 2_000
/** Looking after the disk waits until nobody waits any more. */
const HOUSEKEEPING_MS = 5_000

/** The file is broken, or what the hub sent stands in it otherwise than it was written. */
type Trouble = 'damaged' | 'untrue'
/** In one run. A disk that breaks every new database must not fill up with broken ones, and a bug is not mended by reading again. */
const MOST_RESTARTS: Readonly<Record<Trouble, number>> = { damaged: 3, untrue: 1 }

const CLOSED: Reply = {
  ok: false,
  error: { code: 'offline', message: 'Proofdesk is not open.', retryable: true, incident: null },
}

const CUT_OFF: Reply = {
  ok: false,
  error: {
    code: 'storage',
    message: 'The data folder is being put together anew. Try again in a moment.',
    retryable: true,
    incident: null,
  },
}

/**
 * The reviewer's application. Runs in any Node process; the host opens the window and moves the messages. `parts` is for tests alone.
 */
export function createWorkstation(ports: WorkstationPorts, parts: ProfileParts = PROFILE_PARTS): Workstation {
  const listeners = new Set<(event: EventName, payload: unknown) => void>()
  const emit: Emit = (event, payload) => {
    for (const listener of listeners) listener(event, payload)
  }
  let running: Running | null = null
  /** Instead of `running` while the key of the profile cannot be had. */
  let locked: LockedDesk | null = null
  /** Instead of both once the profile was wiped. */
  let wiped: WipedDesk | null = null
  /** A profile that is opened anew while it works does not ask for its key again. */
  let known: ProfileKeys | null = null
  let isStopped = false
  const restarts = { damaged: 0, untrue: 0 }
  /** Starts, restarts and stops come one after the other. */
  let turn: Promise<void> = Promise.resolve()
  const inTurn = (work: () => Promise<void>) => (turn = turn.catch(() => undefined).then(work))
  const setDatabaseAside = () => setAside(join(ports.paths.profile, PLACES.database), ports.clock.now())
  let openings = 0
  const begin = async (shallReadAnew = false, passphrase: string | null = null): Promise<void> => {
    const opened = await openProfile(ports, parts, { passphrase, known })
    known = opened.keys
    openings += 1
    const mine = openings
    try {
      const told = (trouble: Trouble) => onTrouble(trouble, mine)
      running = moveIn(opened, { ports, parts, emit, shallReadAnew, onTrouble: told, onWipe })
    } catch (error) {
      opened.journal.close()
      opened.store.close()
      // What the looks at every start do not find may show when the first values are read.
      if (!isDamage(error) || restarts.damaged >= MOST_RESTARTS.damaged) throw error
      restarts.damaged += 1
      setDatabaseAside()
      await begin(shallReadAnew, passphrase)
    }
  }
  /** Gives back why it stays locked; null = it is open. */
  const tryOpen = async (passphrase: string | null): Promise<KeyUnreadable | null> => {
    try {
      if (running === null && !isStopped) await begin(false, passphrase)
      locked = null
      return null
    } catch (error) {
      if (error instanceof KeyUnreadable) return error
      throw error
    }
  }
  const unlock = async (passphrase: string | null) => {
    let still: KeyUnreadable | null = null
    await inTurn(async () => {
      still = await tryOpen(passphrase)
    })
    return still
  }
  const showWiped = async () => {
    const { openWipedDesk } = await import('./wiping/wipedDesk.ts')
    wiped = await openWipedDesk({ ports, begin: () => inTurn(start), tell: parts.onWiping })
  }
  const start = async () => {
    wiped = null
    if (isMarked(ports.paths.profile)) return showWiped()
    const why = await tryOpen(null)
    if (why === null) return
    ports.log({
      level: 'error',
      event: 'the key of the profile cannot be read',
      facts: { trouble: why.trouble },
    })
    const { createLockedDesk } = await import('./locked/lockedDesk.ts')
    locked = createLockedDesk({ ports, why, open: unlock })
  }
  const end = async () => {
    const ended = running
    running = null
    await ended?.close()
  }
  /** The order was agreed on with the hub: it is carried out also when this workstation was just told to stop. */
  const wipe = async (order: WipeOrder) => {
    const { beginWipe } = await import('./wiping/wipeProfile.ts')
    await beginWipe(ports, order, parts.onWiping)
    await end()
    known = null
    await showWiped()
    if (isStopped) wiped?.stop()
    // The window asks for its settings, hears that there are none, and shows why.
    emit('settings.changed', {})
  }
  const onWipe = (order: WipeOrder) =>
    void inTurn(() => wipe(order)).catch((error: unknown) =>
      ports.log({ level: 'error', event: 'this workstation could not be wiped', error }),
    )
  /** A damaged database is set aside and the work goes on with what can be saved; with an untrue one, after reading all of it anew. */
  const restart = async (trouble: Trouble, opening: number) => {
    // What troubled an earlier opening is settled.
    if (isStopped || running === null || opening !== openings || restarts[trouble] >= MOST_RESTARTS[trouble])
      return
    restarts[trouble] += 1
    await end()
    if (trouble === 'damaged') setDatabaseAside()
    await begin(trouble === 'untrue')
    emit('claims.changed', { ids: null })
    emit('sync.changed', {})
  }
  const onTrouble = (trouble: Trouble, opening: number) =>
    void inTurn(() => restart(trouble, opening)).catch(couldNotRestart)
  const couldNotRestart = (error: unknown) =>
    ports.log({ level: 'error', event: 'the profile could not be opened anew', error })
  return {
    start: () => inTurn(start),
    stop() {
      isStopped = true
      return inTurn(async () => {
        await end()
        wiped?.stop()
        known = null
      })
    },
    async dispatch(method, input) {
      const asked = running
      if (asked === null) return (wiped ?? locked)?.dispatch(method, input) ?? CLOSED
      const reply = await asked.dispatch(method, input)
      // What was asked of an opening that ended meanwhile may be asked of the next one.
      const isCutOff = asked !== running && !reply.ok && reply.error.code === 'internal'
      return isCutOff ? CUT_OFF : reply
    },
    async fetch(request) {
      if (running !== null) return servePages(running.core, running.memory, request)
      return locked === null && wiped === null
        ? new Response('Proofdesk is not open.', { status: 503 })
        : serveEmptyPages(ports, request)
    },
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

interface Opening {
  readonly ports: WorkstationPorts
  readonly parts: ProfileParts
  readonly emit: Emit
  readonly shallReadAnew: boolean
  readonly onTrouble: (trouble: Trouble) => void
  readonly onWipe: (order: WipeOrder) => void
}

/** After these somebody may have to be told something. */
const STIRRING: readonly EventName[] = ['claims.changed', 'session.changed', 'settings.changed']

/** Throws when the database turns out to be damaged. */
function moveIn(opened: OpenProfile, opening: Opening): Running {
  const { ports, parts, emit, shallReadAnew, onTrouble, onWipe } = opening
  const { profile } = ports.paths
  const reserve = createReserve(join(profile, PLACES.reserve), parts.reserveBytes)
  const store = guardStore(
    opened.store,
    guardOf(ports, reserve, () => onTrouble('damaged')),
  )
  const ending = new AbortController()
  let stir: () => void = () => undefined
  const session = createSession(store, ports, emit)
  const tell: Emit = (event, payload) => {
    emit(event, payload)
    if (STIRRING.includes(event)) stir()
  }
  const core: Core = {
    ports,
    store,
    session,
    files: createDocumentFiles(join(profile, PLACES.documents), keysInStore(store, ports.clock)),
    journal: opened.journal,
    hubClock: createHubClock(() => emit('sync.changed', {})),
    keyId: opened.keys?.keyId ?? null,
    offline: watchOffline({ store, ports, emit: tell, ending: ending.signal }),
    wipeGate: createWipeGate(),
    emit: tell,
    ending: ending.signal,
  }
  forgetOldFindings(core)
  if (shallReadAnew) readAnew(core)
  const room = furnish(core, opened.mark, reserve, { onUnfit: () => onTrouble('untrue'), onWipe })
  stir = room.stir
  return {
    core,
    memory: room.memory,
    dispatch: room.dispatch,
    async close() {
      ending.abort()
      await room.rest()
      core.offline.keep()
      core.journal.close()
      store.close()
      room.markClosed()
    },
  }
}

function guardOf({ log }: WorkstationPorts, reserve: Reserve, onDamage: () => void): StoreGuard {
  return {
    onDamage(error) {
      log({ level: 'error', event: 'the database is damaged', error })
      onDamage()
    },
    makeRoom() {
      const made = reserve.giveUp()
      if (made) log({ level: 'warn', event: 'the disk is full, the reserve was given up' })
      return made
    },
  }
}

/** Everything that works on an open profile. The window comes first; work begins when the first questions are answered. */
function furnish(
  core: Core,
  before: ProfileMark | null,
  reserve: Reserve,
  { onUnfit, onWipe }: Pick<Opening, 'onWipe'> & { readonly onUnfit: () => void },
) {
  const { paths } = core.ports
  const memory = createCheckMemory()
  const { onPulled, onOpened, checks, sealing, workers } = createWorkers(core, memory)
  let mark: ProfileMark | null = null
  let sync: SyncLoop | null = null
  /** Nothing is commanded and nothing leaves before the profile has settled in. */
  const settle = async () => {
    mark = await settledIn(core, before)
    if (!core.ending.aborted) sync = createSyncLoop(core, { onPulled, onWipe })
    return sync
  }
  let settling: ReturnType<typeof settle> | undefined
  const settled = () => (settling ??= settle())
  let desk: Promise<Desk> | undefined
  const loadRest = async () => {
    const loop = await settled()
    return loop === null ? NOTHING_OPEN : loadDesk(core, loop, { memory, onOpened })
  }
  whileOpen(core, 0, () => void settled().then((loop) => loop?.kick()))
  whileOpen(core, LEFT_OVER_CHECKS_MS, checks.kick)
  whileOpen(core, SEALING_MS, sealing.kick)
  const housekeeping = createWorker('housekeeping', core.ports.log, async () => {
    await reserve.take()
    const { checkDatabase } = await import('./recovery/checkDatabase.ts')
    mark = await checkDatabase(core, before, mark)
  })
  whileOpen(core, HOUSEKEEPING_MS, housekeeping.kick)
  const watch = openWatchLater(core, settled)
  const forgetting = forgetLater(core, settled)
  return {
    memory,
    stir: watch.kick,
    dispatch: createRouter(createQueueDesk(core), () => (desk ??= loadRest()), core.ports, {
      onUnfit,
      isReadOnly: core.offline.isOver,
    }),
    async rest() {
      await settling
      await sync?.stop()
      await Promise.all([...workers, housekeeping, watch, forgetting].map((worker) => worker.rest()))
    },
    markClosed: () => {
      // A disk that did not take the log into the database leaves it there, and it is this profile's: no proper end.
      if (mark === null || hasLog(join(paths.profile, PLACES.database))) return
      writeMark(join(paths.profile, PLACES.mark), { ...mark, isClosed: true })
    },
  }
}

/** Nobody waits for a message: what looks after them is loaded when the window has its rows. */
function openWatchLater(core: Core, settled: () => Promise<unknown>): Worker {
  let watch: Worker | null = null
  const opening = createWorker('opening the watch', core.ports.log, async () => {
    await settled()
    const { createNoticeWatch } = await import('./notices/noticeWatch.ts')
    if (!core.ending.aborted) watch = createNoticeWatch(core)
  })
  whileOpen(core, WATCH_MS, opening.kick)
  return {
    kick: () => watch?.kick(),
    async rest() {
      await opening.rest()
      await watch?.rest()
    },
  }
}

/** Every claim comes from the hub again and is checked again; until then what is here stays. */
function readAnew({ store, ports }: Core): void {
  ports.log({ level: 'warn', event: 'what is stored does not fit: everything is read anew' })
  store.write((s) => {
    removeValue(s, 'feed_link')
    forgetReports(s)
  })
}

const NOTHING_OPEN: Desk = { methods: {}, handlers: {} }

async function loadDesk(core: Core, sync: SyncLoop, checks: ChecksAtDesk): Promise<Desk> {
  const { createDesk } = await import('./handlers.ts')
  return createDesk(core, sync, checks)
}
