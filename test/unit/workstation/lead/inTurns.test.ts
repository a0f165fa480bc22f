import { expect, it } from 'vitest'
import { withRests } from '../../../../src-main/workstation/lead/inTurns.ts'
import { LEAD_TILES } from '../../../../src-preload/contract/vocabulary/leadWords.ts'
import { aCalendar } from '../../../builders/calendar.ts'
import { aClaimRecord } from '../../../builders/claimRecord.ts'
import { aLeadDesk, fill } from '../../../builders/leadTeam.ts'
import { aStore } from '../../../builders/store.ts'
import { createManualClock } from '../../../fakes/manualClock.ts'

const turn = () => new Promise((resolve) => setImmediate(resolve))

it('a board is read a figure at a time: whoever else wants something gets their turn after each', async () => {
  const store = aStore()
  fill(store, [aClaimRecord()], aCalendar())
  const { desk } = aLeadDesk(store)
  const others = { turns: 0, isOver: false }
  const takeTurns = () => {
    others.turns += 1
    if (!others.isOver) setImmediate(takeTurns)
  }
  takeTurns()
  expect(await desk['lead.board']({ asOf: null })).toMatchObject({ outcome: 'shown' })
  others.isOver = true
  expect(others.turns).toBeGreaterThan(LEAD_TILES.length)
})

it('a board that takes long leaves others as long for themselves before it is read again, one that takes no time does not', async () => {
  const clock = createManualClock()
  const read: string[] = []
  const board = withRests(clock, async (asked: { name: string; takes: number }) => {
    read.push(asked.name)
    clock.advance(asked.takes)
  })
  await board({ name: 'quick', takes: 0 })
  await board({ name: 'slow', takes: 300 })
  const next = board({ name: 'next', takes: 0 })
  clock.advance(299)
  await turn()
  expect(read).toEqual(['quick', 'slow'])
  clock.advance(1)
  await next
  expect(read).toEqual(['quick', 'slow', 'next'])
})
