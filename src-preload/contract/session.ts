import { z } from 'zod'
import { command, query } from './method.ts'
import { UserId } from './vocabulary/idShapes.ts'
import { EXTERNAL_PLACES, type ExternalPlace } from './vocabulary/externalPlaces.ts'
import { ROLES } from './vocabulary/words.ts'

export const User = z.strictObject({
  userId: UserId,
  name: z.string(),
  role: z.enum(ROLES),
})
export type User = z.infer<typeof User>

export const LOCALES = ['en', 'it'] as const
export const THEMES = ['system', 'light', 'dark'] as const

export const Settings = z.strictObject({
  locale: z.enum(['system', ...LOCALES]),
  theme: z.enum(THEMES),
  /** How much room documents may take on this machine, in megabytes of 1,000,000 bytes. */
  documentBudgetMb: z.int().min(50).max(100_000),
  /** How long a decision waits before it may leave. */
  undoHoldSeconds: z.union([z.literal(5), z.literal(8), z.literal(10), z.literal(20), z.literal(30)]),
})
export type Settings = z.infer<typeof Settings>

const EXTERNAL_PLACE_NAMES = Object.keys(EXTERNAL_PLACES) as ExternalPlace[]

export const session = {
  /** Who works here, and who else may: the demo queue lets a person change places. */
  'session.current': query(
    z.strictObject({}),
    z.strictObject({
      user: User,
      others: z.array(User),
      /** Whom a claim may be handed to: everybody of the team who reviews, as the hub last said. */
      colleagues: z.array(User),
    }),
  ),
  'session.switchUser': command(z.strictObject({ userId: UserId }), z.strictObject({ user: User })),
  'settings.get': query(z.strictObject({}), Settings),
  'settings.set': command(Settings.partial(), Settings),
  /** Opens a place outside in the system's own browser. `unavailable`: this machine has none that could be started. */
  'host.openExternal': command(
    z.strictObject({ place: z.enum(EXTERNAL_PLACE_NAMES) }),
    z.strictObject({ outcome: z.enum(['opened', 'unavailable']) }),
  ),
  /** What the window needs to know of its host. */
  'host.info': query(
    z.strictObject({}),
    z.strictObject({
      host: z.enum(['electron', 'loopback', 'headless']),
      version: z.string(),
      /** Address of the page in which documents are shown; an origin of its own. */
      viewerUrl: z.string(),
    }),
  ),
}
