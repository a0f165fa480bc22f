import { expect, test, vi } from 'vitest'
import { UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { ROLES, type Role } from '../../../../src-preload/contract/vocabulary/words.ts'
import { createClient } from '../../../../src-renderer/bridge/client.ts'
import {
  createSessionStore,
  isTeamLeadOf,
  mayLookAgainOf,
} from '../../../../src-renderer/stores/sessionStore.ts'
import { createFakeCore, handlersOver } from '../../../fakes/renderer/fakeCore.ts'

const LEAD = UserId.parse('u-team-lead')

function setUp() {
  const core = createFakeCore(handlersOver([], () => undefined))
  const seen: string[] = []
  const store = createSessionStore(createClient(core.transport), {
    keepAll: async () => {
      await Promise.resolve()
      seen.push(...core.calls.map(({ method }) => method), 'all is kept')
    },
    beginAnew: vi.fn(() => void seen.push(...core.calls.map(({ method }) => method), 'begun anew')),
  })
  return { core, store, seen }
}

test('what one person wrote is kept in their name before another sits down, and the window begins anew', async () => {
  const { store, seen } = setUp()
  await store.getState().switchUser(LEAD)
  expect(seen).toEqual(['all is kept', 'session.switchUser', 'begun anew'])
})

test('a change that is refused leaves the window with whom it was', async () => {
  const { store, seen } = setUp()
  await expect(store.getState().switchUser(UserId.parse('u-nobody'))).rejects.toThrow()
  expect(seen).toEqual(['all is kept'])
})

test('nothing is anybody’s before it is known who works here; then decisions are looked at again by all but an auditor, and the team is led by its lead', async () => {
  const { store } = setUp()
  const mayWhat = () => [mayLookAgainOf(store.getState()), isTeamLeadOf(store.getState())]
  expect(mayWhat()).toEqual([false, false])
  await store.getState().load()
  const { session } = store.getState()
  if (session.status !== 'ready') throw new Error('Nobody works here')
  const as = (role: Role) => {
    const user = { ...session.value.user, role }
    store.setState({ session: { ...session, value: { ...session.value, user } } })
    return mayWhat()
  }
  expect(ROLES.map((role) => [role, ...as(role)])).toEqual([
    ['reviewer', true, false],
    ['arbitration_lead', true, false],
    ['team_lead', true, true],
    ['auditor', false, false],
  ])
})
