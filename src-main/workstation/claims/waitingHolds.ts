import { z } from 'zod'
import { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { ROLES } from '../../../src-preload/contract/vocabulary/words.ts'
import type { WaitingHold } from '../../domain/assignment/shownAssignment.ts'
import type { SaidAct } from '../../store/answeredRepo.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { findValue } from '../../store/profileRepo.ts'

const HandOver = z.object({
  action: z.object({ toUserId: UserId, toName: z.string(), note: z.string() }),
})
const Team = z.object({ team: z.array(z.object({ userId: UserId, name: z.string(), role: z.enum(ROLES) })) })

/** Of what was said here, that which says who works on the claim, oldest first. */
export function waitingHolds(store: ReadStore, acts: readonly SaidAct[]): WaitingHold[] {
  return acts.flatMap((operation): WaitingHold[] => {
    const command = commandIn(operation)
    if (command === null) return []
    const { byUserId: userId, madeAt } = operation
    return [{ command, by: byOf(store, userId), madeAt }]
  })
}

function commandIn({ kind, content }: SaidAct): WaitingHold['command'] | null {
  if (kind === 'take' || kind === 'release' || kind === 'start_review') return { act: kind }
  if (kind !== 'hand_over') return null
  const said = HandOver.safeParse(content)
  return said.success ? { act: 'hand_over', ...said.data.action } : null
}

/** As the hub named the person last. Whom it never named has no more rights than anybody. */
function byOf(store: ReadStore, userId: UserId): WaitingHold['by'] {
  const known = findValue(store, 'people', Team)?.team ?? []
  return known.find((person) => person.userId === userId) ?? { userId, name: userId, role: 'reviewer' }
}
