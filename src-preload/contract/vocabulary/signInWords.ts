/** `lapsed`: the directory wants to be asked again; until then there is work without the hub. `not_needed`: nobody signs in here. */
export const SIGN_IN_STATES = ['not_needed', 'signed_out', 'signed_in', 'lapsed'] as const
export type SignInStanding = (typeof SIGN_IN_STATES)[number]

/** What came of asking a person to sign in. `refused`: by the directory, or for an answer that was none of its. */
export const SIGN_IN_OUTCOMES = [
  'signed_in',
  'cancelled',
  'timed_out',
  'refused',
  'unreachable',
  'no_browser',
  'not_needed',
] as const
export type SignInOutcome = (typeof SIGN_IN_OUTCOMES)[number]
