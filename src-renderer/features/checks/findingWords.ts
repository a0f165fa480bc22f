import type { IntlShape } from 'react-intl'
import type { FindingCode, Reuse } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import { formatDay } from '../../../src-preload/words/dates.ts'
import type { Say } from '../../format/useText.ts'

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/
/** Values that are codes themselves, with the messages that say them. */
const CODED: Readonly<Record<string, string>> = {
  reason: 'documentReason',
  activity: 'activity',
  program: 'program',
  area: 'area',
  channel: 'channel',
}

/** The finding in the reviewer's language; the checker's English sentence where the catalogue does not know its code. */
export function findingWords(
  finding: { readonly sentence: string; readonly say: FindingCode },
  intl: IntlShape,
): string {
  const id = `finding.${finding.say.code}`
  if (intl.messages[id] === undefined) return finding.sentence
  const values = Object.entries(finding.say.values).map(([name, value]) => [
    name,
    valueWords(name, value, intl),
  ])
  return intl.formatMessage({ id }, Object.fromEntries(values))
}

function valueWords(name: string, value: string | number, intl: IntlShape): string | number {
  if (typeof value === 'number') return value
  if (ISO_DAY.test(value)) return formatDay(intl.locale, value)
  const words = (code: string) => {
    const id = `${CODED[name]}.${code}`
    return intl.messages[id] === undefined ? code : intl.formatMessage({ id })
  }
  return CODED[name] === undefined ? value : value.split(', ').map(words).join(', ')
}

/** A flag's kind in words; an unknown slug is shown as its own words. */
export function flagWords(kind: string, intl: IntlShape): string {
  const id = `flag.${kind}`
  return intl.messages[id] === undefined ? kind.replaceAll('_', ' ') : intl.formatMessage({ id })
}

/** How evidence is the same as that of another claim, and of which. */
export function reuseWords(
  { how, claimId, partnerName, customerName, share, page }: Reuse,
  say: Say,
): string {
  const words = how === 'text' && share === 1 ? 'sameText' : how
  const percent = Math.floor(share * 100)
  const values = {
    claimId,
    partner: partnerName,
    customer: customerName,
    share: percent,
    page: page ?? 'none',
  }
  return say(`flags.reuse.${words}`, values)
}

/** Why a document could not be checked; an unknown code is shown as it is. */
export function documentReasonWords(reason: string | null, intl: IntlShape): string {
  const id = `documentReason.${reason}`
  if (intl.messages[id] !== undefined) return intl.formatMessage({ id })
  return intl.formatMessage({ id: 'documentReason.other' }, { code: reason ?? '' })
}
