import type { Handlers, Input, Output } from '../../../src-preload/contract/index.ts'
import type { team } from '../../../src-preload/contract/team.ts'
import { mayLead } from '../../domain/claim/roles.ts'
import { findValue } from '../../store/profileRepo.ts'
import { appendAudit } from '../../store/auditRepo.ts'
import { listNamed } from '../../store/teamRepo.ts'
import { z } from 'zod'
import type { Core } from '../core.ts'
import { listMessages, readMessages } from '../notices/messages.ts'
import { askingAs } from '../sync/asking.ts'
import { fetchWorkstations, sendCapacity } from '../sync/hubTeam.ts'
import { HubUnavailable } from '../sync/hubUnavailable.ts'
import type { SyncLoop } from '../sync/syncLoop.ts'
import { learnRooms } from '../sync/teamNews.ts'
import { actOnTeam, planTeamAct } from './actOnTeam.ts'
import { backTestTeam, balanceTeam, forecastTeam } from './forecastTeam.ts'
import { loadOfTeam } from './loadOfTeam.ts'

/** What a team lead sees of the team and does about it, and what everybody is told. */
export function createTeamHandlers(
  core: Core,
  sync: Pick<SyncLoop, 'kick'>,
): Pick<Handlers, keyof typeof team> {
  return {
    'team.forecast': (input) => forecastTeam(core, input),
    'team.backTest': (input) => backTestTeam(core, input),
    'team.load': () => loadOfTeam(core),
    'team.setRoom': (input) => setRoom(core, input),
    'team.balance': (input) => balanceTeam(core, input),
    'team.plan': (input) => planTeamAct(core, input),
    'team.act': (input) => {
      const done = actOnTeam(core, input)
      sync.kick()
      return done
    },
    'team.stations': () => stationsOf(core),
    'notices.list': () => listMessages(core),
    'notices.read': ({ upTo }) => readMessages(core, upTo),
  }
}

const OFFLINE = { outcome: 'offline' } as const
const MAY_NOT = { outcome: 'role_may_not' } as const

/** Whether the hub can be asked, and by somebody who may. */
function hindrance({ session, ports }: Core): typeof OFFLINE | typeof MAY_NOT | null {
  if (!mayLead(session.user().role)) return MAY_NOT
  return ports.hub.state() === 'ready' ? null : OFFLINE
}

async function unlessAway<T>(ask: () => Promise<T>): Promise<T | typeof OFFLINE> {
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof HubUnavailable)) throw error
    return OFFLINE
  }
}

async function setRoom(
  core: Core,
  { userId, revision, room }: Input<'team.setRoom'>,
): Promise<Output<'team.setRoom'>> {
  const hindered = hindrance(core)
  if (hindered !== null) return hindered
  return unlessAway(async () => {
    const answer = await sendCapacity(askingAs(core), userId, { revision, room })
    if (answer === null) return MAY_NOT
    if (answer.outcome === 'kept')
      core.store.write((store) => {
        const { userId: actor } = core.session.user()
        const at = core.ports.clock.now()
        const facts = { of: userId, revision: answer.revision }
        appendAudit(store, { at, actor, act: 'capacity set', claimId: null, facts })
      })
    await learnRooms(core)
    return { outcome: answer.outcome }
  })
}

async function stationsOf(core: Core): Promise<Output<'team.stations'>> {
  const hindered = hindrance(core)
  if (hindered !== null) return hindered
  return unlessAway(async () => {
    const found = await fetchWorkstations(askingAs(core))
    if (found === null) return MAY_NOT
    return core.store.read((store) => {
      const own = findValue(store, 'client_id', z.uuid())
      const names = listNamed(
        store,
        found.flatMap(({ decidedClaims }) => decidedClaims),
      )
      const stations = found.map(({ decidedClaims, ...station }) => ({
        ...station,
        decided: decidedClaims.map((claimId) => {
          return { claimId, claimName: names.get(claimId)?.claimName ?? claimId }
        }),
        isThisOne: station.clientId === own,
      }))
      return { outcome: 'stations', stations }
    })
  })
}
