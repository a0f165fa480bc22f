import type { z } from 'zod'

/** One method of the bridge: what goes in and what comes out, both checked by the router. */
export interface Method<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'query' | 'command'
  readonly input: I
  readonly output: O
}

/** Reads; may be repeated at will. */
export function query<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return { kind: 'query', input, output } as const satisfies Method<I, O>
}

/** Changes something; carries an id of its own wherever a repeat must not act twice. */
export function command<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return { kind: 'command', input, output } as const satisfies Method<I, O>
}
