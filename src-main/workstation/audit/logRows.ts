import type { LogFilter, LogRow } from '../../../src-preload/contract/audit.ts'
import { ClaimId, type UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { toInstant } from '../../store/instants.ts'
import {
  countActs,
  countHistory,
  listActors,
  listActs,
  listHistory,
  type LoggedAct,
  type LoggedHistory,
  type LogPage,
  type LogWish,
} from '../../store/logRepo.ts'
import type { Core } from '../core.ts'

const DAY_MS = 86_400_000
const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

function wishOf({ person, claimId, from, to, text }: LogFilter): LogWish {
  return {
    person: orNull(person),
    claimId: orNull(claimId),
    from: from === null ? null : Date.parse(from),
    until: to === null ? null : Date.parse(to) + DAY_MS,
    text: orNull(text),
  }
}

export function countLog({ store }: Core, filter: LogFilter): number {
  const wish = wishOf(filter)
  return store.read((s) =>
    filter.source === 'hub' ? countHistory(s, wish) : countActs(s, { ...wish, group: filter.group }),
  )
}

/** The youngest first. */
export function pageOfLog(core: Core, filter: LogFilter, page: LogPage): LogRow[] {
  const wish = wishOf(filter)
  if (filter.source === 'hub') return core.store.read((s) => listHistory(s, wish, page)).map(historyRow)
  const names = namesOf(core)
  return core.store
    .read((s) => listActs(s, { ...wish, group: filter.group }, page))
    .map((act) => actRow(act, names))
}

const namesOf = ({ session }: Core): ReadonlyMap<UserId, string> =>
  new Map(
    [...session.people(), ...session.colleagues(), session.user()].map(({ userId, name }) => [userId, name]),
  )

/** Who is in the log and of whom the hub does not speak any more has their id for a name. */
export function peopleOfLog(core: Core): { userId: UserId; name: string }[] {
  const names = namesOf(core)
  return core.store.read(listActors).map((userId) => ({ userId, name: names.get(userId) ?? userId }))
}

function actRow(
  { entry, at, actor, act, claimId, claimName, facts }: LoggedAct,
  names: ReadonlyMap<UserId, string>,
): LogRow {
  return {
    key: `here ${entry}`,
    at: toInstant(at),
    userId: actor,
    name: names.get(actor) ?? actor,
    side: null,
    act,
    claimId,
    claimName,
    facts: Object.entries(facts)
      .filter(([, value]) => value !== null && value !== '')
      .map(([name, value]) => ({ name, value: typeof value === 'string' ? value : JSON.stringify(value) })),
  }
}

function historyRow({
  entryId,
  at,
  side,
  kind,
  actorName,
  claimId,
  claimName,
  detail,
  toState,
}: LoggedHistory): LogRow {
  return {
    key: `hub ${claimId} ${entryId}`,
    at: toInstant(at),
    userId: null,
    name: actorName,
    side,
    act: kind,
    claimId: ClaimId.parse(claimId),
    claimName,
    facts: [
      ...(toState === null ? [] : [{ name: 'state', value: toState }]),
      ...(detail === null ? [] : [{ name: 'detail', value: detail }]),
    ],
  }
}
