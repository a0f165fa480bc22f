import { cpSync, mkdtempSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createLeadHandlers } from '../../../src-main/workstation/lead/leadHandlers.ts'
import type { Core } from '../../../src-main/workstation/core.ts'
import { applyPage } from '../../../src-main/workstation/sync/pull.ts'
import { tellOf } from '../../../src-main/workstation/sync/tellOf.ts'
import { latest } from '../../../src-renderer/stores/latest.ts'
import { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { openBenchCore } from '../measure/benchCore.ts'
import { MANY_CLAIMS } from '../measure/bigProfile.ts'
import { leadClaim, leadProfile } from '../measure/leadProfile.ts'
import type { feedPages } from '../measure/manyClaims.ts'
import { type Bench, compare } from '../measure/row.ts'

const NOW = Date.parse('2026-11-20T10:00:00Z')
const ROUNDS = 9
/** All of the profile once over, the unmeasured rounds among them. */
const PER_ROUND = MANY_CLAIMS / (ROUNDS + 1)
/** As many as the hub puts on one page. */
const PER_PAGE = 250

/** A lead looks at the board while the feed is read anew from its begin: each page changes it, so it is asked again and again. */
export const leadLive: Bench = {
  id: 'lead-live',
  async run({ root, say, scratch }) {
    const file = await leadProfile({ root, say, scratch }, NOW)
    const stationWith = (name: string) => {
      const profile = mkdtempSync(join(scratch, name))
      cpSync(dirname(file), profile, { recursive: true })
      return openBenchCore(root, profile)
    }
    const watched = stationWith('live-watched-')
    const alone = stationWith('live-alone-')
    const rounds = { watched: 0, alone: 0 }
    try {
      return await compare(
        {
          id: 'lead-live',
          what: `longest the main thread is held up while ${MANY_CLAIMS.toLocaleString('en')} claims are resynced and the board is looked at`,
          baseline: 'the same resync with nobody looking at the board',
          must: 2,
          aim: 1.3,
          rounds: ROUNDS,
          ours: () => whileLooking(watched.core, resyncPages((rounds.watched += 1) - 1), say),
          theirs: () => longestBlock(alone.core, resyncPages((rounds.alone += 1) - 1)),
        },
        say,
      )
    } finally {
      watched.close()
      alone.close()
    }
  },
}

/** What a round of the resync brings: another part of all claims, each with one more revision, as it comes off the wire. */
function resyncPages(round: number): ReturnType<typeof feedPages> {
  return Array.from({ length: PER_ROUND / PER_PAGE }, (_, page) => ({
    value: Array.from({ length: PER_PAGE }, (_entry, one) => {
      const claim = leadClaim(round * PER_ROUND + page * PER_PAGE + one, NOW)
      return JSON.parse(JSON.stringify({ ...claim, revision: claim.revision + 1 })) as unknown
    }),
    '@odata.nextLink': `round ${round}, page ${page + 1}`,
  }))
}

const clock: Core['ports']['clock'] = {
  now: () => NOW + performance.now(),
  elapsed: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

/** The board is asked for as the window does: with every change, one at a time. It also tells the past of what has changed. */
async function whileLooking(
  bare: Core,
  pages: ReturnType<typeof feedPages>,
  say: (line: string) => void,
): Promise<number> {
  const ending = new AbortController()
  const lead = { userId: UserId.parse('u-lead'), name: 'A lead', role: 'team_lead' } as const
  let boards = 0
  const core: Core = {
    ...bare,
    ports: { ...bare.ports, clock },
    session: { ...bare.session, user: () => lead },
    ending: ending.signal,
    emit: () => void look(),
  }
  const desk = createLeadHandlers(core)
  const look = latest(async () => {
    const answer = await desk['lead.board']({ asOf: null })
    if (answer.outcome !== 'shown') throw new Error('The board was not shown.')
    boards += 1
  })
  const longest = await longestBlock(core, pages)
  ending.abort()
  await look()
  if (boards === 0) throw new Error('Nobody looked at the board.')
  say(`  the board was read ${boards} times meanwhile`)
  return longest
}

async function longestBlock(core: Core, pages: ReturnType<typeof feedPages>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  for (const page of pages) {
    tellOf(core, applyPage(core, page, null))
    await new Promise((resolve) => setImmediate(resolve))
  }
  delay.disable()
  return delay.max / 1e6
}
