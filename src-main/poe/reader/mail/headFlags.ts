import type { FactFlag, MailAddress, MailFacts } from '../../facts/documentFacts.ts'
import { plainFlag } from '../flow/flowFlags.ts'
import { mailDate } from './mailDates.ts'
import { headerOf, headersOf, type MailMessage } from './mailMessage.ts'

/** What a mail's head alone gives away. Whether a domain only looks like a party's is seen where the parties are known. */
export function headFlags(message: MailMessage, mail: MailFacts): FactFlag[] {
  return [...doubled(message), ...outOfOrder(message), ...spoofs(mail), ...unverified(message)]
}

/** Heads that stand once in every honest mail. */
const SINGLE = [
  'from',
  'sender',
  'reply-to',
  'to',
  'cc',
  'subject',
  'date',
  'message-id',
  // Of two of these a program takes the first, another the last: they show two messages.
  'content-type',
  'content-transfer-encoding',
]

function doubled(message: MailMessage): FactFlag[] {
  return SINGLE.flatMap((name) => {
    const values = new Set(headersOf(message, name))
    return values.size > 1 || headersOf(message, name).length > 1
      ? [plainFlag('mail_header_order', 'high', `${name}: ${[...values].join(' | ')}`)]
      : []
  })
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Clocks of mail servers differ by this much. */
const CLOCKS = 10 * MINUTE

/** Each server puts its line on top, so times must fall from the first to the last, and the mail is older than all of them. */
function outOfOrder(message: MailMessage): FactFlag[] {
  const stations = headersOf(message, 'received').flatMap((line) => {
    const at = Date.parse(
      line
        .split(';')
        .at(-1)
        ?.replace(/\([^)]*\)/gu, '') ?? '',
    )
    return Number.isNaN(at) ? [] : [at]
  })
  const isMixed = stations.some((at, i) => at + CLOCKS < (stations[i + 1] ?? -Infinity))
  const written = mailDate(headerOf(message, 'date'))
  const sent = written ? Date.parse(written.at) : null
  const [newest, oldest] = [stations[0], stations.at(-1)]
  const isLate = sent !== null && newest !== undefined && sent > newest + DAY
  const isEarly = sent !== null && oldest !== undefined && sent < oldest - 7 * DAY
  return isMixed || isLate || isEarly || isNoDay(headerOf(message, 'date'))
    ? [plainFlag('mail_header_order', 'medium', headerOf(message, 'date'))]
    : []
}

/** A date that no program writes: of a day that its month has not, or of another day of the week. */
function isNoDay(date: string | null): boolean {
  const written = /(?:([a-z]{3})[a-z]*,\s*)?(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})/iu.exec(date ?? '')
  const [, weekday, day, month, year] = written ?? []
  if (day === undefined) return false
  const at = new Date(`${day} ${month} ${year} UTC`)
  if (Number.isNaN(at.getTime())) return true
  const isOtherDay =
    weekday !== undefined && !at.toUTCString().toLowerCase().startsWith(weekday.toLowerCase())
  return at.getUTCDate() !== Number(day) || isOtherDay
}

const hostOf = ({ address }: MailAddress): string => address.split('@')[1]?.toLowerCase() ?? ''

/** The name that was registered, roughly: the last two parts, three under short national ones. */
function registered(host: string): string {
  const parts = host.split('.')
  const isNational = parts.length > 2 && (parts.at(-1)?.length ?? 0) === 2 && (parts.at(-2)?.length ?? 0) <= 3
  return parts.slice(isNational ? -3 : -2).join('.')
}

function spoofs({ from, replyTo }: MailFacts): FactFlag[] {
  if (!from) return []
  const own = registered(hostOf(from))
  const named = /[\w.+-]+@([\w-]+(?:\.[\w-]+)+)/u.exec(from.name ?? '')?.[1]?.toLowerCase()
  const elsewhere = replyTo.filter((address) => registered(hostOf(address)) !== own)
  return [
    ...(named && registered(named) !== own
      ? [plainFlag('sender_spoof', 'high', `${from.name} <${from.address}>`)]
      : []),
    ...elsewhere.map(({ address }) => plainFlag('sender_spoof', 'medium', `${from.address} → ${address}`)),
  ]
}

/** What mail programs and servers write, and nobody who types a head by hand. */
const TECHNICAL: readonly string[] = ['message-id', 'received', 'mime-version', 'return-path', 'x-mailer']

/** A server on the way found the sender's domain not to stand behind the mail, or the head looks typed. */
function unverified(message: MailMessage): FactFlag[] {
  const results = headersOf(message, 'authentication-results')
  const has = (pattern: RegExp): boolean => results.some((line) => pattern.test(line))
  const isGood = has(/\b(?:dkim|dmarc)\s*=\s*pass/iu)
  const isFailed =
    has(/\bdmarc\s*=\s*fail/iu) || (!isGood && has(/\b(?:dkim|spf)\s*=\s*(?:fail|permerror)/iu))
  // A message of Outlook may have been saved before it was sent; then it has no such head at all.
  const isTyped =
    headerOf(message, 'from') !== null && !TECHNICAL.some((name) => headerOf(message, name) !== null)
  if (!isFailed && !isTyped) return []
  return [
    plainFlag('sender_unverified', isFailed ? 'high' : 'medium', results[0] ?? headerOf(message, 'from')),
  ]
}
