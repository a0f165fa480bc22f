import type * as fc from 'fast-check'
import { CONFLICT_CHOICES, OPERATION_KINDS } from '../../../src-preload/contract/vocabulary/words.ts'
import { ClaimId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { partnerSide } from '../../builders/hub/partnerSide.ts'
import { act } from '../wire/acts.ts'
import { FAULTS, faultName } from '../wire/fault.ts'
import { aCommandId } from '../wire/tortureStation.ts'
import { CLAIMS, PEOPLE, type Team, type TeamModel } from './team.ts'

export type TeamCommand = fc.AsyncCommand<TeamModel, Team>

/** A command that only somebody who runs can do. */
function by(who: number, name: string, run: (team: Team, model: TeamModel) => Promise<unknown>): TeamCommand {
  return {
    check: ({ stations }) => stations[who]?.isRunning === true,
    run: async (model, team) => void (await run(team, model)),
    toString: () => `${PEOPLE[who]} ${name}`,
  }
}

const around = (name: string, run: (team: Team) => Promise<unknown>): TeamCommand => ({
  check: () => true,
  run: async (_model, team) => void (await run(team)),
  toString: () => name,
})

const stationOf = ({ stations }: Team, who: number) => {
  const station = stations[who]
  if (station === undefined) throw new Error(`There is no workstation ${who}`)
  return station
}

/** One of the acts that are open on the claim, as the window shows it; one that is not, where none is. */
function doAct(who: number, claimId: string, dice: number, to: string): TeamCommand {
  let did = 'acts'
  const command = by(who, '', async (team) => {
    const station = stationOf(team, who)
    const detail = await station.call('claims.open', { claimId: ClaimId.parse(claimId) }).catch(() => null)
    const open = detail?.actions.filter(({ blocks }) => blocks.length === 0).map(({ action }) => action) ?? []
    const among = open.length > 0 ? open : OPERATION_KINDS
    const kind = among[dice % among.length] ?? 'comment'
    const acknowledged = await act(station, claimId, kind, to)
    did = acknowledged === null ? `may not ${kind}` : kind
    if (acknowledged !== null) team.acknowledged.push(acknowledged)
  })
  return { ...command, toString: () => `${PEOPLE[who]}: ${did} ${claimId}` }
}

const undo = (who: number): TeamCommand =>
  by(who, 'undoes', async (team) => {
    const station = stationOf(team, who)
    const { operations } = await station.call('sync.outbox', {})
    const held = operations.find(({ state }) => state === 'held')
    if (held === undefined) return
    const { outcome } = await station.call('sync.undo', { operationId: held.operationId })
    if (outcome === 'undone') team.undone.add(held.operationId)
  })

/** What a settled conflict sends again is a promise of its own, and the words are from then on its words. */
const settle = (who: number, choice: (typeof CONFLICT_CHOICES)[number]): TeamCommand =>
  by(who, `settles a conflict by ${choice}`, async (team) => {
    const station = stationOf(team, who)
    const { conflicts } = await station.call('sync.conflicts', {})
    const conflict = conflicts[0]
    if (conflict === undefined) return
    const toUserId = choice === 'hand_over' ? UserId.parse('reviewer-2') : null
    const waiting = async () => (await station.call('sync.outbox', {})).operations
    const before = new Set((await waiting()).map(({ operationId }) => operationId))
    const { outcome } = await station.call('sync.settleConflict', {
      operationId: conflict.operationId,
      commandId: aCommandId(),
      choice,
      toUserId,
    })
    if (outcome !== 'settled') return
    team.settled.add(conflict.operationId)
    const words = choice === 'send_again' ? takeWordsOf(team, conflict.operationId) : null
    for (const { operationId, claimId, kind } of await waiting())
      if (!before.has(operationId)) team.acknowledged.push({ operationId, claimId, kind, station, words })
  })

function takeWordsOf({ acknowledged }: Team, operationId: string): string | null {
  const at = acknowledged.findIndex((one) => one.operationId === operationId)
  const known = acknowledged[at]
  if (known === undefined) return null
  acknowledged[at] = { ...known, words: null }
  return known.words
}

/** What else a window asks: it must harm nothing, whether or not the hub can be reached. */
const ask = (who: number, claimId: string, what: 'takeNext' | 'working' | 'readiness'): TeamCommand =>
  by(who, `asks for ${what}`, async (team) => {
    const station = stationOf(team, who)
    if (what === 'readiness') return station.call('sync.readiness', {})
    // It asks the hub, and where the line hangs it is time that ends it.
    if (what === 'takeNext')
      return team.world.during(station.call('claims.takeNext', { commandId: aCommandId() }))
    return station.call('claims.working', { claimId: ClaimId.parse(claimId) }).catch(() => null)
  })

const setLine = (who: number, isUp: boolean): TeamCommand => ({
  check: ({ stations }) => stations[who]?.isRunning === true && stations[who].isOnline !== isUp,
  async run({ stations }, team) {
    const known = stations[who]
    if (known !== undefined) known.isOnline = isUp
    stationOf(team, who).setOnline(isUp)
  },
  toString: () => `${PEOPLE[who]} goes ${isUp ? 'online' : 'offline'}`,
})

/** `turns`: how far a round with the hub gets before the end. */
const end = (who: number, how: 'stop' | 'crash', turns: number): TeamCommand =>
  by(who, `${how === 'stop' ? 'closes' : 'crashes'} after ${turns} turns`, async (team, { stations }) => {
    const station = stationOf(team, who)
    const known = stations[who]
    if (known !== undefined) known.isRunning = false
    await station.call('sync.now', {})
    for (let turn = 0; turn < turns; turn += 1)
      await new Promise((resolve) => {
        setImmediate(resolve)
      })
    await team.world.during(station[how]())
  })

const start = (who: number): TeamCommand => ({
  check: ({ stations }) => stations[who]?.isRunning === false,
  async run({ stations }, team) {
    const known = stations[who]
    if (known !== undefined) known.isRunning = true
    await stationOf(team, who).start()
  },
  toString: () => `${PEOPLE[who]} opens`,
})

const PARTNER_ACTS = [
  'edit',
  'document',
  'comment',
  'resubmit',
  'ask',
  'disassociate',
  'decline',
  'dispute',
] as const

/** Some of it the hub refuses, as it should: what matters is that claims move under the reviewers. */
const partnerDoes = (claimId: string, what: (typeof PARTNER_ACTS)[number], text: string): TeamCommand =>
  around(`partner: ${what} ${claimId}`, async ({ world }) => {
    const partners = partnerSide(world.hub.hub)
    const claimRevision = (await world.hub.records()).get(claimId)?.revision
    if (claimRevision === undefined) return
    switch (what) {
      case 'edit':
        return partners.post(`/${claimId}/edit`, {
          claimRevision,
          changes: { customerContact: { name: text, title: 'CIO', email: 'carla@customer.example' } },
        })
      case 'document':
        return partners.addDocument(claimId, text)
      case 'comment':
        return partners.post(`/${claimId}/comments`, { text })
      case 'resubmit':
        return partners.post(`/${claimId}/resubmit`, { claimRevision })
      case 'ask':
        return partners.post(`/${claimId}/rejection-request`, {
          claimRevision,
          reason: 'NO_LONGER_ENGAGED',
          comment: text,
        })
      case 'disassociate':
        return partners.post(`/${claimId}/disassociate`, { claimRevision, reason: text })
      case 'decline':
        return partners.post(`/${claimId}/customer-answer`, { decision: 'declined', note: text })
      case 'dispute':
        return partners.dispute(claimId, { justification: text })
    }
  })

const timePasses = (ms: number): TeamCommand =>
  around(`${ms / 1000} s pass at once`, async ({ world }) => {
    world.clock.skip(ms)
    await world.hub.doClockActs()
  })

const lifeGoesOn = (ms: number): TeamCommand =>
  around(`${ms / 1000} s of life`, ({ world }) => world.live(ms))

const lineSpoils = (fault: (typeof FAULTS)[number], times: number): TeamCommand =>
  around(`${faultName(fault)} × ${times}`, ({ world }) => {
    let left = times
    world.proxy.plan = () => {
      left -= 1
      return left >= 0 ? fault : null
    }
    return Promise.resolve()
  })

const hubDoes = (what: 'restart' | 'beginNewEpoch'): TeamCommand =>
  around(what === 'restart' ? 'the hub starts anew' : 'the feed begins a new epoch', ({ world }) =>
    world.hub[what](),
  )

/** Everything that may happen, each as often as it should. */
export function teamCommands({ nat, constantFrom, tuple, integer }: typeof fc): fc.Arbitrary<TeamCommand>[] {
  const who = nat(PEOPLE.length - 1)
  const claim = constantFrom(...CLAIMS)
  const acts = tuple(who, claim, nat(5_000), constantFrom(...PEOPLE)).map((drawn) => doAct(...drawn))
  const partner = tuple(claim, constantFrom(...PARTNER_ACTS), integer({ min: 1, max: 9_999 })).map(
    ([claimId, what, number]) => partnerDoes(claimId, what, `Word ${number}`),
  )
  const life = integer({ min: 0, max: 12_000 }).map(lifeGoesOn)
  return [
    acts,
    acts,
    acts,
    acts,
    partner,
    life,
    life,
    who.map(undo),
    tuple(who, constantFrom(...CONFLICT_CHOICES)).map((drawn) => settle(...drawn)),
    tuple(who, claim, constantFrom('takeNext', 'working', 'readiness')).map((drawn) => ask(...drawn)),
    tuple(who, constantFrom(true, false)).map((drawn) => setLine(...drawn)),
    tuple(who, constantFrom('stop', 'crash'), nat(60)).map((drawn) => end(...drawn)),
    who.map(start),
    who.map(start),
    constantFrom(10_000, 31 * 60_000, 25 * 3_600_000, 4 * 86_400_000).map(timePasses),
    tuple(constantFrom(...FAULTS), integer({ min: 1, max: 6 })).map((drawn) => lineSpoils(...drawn)),
    constantFrom('restart', 'restart', 'beginNewEpoch').map(hubDoes),
  ]
}
