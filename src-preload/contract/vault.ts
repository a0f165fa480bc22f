import { z } from 'zod'
import { command, query } from './method.ts'
import { Instant } from './vocabulary/idShapes.ts'
import { KEY_TROUBLES, WRAPPINGS } from './vocabulary/keyWords.ts'

const Passphrase = z.string().min(1).max(1000)

export const vault = {
  /** How the key of this profile is kept; while it cannot be had, every other method is answered with `locked`. */
  'vault.state': query(
    z.strictObject({}),
    z.discriminatedUnion('state', [
      z.strictObject({
        state: z.literal('open'),
        /** Null = the profile lies in the open. */
        keptBy: z.enum(WRAPPINGS).nullable(),
        /** Profiles that were set aside locked and whose decisions were not taken in yet. */
        setAside: z.int().min(0),
      }),
      z.strictObject({
        state: z.literal('locked'),
        trouble: z.enum(KEY_TROUBLES),
        /** Null = not known. */
        keptBy: z.enum(WRAPPINGS).nullable(),
        /** Decisions and other acts in the profile that did not leave; null = it cannot be told. */
        unsent: z.int().min(0).nullable(),
      }),
      /** A lead, or the office that looks after the machines, had it wiped: nothing of it is here any more. */
      z.strictObject({
        state: z.literal('wiped'),
        /** Null = that cannot be read any more. */
        orderedAt: Instant.nullable(),
        /** False = something could not be removed yet; the next start tries again. */
        isWhole: z.boolean(),
        /** The hub knows that it is done. */
        isTold: z.boolean(),
      }),
    ]),
  ),
  /** Tries the key once more, with a passphrase where one is wanted. The window loads anew after `opened`. */
  'vault.unlock': command(
    z.strictObject({ passphrase: Passphrase.nullable() }),
    z.discriminatedUnion('outcome', [
      z.strictObject({ outcome: z.literal('opened') }),
      z.strictObject({ outcome: z.literal('still_locked'), trouble: z.enum(KEY_TROUBLES) }),
    ]),
  ),
  /**
   * Moves the locked profile away, whole, and begins a new one. The window loads anew after it. The passphrase is for the new one, where
   * the system keeps no key: `passphrase_wanted` says so, and nothing was moved.
   */
  'vault.setAside': command(
    z.strictObject({ passphrase: Passphrase.min(12).nullable() }),
    z.discriminatedUnion('outcome', [
      z.strictObject({ outcome: z.literal('set_aside'), keptAs: z.string() }),
      z.strictObject({ outcome: z.literal('passphrase_wanted') }),
      z.strictObject({ outcome: z.literal('not_locked') }),
    ]),
  ),
  /** Begins a new profile where one was wiped, once that is done and the hub knows. The window loads anew after it. */
  'vault.beginAnew': command(
    z.strictObject({}),
    z.strictObject({ outcome: z.enum(['begun', 'not_yet', 'not_wiped']) }),
  ),
  /**
   * Takes what was decided in profiles that were set aside into this one, as far as their keys can be had; without a passphrase it was
   * tried at the start already.
   */
  'vault.takeIn': command(
    z.strictObject({ passphrase: Passphrase.nullable() }),
    z.strictObject({
      profiles: z.int().min(0),
      /** That wait again because of it. */
      operations: z.int().min(0),
      /** Profiles that stay locked. */
      left: z.int().min(0),
    }),
  ),
}
