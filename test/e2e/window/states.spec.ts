import { expect, test } from '@playwright/test'
import { HELP_PARTS, type Route, routeOf } from '../../../src-renderer/app/routes.ts'
import { SCENES } from './page/scenes.ts'
import { STATES } from './states/states.ts'

/** The compiler asks for a line when the window gets another page. */
const PAGES = {
  queue: true,
  claim: true,
  arbitration: true,
  disputes: true,
  team: true,
  lead: true,
  quality: true,
  trays: true,
  audit: true,
  record: true,
  policy: true,
  settings: true,
  help: true,
} as const satisfies Record<Route['page'], true>

const shown = STATES.map(({ scene, at }) => routeOf(at ?? SCENES[scene]?.hash ?? ''))

test('every state stands before a scene that there is, and says something that no other says', () => {
  expect(STATES.filter(({ scene }) => !(scene in SCENES))).toEqual([])
  expect(new Set(STATES.map(({ shows }) => shows)).size).toBe(STATES.length)
})

test('every page of the window, every part of the help and the readiness has a state', () => {
  expect(Object.keys(PAGES).filter((page) => shown.every((route) => route.page !== page))).toEqual([])
  const helped = shown.flatMap((route) => (route.page === 'help' ? route.at : []))
  expect(HELP_PARTS.filter((part) => !helped.includes(part))).toEqual([])
  expect(shown.some((route) => route.page === 'trays' && route.at === 'readiness')).toBe(true)
})

test('every tray, and what each page shows while it is empty, late or failed, has a state', () => {
  const has = (scene: string) => STATES.some((state) => state.scene === scene)
  const wanted = [
    'trays',
    'readiness',
    'setAside',
    'traysEmpty',
    'traysFailed',
    'lateTrays',
    'noDisputes',
    'leadBoard',
    'quietBoard',
    'failedBoard',
    'lateBoard',
    'notALead',
  ]
  const more = [
    'emptyQueue',
    'offlineQueue',
    'failedQueue',
    'lateQueue',
    'failedClaim',
    'lateClaim',
    'sample',
  ]
  expect([...wanted, ...more].filter((scene) => !has(scene))).toEqual([])
})
