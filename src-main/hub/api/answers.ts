import { z } from 'zod'
import type { RouteAnswer, RouteBody } from './routeShape.ts'

/** Parts of routes that many of them share. */

export const MAX_JSON_BYTES = 1_000_000
/** What a viewer would refuse to show (domain.md section 1.6). */
export const MAX_DOCUMENT_BYTES = 100 * 1024 * 1024
/** Of facts, packed or not: every word of a long document, with its place. */
export const MAX_FACTS_BYTES = 8_000_000

export const ok = (
  schema: z.ZodType,
  description = 'Done.',
  headers: Readonly<Record<string, string>> = {},
): RouteAnswer => ({ description, schema, mediaType: 'application/json', headers })

export const json = (schema: z.ZodType, maxBytes: number = MAX_JSON_BYTES): RouteBody => ({
  mediaType: 'application/json',
  schema,
  maxBytes,
})

export const unchanged: RouteAnswer = {
  description: 'Nothing newer than what If-None-Match names.',
  schema: null,
  mediaType: null,
  headers: { etag: 'The tag of what is at hand.' },
}

export const tag = { etag: 'Names this state; weak where the answer was compressed on the way.' }

export const IfNoneMatch = z.object({ 'if-none-match': z.string().optional() })

export const bytes = (description: string, headers: Readonly<Record<string, string>>): RouteAnswer => ({
  description,
  schema: null,
  mediaType: 'application/octet-stream',
  headers,
})
