import type { Output } from '../../../src-preload/contract/index.ts'
import type { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { isAbsent, teamPace } from '../../domain/forecast/pace.ts'
import { toInstant } from '../../store/instants.ts'
import { listRaised } from '../../store/teamRepo.ts'
import type { Core } from '../core.ts'
import { ANY_TIME, colleaguesOf, dayNow, memberOf, teamAtWork } from './teamAtWork.ts'

/** What each reviewer holds of what waits for one, against how much they take on. */
export function loadOfTeam(core: Core): Output<'team.load'> {
  return core.store.read((store) => {
    const team = teamAtWork(core, store)
    const work = team?.workUntil(ANY_TIME) ?? []
    const held = new Map<UserId | null, number>()
    for (const { heldBy } of work) held.set(heldBy, (held.get(heldBy) ?? 0) + 1)
    const colleagues = team?.colleagues ?? colleaguesOf(core, store)
    const members = colleagues.map(memberOf)
    const paces = team === null ? [] : teamPace(members, team.decisions, team.calendar, team.now).paces
    const people = [core.session.user(), ...core.session.colleagues()]
    return {
      people: colleagues.map(({ user, room, revision }, at) => ({
        user,
        room,
        revision,
        held: held.get(user.userId) ?? 0,
        perDay: paces[at]?.perDay ?? 0,
        basis: paces[at]?.basis ?? 'team',
        isAway: team !== null && isAbsent(room, dayNow(team)),
      })),
      free: held.get(null) ?? 0,
      raised: listRaised(store).map(({ escalation: { at, byUserId, reason }, ...claim }) => {
        const byName = people.find(({ userId }) => userId === byUserId)?.name ?? byUserId
        return { ...claim, at: toInstant(Date.parse(at)), byName, reason }
      }),
    }
  })
}
