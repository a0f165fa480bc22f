import { mkdtemp, rm } from 'node:fs/promises'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { chancesOf } from '../../src-main/hub/demo/traffic/chances.ts'
import { bareDatabase } from '../builders/profileKey.ts'
import { pageNumber } from './station/endlessFeed.ts'
import { childOf, type Session } from './station/sessions.ts'

const KILLS = 25
const SEED = 20_261_123
/** The kill comes after so many pages at most, and then so much later at most: anywhere in the one that follows. */
const MOST_PAGES = 30
const LATEST_MS = 10

let profile = ''
beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'feed-kill-'))
})
afterAll(() => rm(profile, { recursive: true, force: true }))

interface Standing {
  /** The page that would be asked for next. */
  readonly next: number
  /** Of which pages rows are there. */
  readonly pages: readonly number[]
  readonly applied: number
}

/** What the kill left, before any start could mend it. */
function standing(): Standing {
  const sqlite = bareDatabase(join(profile, 'workstation.db'))
  try {
    const link = sqlite.prepare("select value from profile where name = 'feed_link'").pluck().get()
    const pages = sqlite
      .prepare('select distinct revision from claims order by revision')
      .pluck()
      .all()
      .map(Number)
    const applied = sqlite.prepare("select count(*) from audit where act = 'feed page applied'").pluck().get()
    return { next: typeof link === 'string' ? pageNumber(link) : 1, pages, applied: Number(applied) }
  } finally {
    sqlite.close()
  }
}

async function killedAfter(session: Session, pages: number, ms: number): Promise<void> {
  let heard = 0
  session.stdout.on('data', (chunk: Buffer) => {
    const before = heard
    heard += chunk.toString().split('\n').length - 1
    if (before < pages && heard >= pages) setTimeout(() => session.kill('SIGKILL'), ms)
  })
  const [code, signal] = (await once(session, 'exit')) as [number | null, string | null]
  expect([code, signal], `seed ${SEED}`).toEqual([null, 'SIGKILL'])
}

it('a workstation that is killed while it reads the feed stands where the rows are that came: no page is skipped or half there', async () => {
  const read = await childOf(resolve(import.meta.dirname, '../..'), 'feedReader')
  const chances = chancesOf(SEED)
  let before = 0
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const pages = 2 + Math.floor(chances.share('pages', kill) * MOST_PAGES)
    await killedAfter(read({ profile }), pages, chances.share('moment', kill) * LATEST_MS)
    const { next, pages: there, applied } = standing()
    expect(there, `kill ${kill} of seed ${SEED}`).toEqual([next - 1])
    // Each page was applied once, and none again: the link moved with it.
    expect(applied, `kill ${kill} of seed ${SEED}`).toBe(next - 1)
    expect(next).toBeGreaterThan(before)
    before = next
  }
}, 600_000)
