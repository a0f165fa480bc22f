import { randomUUID } from 'node:crypto'
import { currentEpoch } from '../feed/beginEpoch.ts'
import { noteWritten } from '../audit/pendingSeals.ts'
import type { Log } from '../log.ts'
import type { Db } from '../store/database.ts'
import { HUB_TENANT } from '../store/hubTenant.ts'
import { listHeads, oldestRunning } from '../store/auditHeads.ts'
import { SNAPSHOT, transact } from '../store/transact.ts'
import {
  type Anchor,
  anchorFrom,
  type AnchorPosition,
  bytesOf,
  type Head,
  isSound,
  makeAnchor,
} from './anchor.ts'
import type { AnchorPlace } from './anchorPlace.ts'

export interface AnchorPorts {
  readonly db: Db
  readonly place: AnchorPlace
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly log: Log
}

export const ANCHOR_EVERY_MS = 5 * 60_000
/** Some three megabytes. The first anchors of a hub that has many claims are several. */
const HEADS_AT_ONCE = 20_000

/** Which chain of the hub's own says which anchors there are: one that is taken away is missed. */
export const ANCHOR_CHAIN = { tenantId: HUB_TENANT, subject: 'hub', subjectId: 'anchors' } as const

/**
 * Anchors what grew since the last anchor, where that is old enough. Several hubs that share a place take turns by themselves: each goes on
 * from the last anchor that is there, and a number is given once.
 * @param options.isLast whatever grew, however young the last anchor is.
 * @param options.most heads of one anchor.
 * @returns how many anchors were written.
 */
export async function takeAnchors(
  ports: AnchorPorts,
  { isLast = false, most = HEADS_AT_ONCE }: { readonly isLast?: boolean; readonly most?: number } = {},
): Promise<number> {
  let last = await lastOf(ports)
  if (!isLast && last.at !== null && ports.now() - last.at < ANCHOR_EVERY_MS) return 0
  for (let written = 0; ; written += 1) {
    const grown = await grownSince(ports.db, last.anchor?.position ?? null, most)
    // That anchors were taken is no news by itself.
    if (!grown.heads.some(([, subject]) => subject !== 'hub') && grown.position.after === null) return written
    const anchor = makeAnchor({
      series: last.anchor?.series ?? randomUUID(),
      number: last.number + 1,
      at: new Date(ports.now()).toISOString(),
      previous: last.anchor?.hash ?? null,
      ...grown,
    })
    if (!(await ports.place.writeNew(anchor.number, bytesOf(anchor)))) return written
    await noteAnchor(ports.db, anchor)
    if (anchor.position.after === null) return written + 1
    last = { number: anchor.number, at: ports.now(), anchor }
  }
}

interface Last {
  readonly number: number
  /** Epoch milliseconds; null = none was taken yet. */
  readonly at: number | null
  /** Null also where the last one cannot be read: a new series begins behind it. */
  readonly anchor: Anchor | null
}

async function lastOf({ place, log }: AnchorPorts): Promise<Last> {
  const number = (await place.numbers()).at(-1)
  if (number === undefined) return { number: 0, at: null, anchor: null }
  const bytes = await place.read(number)
  const anchor = bytes === null ? null : anchorFrom(bytes)
  if (anchor !== null && isSound(anchor) && anchor.number === number)
    return { number, at: Date.parse(anchor.at), anchor }
  log({ level: 'error', event: 'the last anchor is damaged: a new series begins', facts: { number } })
  return { number, at: null, anchor: null }
}

/** What is in no anchor yet. A transaction that is still running lies ahead of the position, so that nothing is passed over. */
function grownSince(
  db: Db,
  last: AnchorPosition | null,
  most: number,
): Promise<{ readonly heads: Head[]; readonly position: AnchorPosition }> {
  return transact(
    db,
    async (tx) => {
      const epoch = await currentEpoch(tx)
      const known = last?.epoch === epoch ? last : null
      const isGoingOn = known !== null && known.after !== null
      const from = isGoingOn ? known.from : (known?.upTo ?? null)
      const upTo = isGoingOn ? known.upTo : await oldestRunning(tx)
      const heads = await listHeads(tx, { from, upTo, after: isGoingOn ? known.after : null }, most)
      const end = heads.length < most ? undefined : heads.at(-1)
      const after: AnchorPosition['after'] = end === undefined ? null : [end[0], end[1], end[2]]
      return { heads, position: { epoch, from, upTo, after } }
    },
    SNAPSHOT,
  )
}

function noteAnchor(db: Db, { series, number, hash }: Anchor): Promise<void> {
  return transact(db, (tx) => {
    noteWritten(tx, ANCHOR_CHAIN, { said: { anchor: { series, number, hash } } })
    return Promise.resolve()
  })
}
