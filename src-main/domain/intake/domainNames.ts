/** What the customer's domain field holds (C-10): a full name or subdomain, a bare name to complete, or neither. */
export type DomainReading =
  | { readonly kind: 'full'; readonly domain: string }
  | { readonly kind: 'bare'; readonly suggestion: string }
  | { readonly kind: 'malformed' }

const FULL = /^(?=.{4,253}$)(?:[a-z0-9_](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/
const BARE = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * Reads a domain as people write it: with capitals, a leading @, a scheme, a path or a final dot. Names beyond ASCII come back in
 * the form in which mail and DNS use them. A bare name is that of a tenant: its domain ends in `.onmicrosoft.com`.
 */
export function readDomain(text: string): DomainReading {
  const plain = text.trim().replace(/^@/, '').replace(/\.$/, '')
  if (BARE.test(plain.toLowerCase()))
    return { kind: 'bare', suggestion: `${plain.toLowerCase()}.onmicrosoft.com` }
  const address = /^https?:\/\//i.test(plain) ? plain : `https://${plain}`
  if (!URL.canParse(address)) return { kind: 'malformed' }
  const { hostname, username } = new URL(address)
  const domain = hostname.replace(/\.$/, '')
  return username === '' && FULL.test(domain) ? { kind: 'full', domain } : { kind: 'malformed' }
}

/** As the claim keeps it; null = it is no domain. */
export function fullDomain(text: string): string | null {
  const reading = readDomain(text)
  if (reading.kind === 'malformed') return null
  return reading.kind === 'full' ? reading.domain : reading.suggestion
}
