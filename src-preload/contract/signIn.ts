import { z } from 'zod'
import { command, query } from './method.ts'
import { Instant, UserId } from './vocabulary/idShapes.ts'
import { SIGN_IN_OUTCOMES, SIGN_IN_STATES } from './vocabulary/signInWords.ts'

/** Where the sign-in by the directory stands. Nothing of a token is in it, nor in any other answer. */
export const SignInState = z.strictObject({
  is: z.enum(SIGN_IN_STATES),
  /** The system’s browser was opened and is waited for. */
  isUnderWay: z.boolean(),
  /** Null = nobody. `account`: the name that the person signs in by. */
  person: z.strictObject({ userId: UserId, name: z.string(), account: z.string() }).nullable(),
  /** False: this machine has no safe place for what keeps a person signed in, so it asks at each start. */
  isKept: z.boolean(),
  /** How long there may be work without a word of hub or directory. Null where nobody signs in. `isSoon`: the end is to be told of. */
  offline: z.strictObject({ until: Instant, isSoon: z.boolean(), isOver: z.boolean() }).nullable(),
})
export type SignInState = z.infer<typeof SignInState>

/** All that is answered while nobody is signed in. */
export const signIn = {
  'signIn.state': query(z.strictObject({}), SignInState),
  /** Opens the system’s browser at the directory, and answers when the person is through, or is not. */
  'signIn.begin': command(z.strictObject({}), z.strictObject({ outcome: z.enum(SIGN_IN_OUTCOMES) })),
  'signIn.cancel': command(z.strictObject({}), z.strictObject({})),
  /** Closes the profile and forgets all tokens. `unsent`: so many acts have not left; they stay with this person until they sign in here again. */
  'signIn.out': command(
    z.strictObject({ evenUnsent: z.boolean() }),
    z.discriminatedUnion('outcome', [
      z.strictObject({ outcome: z.literal('signed_out') }),
      z.strictObject({ outcome: z.literal('unsent'), count: z.int().min(1) }),
      z.strictObject({ outcome: z.literal('not_needed') }),
    ]),
  ),
}
