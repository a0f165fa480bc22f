import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Context } from 'hono'
import { MAX_FACTS_BYTES } from '../api/answers.ts'
import { StoredFacts } from '../api/facts.ts'
import { isStorable } from '../operations/storableText.ts'
import { problem } from './problem.ts'

const unpack = promisify(gunzip)

/** The facts that a request brings, plain or gzipped; or how to answer it. */
export async function readFacts(context: Context): Promise<Record<string, unknown> | Response> {
  const encoding = (context.req.header('content-encoding') ?? 'identity').toLowerCase()
  if (encoding !== 'gzip' && encoding !== 'identity') return problem('unsupported_media_type')
  if (!/^application\/json\s*(;|$)/i.test(context.req.header('content-type') ?? ''))
    return problem('bad_request')
  const sent = Buffer.from(await context.req.arrayBuffer())
  const bytes = encoding === 'gzip' ? await unpacked(sent) : sent
  if (bytes === 'too_large') return problem('too_large', { detail: tooLarge })
  return (bytes === null ? null : parsed(bytes)) ?? problem('bad_request')
}

const tooLarge = 'Send no more than 8 MB of facts.'

/** Null = it is no gzip. */
async function unpacked(bytes: Buffer): Promise<Buffer | 'too_large' | null> {
  try {
    return await unpack(bytes, { maxOutputLength: MAX_FACTS_BYTES })
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    return isTooLarge ? 'too_large' : null
  }
}

/** Null for what is no JSON object, can't be stored, or is nested so deep that going through it fails. */
function parsed(bytes: Buffer): Record<string, unknown> | null {
  try {
    const facts = StoredFacts.safeParse(JSON.parse(bytes.toString('utf8')))
    return facts.success && isStorable(facts.data) ? facts.data : null
  } catch {
    return null
  }
}
