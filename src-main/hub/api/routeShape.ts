import type { z } from 'zod'
import type { CallerRole } from './people.ts'
import type { ProblemCode } from './problem.ts'

/** What is counted together: a caller has a limit for each. `open` and `signIn` are counted by address, the others by person. */
export const RATE_CLASSES = ['open', 'signIn', 'read', 'feed', 'document', 'write', 'intake'] as const
export type RateClass = (typeof RATE_CLASSES)[number]

export interface RouteBody {
  readonly mediaType: 'application/json' | 'application/octet-stream' | 'multipart/form-data'
  /** Null = bytes as they are. */
  readonly schema: z.ZodType | null
  readonly maxBytes: number
}

export interface RouteAnswer {
  readonly description: string
  /** Null = no body, or one that no schema describes. */
  readonly schema: z.ZodType | null
  /** Null = no body. */
  readonly mediaType: string | null
  /** Headers by name, each with what it says. */
  readonly headers?: Readonly<Record<string, string>>
}

/** One endpoint of the hub. Parts in braces of the path are described by `PATH_PARTS`. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: `/${string}`
  readonly summary: string
  readonly callers: readonly CallerRole[] | 'anyone'
  readonly rate: RateClass
  readonly query?: z.ZodObject
  /** By names in small letters. */
  readonly headers?: z.ZodObject
  readonly body?: RouteBody
  /** Answers of success and without news; problems are named by code. */
  readonly answers: Readonly<Record<number, RouteAnswer>>
  /** Problems beside those that follow from the rest: no token, wrong role, too large, too many. */
  readonly problems?: readonly ProblemCode[]
  /** Only a hub that lets people in this way has it. */
  readonly signIn?: 'open' | 'codes'
}
