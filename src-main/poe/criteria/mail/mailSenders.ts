import type { Flag } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimForm } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { hostOfAddress, isAtDomain } from '../../../domain/intake/mailHosts.ts'
import type { MailFacts } from '../../facts/documentFacts.ts'
import type { JudgedDocument } from '../text/passages.ts'

export type SenderSide = 'customer' | 'partner' | 'other'

/** Which side an address belongs to, by its domain alone: a display name is anybody's to write. */
export function sideOf(address: string, form: ClaimForm): SenderSide {
  const host = hostOfAddress(address)
  if (isAtDomain(host, form.partnerDomains)) return 'partner'
  return isAtDomain(host, form.customer.domains) ? 'customer' : 'other'
}

/** Whether the mail was written at a party's domain, or sent to it. */
export function isWriterOrReader({ facts: { mail } }: JudgedDocument, domains: readonly string[]): boolean {
  if (!mail) return false
  return [...(mail.from ? [mail.from] : []), ...mail.to, ...mail.cc].some(({ address }) =>
    isAtDomain(hostOfAddress(address), domains),
  )
}

/** Signs that look alike, brought to one: letters of other alphabets, figures for letters, pairs that read as one. */
const ALIKE: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  х: 'x',
  у: 'y',
  і: 'i',
  ѕ: 's',
  ԁ: 'd',
  ո: 'n',
  ɡ: 'g',
  ο: 'o',
  α: 'a',
  ν: 'v',
  ρ: 'p',
  ι: 'i',
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '5': 's',
  i: 'l',
  '|': 'l',
}

function skeleton(host: string): string {
  const plain = host.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return Array.from(plain)
    .map((sign) => ALIKE[sign] ?? sign)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('cl', 'd')
    .replace(/-/gu, '')
}

/** A domain that is not the party's and reads like it, or hides it in front: "ottermill.example.mail.example". */
function looksLike(host: string, domain: string): boolean {
  if (isAtDomain(host, [domain]) || host === '') return false
  const [own, real] = [domain.split('.'), host.split('.')]
  const ownName = own.slice(0, -1).join('.')
  const realName = real.slice(0, -1).join('.')
  return (
    skeleton(host) === skeleton(domain) ||
    skeleton(realName) === skeleton(ownName) ||
    host.startsWith(`${domain.toLowerCase()}.`)
  )
}

/** Senders whose domain is made to be taken for a party's. */
export function senderFlags(documents: readonly JudgedDocument[], form: ClaimForm): Flag[] {
  const domains = [...form.customer.domains, ...form.partnerDomains]
  return documents.flatMap(({ file, facts: { mail } }) =>
    [
      ...(mail?.from ? [mail.from] : []),
      ...(mail?.sender ? [mail.sender] : []),
      ...(mail?.replyTo ?? []),
    ].flatMap(({ address }): Flag[] => {
      const host = hostOfAddress(address)
      const isOwn = isAtDomain(host, domains)
      const fake = !isOwn && domains.some((domain) => looksLike(host, domain))
      return fake
        ? [{ kind: 'sender_spoof', document: file, page: null, quads: [], text: address, severity: 'high' }]
        : []
    }),
  )
}

/** Whether something about the head of a mail speaks against its sender. */
export function isDoubtful({ facts }: JudgedDocument, mail: MailFacts): boolean {
  const kinds: readonly string[] = ['sender_spoof', 'sender_unverified']
  return (
    mail.date === null ||
    facts.flags.some(
      ({ kind, severity }) => kinds.includes(kind) || (kind === 'mail_header_order' && severity === 'high'),
    )
  )
}
