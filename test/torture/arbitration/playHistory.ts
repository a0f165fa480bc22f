import { claimIdOf, claimsOf } from './cast.ts'
import { type Did, isApplied, type LeadsDecision, wordsOf } from './did.ts'
import type { History, Moment } from './history.ts'
import type { Say } from './leads.ts'
import { createOracle } from './oracle.ts'
import type { Stage } from './stage.ts'
import { play } from './steps.ts'
import { viewOf } from './view.ts'

/** What came of a history. */
export interface Played {
  readonly dids: readonly Did[]
  /** What was wrong after the last moment that was played; empty = nothing ever was. */
  readonly wrongs: readonly string[]
  /** What happened, moment by moment, for a person. */
  readonly told: readonly string[]
}

/** Plays a history to its end, or to the first moment after which something is wrong. */
export async function playHistory(stage: Stage, { parties, isPrepared, moments }: History): Promise<Played> {
  await stage.begin(parties)
  const oracle = createOracle()
  const bag: LeadsDecision[] = []
  const say = speaker(
    parties.map((_, partner) => claimIdOf(partner)),
    namesOf(parties),
  )
  const all: Did[] = []
  const told: string[] = []
  let view = await viewOf(stage.hub)
  let wrongs = oracle.judge(view, view, [])
  const preparing = view.cases.map((_, whom): Moment => [{ deed: 'prepare', whom, how: 1 }])
  for (const moment of [...(isPrepared ? preparing : []), ...moments]) {
    if (wrongs.length > 0) break
    await stage.wait(60_000, false)
    const playing = { stage, view, bag, say, isDropping: oracle.isDropping }
    const dids = (await Promise.all(moment.map((step) => play(playing, step)))).flat()
    told.push(`${moment.map(({ deed }) => deed).join(' & ')} → ${dids.map(wordsOf).join('; ')}`)
    const after = await viewOf(stage.hub)
    wrongs = oracle.judge(view, after, dids)
    all.push(...dids)
    view = after
  }
  return { dids: all, wrongs, told }
}

const namesOf = (parties: History['parties']): ReadonlyMap<string, string> =>
  new Map(claimsOf(parties).map(({ form }) => [form.claimId, form.partnerCompanyName]))

/** Every text has a number of its own. One in eleven names a rival, by its name or its claim. */
function speaker(claimIds: readonly string[], names: ReadonlyMap<string, string>): Say {
  let said = 0
  return (about, how) => {
    said += 1
    const text = `Point ${said} of what there is to say.`
    if (how % 11 !== 0) return text
    const rival = claimIds.filter((claimId) => claimId !== about)[how % (claimIds.length - 1)] ?? ''
    return `${text} Ask ${(how % 2 === 0 ? names.get(rival) : rival) ?? 'them'}.`
  }
}

/** How the decisions of leads ended, by reason. */
export function answersOf(dids: readonly Did[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const did of dids) {
    if (did.side === 'others' || did.of === null) continue
    const { answer } = did
    const name = isApplied(did) ? 'applied' : answer.outcome === 'conflict' ? answer.reason : 'other'
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}
