import { createHash } from 'node:crypto'
import type { z } from 'zod'

/**
 * A value as an opaque part of a link. The checksum tells a mangled one from a good one; it is no secret.
 * @param purpose tells tokens of one kind of link from those of another.
 */
export function sealedToken(purpose: string, value: unknown): string {
  const body = Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${body}.${checksumOf(purpose, body)}`
}

/** Null for anything that `sealedToken` did not write for this purpose. */
export function openToken<Schema extends z.ZodType>(
  purpose: string,
  token: string,
  schema: Schema,
): z.infer<Schema> | null {
  const [body = '', checksum = '', ...rest] = token.split('.')
  if (rest.length > 0 || checksum !== checksumOf(purpose, body)) return null
  try {
    const parsed = schema.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

const checksumOf = (purpose: string, body: string): string =>
  createHash('sha256').update(`${purpose} ${body}`).digest('base64url').slice(0, 22)
