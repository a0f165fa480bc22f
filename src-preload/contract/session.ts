import { z } from 'zod'
import { command, query } from './method.ts'
import { UserId } from './vocabulary/idShapes.ts'
import { LOCALE_CHOICES, MINUTES_OF_DAY, THEMES, UNDO_SECONDS } from './vocabulary/settingWords.ts'
import { ROLES } from './vocabulary/words.ts'

export const User = z.strictObject({
  userId: UserId,
  name: z.string(),
  role: z.enum(ROLES),
})
export type User = z.infer<typeof User>

export const Settings = z.strictObject({
  locale: z.enum(LOCALE_CHOICES),
  theme: z.enum(THEMES),
  /** How much room documents may take on this machine, in megabytes of 1,000,000 bytes. */
  documentBudgetMb: z.int().min(50).max(100_000),
  /** How long a decision waits before it may leave. */
  undoHoldSeconds: z.union(UNDO_SECONDS.map((seconds) => z.literal(seconds))),
  /** Whether keys without a modifier act (WCAG 2.1.4). */
  singleKeys: z.boolean(),
  /** When nobody is to be disturbed, in minutes of the day of this machine, over midnight where `from` is later; null = always told. */
  quietHours: z
    .strictObject({
      from: z
        .int()
        .min(0)
        .max(MINUTES_OF_DAY - 1),
      to: z
        .int()
        .min(0)
        .max(MINUTES_OF_DAY - 1),
    })
    .nullable(),
  /** Other keys than those that a command comes with, by its id; none = it has no key. */
  keys: z
    .record(z.string().min(1).max(64), z.array(z.string().min(1).max(40)).max(3))
    .refine((keys) => Object.keys(keys).length <= 300),
})
export type Settings = z.infer<typeof Settings>

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
}
