import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import {
  Assignment,
  ClaimDocument,
  ClaimForm,
  PolicyVersion,
} from '../../../src-preload/contract/vocabulary/claimShape.ts'
import {
  ClaimId,
  Instant,
  OperationId,
  Revision,
  UserId,
} from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { CLAIM_STATES } from '../../../src-preload/contract/vocabulary/words.ts'
import { FeedPage, RemovedClaim } from '../../../src-main/hub/api/feed.ts'
import { OperationRequest, OperationResult } from '../../../src-main/hub/api/operations.ts'
import type { Chances } from '../../../src-main/hub/demo/traffic/chances.ts'
import type { HubPort } from '../../../src-main/workstation/ports.ts'
import { allMet, reject, requestInfo } from '../../builders/hub/hubClaim.ts'
import type { Traffic } from './traffic.ts'

/** Of a claim, what somebody needs who decides without looking. */
const Seen = z.object({
  form: ClaimForm.pick({ claimId: true, items: true }),
  revision: Revision,
  state: z.enum(CLAIM_STATES),
  policy: PolicyVersion,
  documents: z.array(ClaimDocument.pick({ sha256: true })),
  assignedTo: Assignment.nullable(),
})
type Seen = z.infer<typeof Seen>

const Next = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('taken'), claimId: ClaimId }),
  z.object({ outcome: z.literal('none') }),
])

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

export interface Sent {
  readonly request: OperationRequest
  readonly claimId: string
  readonly result: OperationResult
}

const POLL_MS = 4_000
const FIRST = '/v1.0/claims/delta?$top=250'

/** A workstation without a store: it reads the feed, takes claims, decides them and tells the hub, over the real wire. */
export function createLightStation({ user, hub, chances, traffic, now, thinkMs }: LightWishes) {
  const who = UserId.parse(user)
  const clientId = randomUUID()
  const claims = new Map<string, Seen>()
  const sent: Sent[] = []
  const wrongs: string[] = []
  const ending = new AbortController()
  let link = FIRST
  let sequence = 0
  let drawn = 0
  /** Undefined = not asked yet. */
  let hasNext: boolean | undefined
  let isLive = false
  let wasLive = false
  let wake = (): void => undefined

  const draw = () => chances.share(user, (drawn += 1))
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const over = () => {
        clearTimeout(timer)
        ending.signal.removeEventListener('abort', over)
        resolve()
      }
      const timer = setTimeout(over, ending.signal.aborted ? 0 : ms)
      ending.signal.addEventListener('abort', over)
    })

  async function pull(): Promise<void> {
    for (;;) {
      const answer = await hub.request(who, link)
      if (answer.status === 410) {
        link = FIRST
        continue
      }
      if (!answer.ok) throw new Error(`The feed answered ${answer.status}`)
      const page = FeedPage.parse(await answer.json())
      const at = Date.now()
      for (const item of page.value) learn(item, at)
      link = '@odata.deltaLink' in page ? page['@odata.deltaLink'] : page['@odata.nextLink']
      if ('@odata.deltaLink' in page) return
    }
  }
  function learn(item: unknown, at: number): void {
    const removed = RemovedClaim.safeParse(item)
    if (removed.success) return void claims.delete(removed.data.claimId)
    const claim = Seen.parse(item)
    const { claimId } = claim.form
    traffic.seen(claimId, claims.get(claimId)?.revision ?? 0, claim.revision, at)
    claims.set(claimId, claim)
  }

  /** Sent again until it is answered, as an outbox does. */
  async function push(claim: Seen, action: OperationRequest['action']): Promise<OperationResult> {
    sequence += 1
    const { claimId } = claim.form
    const request = OperationRequest.parse({
      operationId: OperationId.parse(randomUUID()),
      clientId,
      sequence,
      claimRevision: claim.revision,
      policy: claim.policy,
      documentHashes: claim.documents.map(({ sha256 }) => sha256).sort(),
      madeAt: Instant.parse(new Date(now()).toISOString()),
      action,
    })
    for (;;) {
      const from = performance.now()
      const answer = await hub
        .request(who, `/v1.0/claims/${claimId}/operations`, { method: 'POST', body: JSON.stringify(request) })
        .catch(() => null)
      if (answer?.ok) {
        const result = OperationResult.parse(await answer.json())
        traffic.pushed(performance.now() - from)
        if (result.outcome === 'applied') traffic.committed(claimId, result.revision, Date.now())
        sent.push({ request, claimId, result })
        return result
      }
      if (answer !== null && answer.status !== 429 && answer.status < 500)
        throw new Error(`An operation was answered ${answer.status}: ${await answer.text()}`)
      await pause(1_000)
    }
  }

  /** A claim that is this person's now; null = none was to be had. */
  async function takeOne(): Promise<Seen | null> {
    if (hasNext !== false) {
      const body = JSON.stringify({ requestId: randomUUID() })
      const answer = await hub.request(who, '/v1.0/assignments/next', { method: 'POST', body })
      hasNext = answer.status !== 404 && answer.status !== 405
      if (hasNext) {
        const next = Next.parse(await answer.json())
        await pull()
        return next.outcome === 'taken' ? (claims.get(next.claimId) ?? null) : null
      }
      await answer.body?.cancel()
    }
    const free = [...claims.values()].filter(
      ({ state, assignedTo, form }) =>
        state === 'submitted' && (assignedTo?.until ?? null) === null && form.claimId.startsWith('T-'),
    )
    const claim = free[Math.floor(draw() * free.length)]
    if (claim === undefined) return null
    const taken = await push(claim, { kind: 'take' })
    return taken.outcome === 'applied' ? { ...claim, revision: taken.revision } : null
  }

  async function reviewOne(): Promise<void> {
    const claim = await takeOne()
    if (claim === null) return
    const started =
      claim.state === 'submitted'
        ? await push(claim, { kind: 'start_review' })
        : ({ outcome: 'skipped' } as const)
    if (started.outcome === 'conflict') return
    await pause(thinkMs * draw())
    const revision = started.outcome === 'applied' ? started.revision : claim.revision
    const share = draw()
    const approval = { kind: 'approve' as const, verdicts: verdictsOf(claim), reasons: [], comment: '' }
    await push({ ...claim, revision }, share < 0.6 ? approval : share < 0.85 ? requestInfo() : reject())
  }

  async function listen(): Promise<void> {
    const answer = await hub.request(who, '/v1.0/claims/events', { signal: ending.signal })
    const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream') === true
    if (!answer.ok || !isStream || answer.body === null) return answer.body?.cancel()
    isLive = true
    wasLive = true
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
    for (let part = await reader.read(); !part.done; part = await reader.read())
      if (part.value.includes('event:')) wake()
  }
  async function follow(): Promise<void> {
    void listen()
      .catch(() => undefined)
      .finally(() => (isLive = false))
    while (!ending.signal.aborted) {
      await Promise.race([
        // Whoever is told of changes asks by itself only now and then.
        pause((isLive ? 5 : 1) * POLL_MS * (0.8 + 0.4 * draw())),
        new Promise<void>((resolve) => (wake = resolve)),
      ])
      await pull()
    }
  }
  const whole = (work: Promise<void>) =>
    work.catch(
      (error: unknown) => void wrongs.push(`${user}: ${error instanceof Error ? error.message : 'unknown'}`),
    )

  return {
    user,
    claims,
    sent,
    wrongs,
    pull,
    /** Whether the hub ever told of changes by itself. */
    wasLive: () => wasLive,
    hasNext: () => hasNext === true,
    /** Reads and decides until told to stop. */
    async work(): Promise<void> {
      const deciding = async () => {
        await pause(thinkMs * draw())
        while (!ending.signal.aborted) {
          await reviewOne()
          await pause(thinkMs * (0.5 + draw()))
        }
      }
      await Promise.all([whole(follow()), whole(deciding())])
    },
    stop: () => ending.abort(),
  }
}
export type LightStation = ReturnType<typeof createLightStation>

/** Every criterion as met, as a checker that finds nothing wrong has it. */
const verdictsOf = ({ form }: Seen) => allMet({ form: form as ClaimForm })
