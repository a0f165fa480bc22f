import type { ClaimForm } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { OperationRequest } from '../../../src-main/hub/api/operations.ts'
import type { Chances } from '../../../src-main/hub/demo/traffic/chances.ts'
import type { HubPort } from '../../../src-main/workstation/ports.ts'
import { allMet, reject, requestInfo } from '../../builders/hub/hubClaim.ts'
import { createFeedReader, type Seen } from './feedReader.ts'
import { createLiveLine } from './liveLine.ts'
import { askForNext } from './nextClaim.ts'
import { patientHub } from './patientHub.ts'
import { createPusher } from './pusher.ts'
import type { Traffic } from './traffic.ts'

export interface LightWishes {
  readonly user: string
  readonly hub: HubPort
  readonly chances: Chances
  readonly traffic: Traffic
  /** Epoch milliseconds of the swarm's time. */
  readonly now: () => number
  /** Between two claims, on average. */
  readonly thinkMs: number
}

const POLL_MS = 4_000
/** Whoever is told of changes asks by itself only now and then. */
const LIVE_POLL_MS = 20_000

/** A workstation without a store: it reads the feed, takes claims, decides them and tells the hub, over the real wire. */
export function createLightStation({ user, hub, chances, traffic, now, thinkMs }: LightWishes) {
  const who = UserId.parse(user)
  const ending = new AbortController()
  const resting = new AbortController()
  const pause = pauseUntil(ending.signal)
  const pauseAtWork = pauseUntil(AbortSignal.any([ending.signal, resting.signal]))
  const feed = createFeedReader(patientHub(hub), who, traffic)
  const line = createLiveLine(hub, who, ending.signal)
  const pusher = createPusher({ hub, who, traffic, now, pause })
  const wrongs: string[] = []
  let drawn = 0
  const draw = () => chances.share(user, (drawn += 1))
  const reviewer = createReviewer({ hub, who, feed, pusher, draw, pause: pauseAtWork, thinkMs })

  async function follow(): Promise<void> {
    void line.listen().catch(() => undefined)
    while (!ending.signal.aborted) {
      const ms = (line.isLive() ? LIVE_POLL_MS : POLL_MS) * (0.8 + 0.4 * draw())
      await Promise.race([pause(ms), line.told()])
      line.heed()
      await feed.pull()
    }
  }
  async function decide(): Promise<void> {
    await pauseAtWork(thinkMs * draw())
    while (!resting.signal.aborted) {
      await reviewer.reviewOne()
      await pauseAtWork(thinkMs * (0.5 + draw()))
    }
  }
  const noteWrong = (error: unknown) =>
    void wrongs.push(`${user}: ${error instanceof Error ? error.message : 'unknown'}`)
  return {
    user,
    claims: feed.claims,
    sent: pusher.sent,
    wrongs,
    pull: feed.pull,
    /** Whether the hub ever told of changes by itself. */
    wasLive: line.wasLive,
    /** Whether the hub said which claim comes next. */
    hasNext: reviewer.hasNext,
    /** Reads and decides until told to stop. */
    async work(): Promise<void> {
      await Promise.all([follow().catch(noteWrong), decide().catch(noteWrong)])
    },
    /** Decides nothing more and goes on reading. */
    rest: () => resting.abort(),
    hasReadAll: () => traffic.hasAllIn((claimId) => feed.claims.get(claimId)?.revision ?? 0),
    stop() {
      resting.abort()
      ending.abort()
    },
  }
}
export type LightStation = ReturnType<typeof createLightStation>

/** Waits, and no longer once all is over. */
const pauseUntil =
  (ending: AbortSignal) =>
  (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const over = () => {
        clearTimeout(timer)
        ending.removeEventListener('abort', over)
        resolve()
      }
      const timer = setTimeout(over, ending.aborted ? 0 : ms)
      ending.addEventListener('abort', over)
    })

interface Desk {
  readonly hub: HubPort
  readonly who: UserId
  readonly feed: ReturnType<typeof createFeedReader>
  readonly pusher: ReturnType<typeof createPusher>
  readonly draw: () => number
  readonly pause: (ms: number) => Promise<void>
  readonly thinkMs: number
}

function createReviewer({ hub, who, feed, pusher, draw, pause, thinkMs }: Desk) {
  /** Undefined = not asked yet. */
  let hasNext: boolean | undefined
  const chooseOne = async (): Promise<Seen | null> => {
    const free = [...feed.claims.values()].filter(
      ({ state, assignedTo, form }) =>
        state === 'submitted' && (assignedTo?.until ?? null) === null && form.claimId.startsWith('T-'),
    )
    const claim = free[Math.floor(draw() * free.length)]
    if (claim === undefined) return null
    const taken = await pusher.push(claim, { kind: 'take' })
    return taken.outcome === 'applied' ? { ...claim, revision: taken.revision } : null
  }
  /** A claim that is this person's now; null = none was to be had. */
  const takeOne = async (): Promise<Seen | null> => {
    if (hasNext === false) return chooseOne()
    const next = await askForNext(patientHub(hub), who)
    hasNext = next !== 'unknown'
    if (next === 'unknown') return chooseOne()
    await feed.pull()
    return next === null ? null : (feed.claims.get(next) ?? null)
  }
  return {
    hasNext: () => hasNext === true,
    async reviewOne(): Promise<void> {
      const claim = await takeOne()
      if (claim === null) return
      let { revision } = claim
      if (claim.state === 'submitted') {
        const started = await pusher.push(claim, { kind: 'start_review' })
        if (started.outcome === 'conflict') return
        revision = started.revision
      }
      await pause(thinkMs * draw())
      await pusher.push({ ...claim, revision }, decisionOn(claim, draw()))
    },
  }
}

/** Every criterion counts as met, as a checker that finds nothing wrong has it. */
function decisionOn({ form }: Seen, share: number): OperationRequest['action'] {
  if (share >= 0.85) return reject()
  if (share >= 0.6) return requestInfo()
  return { kind: 'approve', verdicts: allMet({ form: form as ClaimForm }), reasons: [], comment: '' }
}
