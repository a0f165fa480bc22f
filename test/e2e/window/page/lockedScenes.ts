import type { Handlers, Output } from '../../../../src-preload/contract/index.ts'
import { Instant, UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { FakeRefusal } from '../../../fakes/renderer/fakeCore.ts'
import type { Scene } from './scene.ts'

type Locked = Extract<Output<'vault.state'>, { state: 'locked' }>

/** The profile stays locked: its settings are in it, so that nothing is answered but what the lock itself says. */
const locked = (state: Omit<Locked, 'state'>): Scene => ({
  hash: '#/queue',
  handlers: (): Partial<Handlers> => ({
    'settings.get': () => {
      throw new FakeRefusal('locked')
    },
    'vault.state': () => ({ state: 'locked', ...state }),
    'vault.unlock': ({ passphrase }) => ({
      outcome: 'still_locked',
      trouble: passphrase === null ? state.trouble : 'passphrase_wrong',
    }),
    'vault.setAside': () => ({ outcome: 'passphrase_wanted' }),
  }),
})

type Wiped = Extract<Output<'vault.state'>, { state: 'wiped' }>

/** Of the profile nothing is left, its settings among it. */
const wiped = (state: Omit<Wiped, 'state'>): Scene => ({
  hash: '#/queue',
  handlers: (): Partial<Handlers> => ({
    'settings.get': () => {
      throw new FakeRefusal('locked')
    },
    'vault.state': () => ({ state: 'wiped', ...state }),
    'vault.beginAnew': () => ({ outcome: 'not_yet' }),
  }),
})
const ORDERED_AT = Instant.parse('2026-11-19T08:30:00.000Z')

export const lockedScenes: Readonly<Record<string, Scene>> = {
  lockedGone: locked({ trouble: 'gone', keptBy: null, unsent: 3 }),
  /** Of somebody who signed in at a directory. */
  lockedPerson: {
    hash: '#/queue',
    handlers: () => ({
      ...locked({ trouble: 'refused', keptBy: 'safe_storage', unsent: 1 }).handlers(),
      'signIn.state': () => ({
        is: 'signed_in',
        isUnderWay: false,
        person: {
          userId: UserId.parse('u-reviewer'),
          name: 'Marta Ginevri',
          account: 'marta@contoso.example',
        },
        isKept: true,
        offline: null,
      }),
    }),
  },
  lockedPassphrase: locked({ trouble: 'passphrase_wanted', keptBy: 'passphrase', unsent: 1 }),
  lockedUnknown: locked({ trouble: 'refused', keptBy: 'safe_storage', unsent: null }),
  wiped: wiped({ orderedAt: ORDERED_AT, isWhole: true, isTold: true }),
  wipedUntold: wiped({ orderedAt: ORDERED_AT, isWhole: true, isTold: false }),
  wipedRest: wiped({ orderedAt: null, isWhole: false, isTold: false }),
  keptAside: {
    hash: '#/settings',
    handlers: () => ({ 'vault.state': () => ({ state: 'open', keptBy: 'passphrase', setAside: 1 }) }),
  },
}
