import { randomUUID } from 'node:crypto'
import { listClaims } from '../../../src-main/store/queueRepo.ts'
import { COUNTED } from '../../../src-main/store/queuePick.ts'
import type { Core } from '../../../src-main/workstation/core.ts'
import { askerOf, createQueueDesk } from '../../../src-main/workstation/queueHandlers.ts'
import { createRouter } from '../../../src-main/workstation/router.ts'
import { openBenchCore } from '../measure/benchCore.ts'
import { millionProfile } from '../measure/millionProfile.ts'
import { type Bench, compare } from '../measure/row.ts'

const ROWS = 100

/** What people look for, from three claims of a million to more than half of them; each with what it must find at least, as far as it is counted. */
const CLASSES: Readonly<Record<string, { readonly text: string; readonly atLeast: number }>> = {
  rare: { text: 'quillfeather', atLeast: 3 },
  common: { text: 'microsoft', atLeast: 400_000 },
  prefix: { text: 'micro', atLeast: 400_000 },
  phrase: { text: '"microsoft teams"', atLeast: 200_000 },
  and: { text: 'teams AND northgate', atLeast: 10_000 },
  not: { text: 'teams NOT rollout', atLeast: 100_000 },
  partner: { text: 'partner:fernhill', atLeast: 200_000 },
  customer: { text: 'customer:"northgate assurance"', atLeast: 10_000 },
  cjk: { text: '株式会社東雲', atLeast: 1000 },
  diacritics: { text: 'sohne', atLeast: 100_000 },
  number: { text: '1000423', atLeast: 1 },
  'two common': { text: 'microsoft rollout', atLeast: 100_000 },
  'beside a status': { text: 'microsoft status:open', atLeast: 400_000 },
}

/** Columns that name a claim: what the search looks through, and what a scan has to look through. */
const SCAN = `select count(*) from claims where ${[
  'claim_id',
  'claim_name',
  'customer_name',
  'partner_name',
  'item_names',
]
  .map((column) => `${column} like @wanted`)
  .join(' or ')}`

export const search: Bench = {
  id: 'search',
  async run({ root, say }) {
    const { core, close } = openBenchCore(root, millionProfile(root, say))
    try {
      return await compare(
        {
          id: 'search',
          what: 'the slowest of 13 kinds of search over 1,000,000 claims: total up to 10,000 and first 100 rows through the repository',
          baseline: "LIKE '%…%' over the same columns of the same file, counting alone",
          must: 0.1,
          aim: 0.03,
          rounds: 7,
          ours: () => Promise.resolve(slowestClass(core, say)),
          theirs: () => Promise.resolve(scan(core)),
        },
        say,
      )
    } finally {
      close()
    }
  },
}

function slowestClass(core: Core, say: (line: string) => void): number {
  const times = Object.entries(CLASSES).map(([name, { text, atLeast }]) => {
    const startedAt = performance.now()
    const found = core.store.read((store) =>
      listClaims(store, { text }, askerOf(core), { offset: 0, limit: ROWS }),
    )
    const took = performance.now() - startedAt
    if (found.total < Math.min(atLeast, COUNTED)) throw new Error(`${name} found ${found.total} claims.`)
    return { name, took }
  })
  say(`    ${times.map(({ name, took }) => `${name} ${took.toFixed(1)}`).join(', ')} ms`)
  return Math.max(...times.map(({ took }) => took))
}

function scan(core: Core): number {
  return core.store.read(({ sqlite }) => {
    const startedAt = performance.now()
    const found = sqlite.prepare(SCAN).pluck().get({ wanted: '%quillfeather%' })
    if (found !== 3) throw new Error(`The scan found ${String(found)} claims.`)
    return performance.now() - startedAt
  })
}

const WANTED = '"batch 13"'
/** The same hits with the same cut-outs, in the same order, as a bare program would ask for them. */
const BARE = `select claims.*, snippet(texts_search, -1, '<', '>', '…', 14) as snippet
  from texts_search join search_texts on text_key = texts_search.rowid join claims using (claim_key)
  where texts_search match ? order by due_sort, claim_id limit ${ROWS}`
const ALLOWED_MS = 1

export const searchTrip: Bench = {
  id: 'search-trip',
  async run({ root, say }) {
    const { core, close } = openBenchCore(root, millionProfile(root, say))
    const none = { methods: {}, handlers: {} }
    const dispatch = createRouter(createQueueDesk(core), () => Promise.resolve(none), {
      log: () => undefined,
      uuid: () => randomUUID(),
    })
    try {
      return await compare(
        {
          id: 'search-trip',
          what: `a phrase of comments through the router, ${ROWS} rows with cut-outs of 1,000,000 claims, ${ALLOWED_MS} ms taken off`,
          baseline: 'the bare statement for the same rows',
          must: 2,
          aim: 1.3,
          rounds: 15,
          ours: async () => {
            const startedAt = performance.now()
            const reply = await dispatch('claims.list', { filter: { text: WANTED }, offset: 0, limit: ROWS })
            const took = performance.now() - startedAt
            if (!reply.ok || !JSON.stringify(reply.value).includes('"isMatch":true'))
              throw new Error('The search found no place.')
            return Math.max(0, took - ALLOWED_MS)
          },
          theirs: () =>
            Promise.resolve(
              core.store.read(({ sqlite }) => {
                const startedAt = performance.now()
                const rows = sqlite.prepare(BARE).all(WANTED)
                if (rows.length !== ROWS) throw new Error(`The statement found ${rows.length} rows.`)
                return performance.now() - startedAt
              }),
            ),
        },
        say,
      )
    } finally {
      close()
    }
  },
}
