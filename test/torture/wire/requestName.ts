import { z } from 'zod'

const Operation = z.object({ action: z.object({ kind: z.string() }) })

/** Claim ids of the torture begin so: an address says by that where an id stands. */
export const CLAIM_ID = /^T-/

/**
 * The endpoint that a request is for, with what makes it a different thing to lose: the kind of an operation, which link of the feed.
 * Names nobody listed are made the same way, so that an endpoint of tomorrow is told apart too.
 */
export function requestName(method: string, url: string, body: string): string {
  const { pathname, searchParams } = new URL(url, 'http://hub')
  const parts = pathname.split('/').map((part, at, all) => {
    if (CLAIM_ID.test(part)) return '{id}'
    if (/^[0-9a-f]{64}$/.test(part)) return '{sha256}'
    if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(part)) return '{uuid}'
    if (/^\d+$/.test(part)) return '{n}'
    return all[at - 1] === 'facts' ? '{version}' : part
  })
  const link = ['$deltatoken', '$skiptoken'].find((name) => searchParams.has(name))
  const detail = parts.at(-1) === 'operations' ? kindOf(body) : link
  return `${method} ${parts.join('/')}${detail === undefined ? '' : ` (${detail})`}`
}

function kindOf(body: string): string | undefined {
  try {
    return Operation.safeParse(JSON.parse(body)).data?.action.kind
  } catch {
    return undefined
  }
}
