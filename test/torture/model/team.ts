import { createHash } from 'node:crypto'
import type { Acknowledged } from '../wire/acts.ts'
import { differencesFrom, wrongOfAudit, wrongsOf, EVERY_CLAIM } from '../wire/oracle.ts'
import type { TortureStation } from '../wire/tortureStation.ts'
import type { TortureWorld } from '../wire/tortureWorld.ts'
import { anEntry, at, type ClaimWish } from '../../builders/hub/hubClaim.ts'
import { partnerSide, statedClaim } from '../../builders/hub/partnerSide.ts'

/** What the model knows: who runs, who has a line. What was acknowledged stands beside it, as only the real thing can say it. */
export interface TeamModel {
  readonly stations: { isRunning: boolean; isOnline: boolean }[]
}

/** Three people at one hub, and everything that they were told is safe. */
export interface Team {
  readonly world: TortureWorld
  readonly stations: readonly TortureStation[]
  readonly acknowledged: Acknowledged[]
  readonly undone: Set<string>
  readonly settled: Set<string>
}

export const PEOPLE = ['reviewer', 'reviewer-2', 'team_lead'] as const
export const CLAIMS = ['T-1', 'T-2', 'T-3', 'T-4', 'T-5', 'T-6', 'T-7', 'T-8'] as const
/** Once all lines are good, everything is sent and everybody sees the same within this (trust.md Y8). */
const DRAINED_WITHIN_MS = 60_000

/** The first three want the same thing of the same customer; the last two are the partner's to go on with. */
const WISHES: readonly ClaimWish[] = [
  { claimId: 'T-1' },
  { claimId: 'T-2', state: 'submitted', subState: 'queued' },
  { claimId: 'T-3', documents: ['proof', 'another proof'] },
  { claimId: 'T-4', products: ['m365.intune'] },
  { claimId: 'T-5', products: ['m365.exchange'], state: 'submitted', subState: 'queued' },
  {
    claimId: 'T-6',
    products: ['m365.sharepoint'],
    state: 'rejected',
    subState: 'disputable',
    history: [
      anEntry({
        at: at(-26),
        side: 'partner',
        kind: 'submitted',
        fromState: 'editing',
        toState: 'submitted',
      }),
      anEntry({ at: at(-2), fromState: 'submitted', toState: 'under_review' }),
      anEntry({ at: at(-1), kind: 'rejected', fromState: 'under_review', toState: 'rejected' }),
    ],
  },
]

/** Random UUIDs that a seed draws. */
function uuidsOf(...words: readonly (string | number)[]): () => string {
  let drawn = 0
  return () => {
    drawn += 1
    const hex = createHash('sha256')
      .update(JSON.stringify([...words, drawn]))
      .digest('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  }
}

/** Everybody has the queue before them. */
export async function gatherTeam(
  world: TortureWorld,
  seed: number,
): Promise<{ model: TeamModel; team: Team }> {
  await world.hub.putClaims(WISHES)
  const partners = partnerSide(world.hub.hub)
  await partners.submitted(statedClaim({ items: [{ productId: 'm365.teams' }] }), 'T-7')
  await partners.submitted(statedClaim({ items: [{ productId: 'm365.intune' }] }), 'T-8')
  const stations = PEOPLE.map((user) => world.station(user, uuidsOf(seed, user)))
  for (const station of stations) await station.start()
  const team: Team = { world, stations, acknowledged: [], undone: new Set(), settled: new Set() }
  const isReady = async () => (await differences(team)).length === 0 && (await areChecked(team))
  if ((await world.until(DRAINED_WITHIN_MS, isReady)) === null)
    throw new Error(`The team could not begin: ${(await differences(team)).join('; ')}`)
  return { model: { stations: stations.map(() => ({ isRunning: true, isOnline: true })) }, team }
}

/** Nobody may approve what has not been checked. */
async function areChecked({ stations }: Team): Promise<boolean> {
  for (const station of stations) {
    const { rows } = await station.call('claims.list', {
      filter: EVERY_CLAIM,
      offset: 0,
      limit: 50,
    })
    if (rows.some(({ verdicts }) => verdicts.dates === null)) return false
  }
  return true
}

async function differences({ world, stations }: Team): Promise<string[]> {
  for (const station of stations) {
    const found = await differencesFrom(world.hub, station)
    if (found.length > 0) return found.map((one) => `${station.user}: ${one}`)
  }
  return []
}

/** Heals every line, starts whoever does not run, and says what is wrong then; empty = all that was promised was kept. */
export async function wrongsAtTheEnd(
  team: Team,
  root: string,
): Promise<{ wrongs: string[]; drainedMs: number | null }> {
  const { world, stations, acknowledged } = team
  world.proxy.heal()
  for (const station of stations) {
    station.setOnline(true)
    if (!station.isRunning()) await station.start()
    await station.call('sync.now', {})
  }
  const drainedMs = await world.until(DRAINED_WITHIN_MS, async () => (await differences(team)).length === 0)
  const wrongs =
    drainedMs === null
      ? (await differences(team)).map((one) => `not the same after 60 s: ${one}`)
      : await wrongsOf(world.hub, acknowledged, team)
  wrongs.push(...world.sequences.wrongs())
  for (const station of stations) await world.during(station.stop())
  return { wrongs: [...wrongs, ...stations.flatMap((station) => wrongOfAudit(station, root))], drainedMs }
}
