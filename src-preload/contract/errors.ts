import { z } from 'zod'

/** Every way a call can fail that is not a business answer. */
export const ERROR_CODES = [
  /** The contract names no such method. */
  'unknown_method',
  /** The frame or the input does not fit the contract. */
  'bad_request',
  /** The other end has another contract: reload. */
  'contract_mismatch',
  /** The door is closed to this caller. */
  'forbidden',
  /** Nobody is signed in: nothing else is answered. */
  'signed_out',
  /** The time of work without the hub is over: what is here may be read and no more. */
  'read_only',
  /** What was asked for is not here. */
  'not_found',
  /** The connection to the core broke before the answer came. Commands carry ids, so trying again is safe. */
  'offline',
  /** The profile cannot take the write now: disk full, read-only, locked. The typed text is still in the window. */
  'storage',
  /** The key of the profile cannot be had: nothing can be read before it is, or before the profile is set aside. */
  'locked',
  /** A bug. `incident` names the log entry. */
  'internal',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** An error as it crosses the bridge: the same through both doors. */
export const WireError = z.strictObject({
  code: z.enum(ERROR_CODES),
  /** One English sentence for the log; screens translate the code. Never holds input. */
  message: z.string(),
  retryable: z.boolean(),
  /** Names the log entry of a bug; null otherwise. */
  incident: z.string().nullable(),
})
export type WireError = z.infer<typeof WireError>

export const Reply = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: WireError }),
])
export type Reply = z.infer<typeof Reply>
