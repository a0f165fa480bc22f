import { type Coverage, opinion, type Opinion } from '../opinion.ts'
import { firstRule, saw } from '../trail.ts'
import type { Signatures } from '../signatures/findSignatures.ts'
import { evidenceOfMark } from '../signatures/evidenceOfMark.ts'
import { digitalsOf } from '../signatures/judgeDigital.ts'
import { offRow, wholeRow } from '../signatures/writtenDates.ts'
import { evidenceOfWords } from '../text/place.ts'
import { acceptedWindow, type AcceptedWindow, type DatedClaim, isInWindow } from './acceptedWindow.ts'
import { datedPlace, isSurelyRead, newestOf } from './datedPlace.ts'
import { findDates } from './findDates.ts'
import type { PlacedDate } from './placeDates.ts'

/** Criterion C: the day of the customer's acknowledgment lies in the window. */
export function judgeDates(
  dates: readonly PlacedDate[],
  signatures: Signatures,
  claim: DatedClaim,
  coverage: Coverage,
): Opinion {
  const own = dates.filter(({ role }) => role === 'customer_signature')
  return firstRule(
    dates.map((date) => seenDate(date, claim)),
    [
      ['a date by the customer’s signature', () => customerDate(own, claim)],
      ['the time of an electronic signature', () => signingTime(signatures, dates, claim)],
      ['a date written by hand', () => writtenByHand(signatures)],
    ],
    ['no date of the acknowledgment', () => undated(dates, signatures, claim, coverage)],
  )
}

function seenDate(date: PlacedDate, claim: DatedClaim) {
  const { mention, readings, role } = date
  const { from, to } = windowOf(date, claim)
  const inside = readings.map(
    (day) => `${day} ${isInWindow(day, { from, to }) ? 'in' : 'out of'} ${from}..${to}`,
  )
  const { document, page } = mention.passage
  return saw(`"${mention.text}" in ${document.file} p. ${page.number}`, `${role}: ${inside.join(' or ')}`)
}

const windowOf = ({ mention }: PlacedDate, claim: DatedClaim): AcceptedWindow =>
  windowFor(claim, mention.passage.document.addedAt)

const windowFor = ({ form, monthsBack }: DatedClaim, addedAt: string | null): AcceptedWindow =>
  acceptedWindow(form.submittedAt, addedAt, monthsBack)

/** The customer's date, or null when there is none. Several of them must agree, or nothing is told. */
function customerDate(own: readonly PlacedDate[], claim: DatedClaim): Opinion | null {
  const unsure = own.find(({ mention }) => !isSurelyRead(mention.words))
  if (unsure) {
    const evidence = [evidenceOfWords(unsure.mention.passage, unsure.mention.words)]
    return opinion('cannot_tell', 0.85, 'dates_handwritten', {}, { evidence })
  }
  const opinions = own.map((date) => weigh(date, windowOf(date, claim)))
  const [first] = opinions
  if (!first) return null
  const best = opinions.every(({ verdict }) => verdict === first.verdict)
    ? first
    : {
        ...(opinions.find(({ verdict }) => verdict === 'cannot_tell') ?? first),
        verdict: 'cannot_tell' as const,
      }
  const newest = newestOf(own.map(datedPlace))
  return newest === null ? best : { ...best, newest }
}

const weigh = (date: PlacedDate, window: AcceptedWindow): Opinion => ({
  ...weighed(date, window),
  newest: datedPlace(date),
})

function weighed(date: PlacedDate, window: AcceptedWindow): Opinion {
  const { mention, readings } = date
  const evidence = [evidenceOfWords(mention.passage, mention.words)]
  const { from, to } = window
  const [first = '', second] = readings
  if (mention.precision === 'month') return weighMonth(first, second ?? first, window, evidence)
  const inside = readings.filter((day) => isInWindow(day, window))
  if (inside.length > 0 && inside.length < readings.length) {
    const values = { text: mention.text, first, second: second ?? '', from, to }
    return opinion('cannot_tell', 0.9, 'dates_ambiguous', values, { evidence })
  }
  if (inside.length > 0 && second !== undefined)
    return opinion('met', 0.88, 'dates_both_in_window', { text: mention.text, from, to }, { evidence })
  if (inside.length > 0)
    return opinion('met', 0.92, 'dates_in_window', { date: first, from, to }, { evidence })
  return readings.every((day) => day > to)
    ? opinion('not_met', 0.9, 'dates_too_late', { date: first, to }, { evidence })
    : opinion('not_met', 0.9, 'dates_too_old', { date: first, from }, { evidence })
}

/** A month alone: its last day for "too old", its first for "too late". */
function weighMonth(
  first: string,
  last: string,
  { from, to }: AcceptedWindow,
  evidence: Opinion['evidence'],
): Opinion {
  const date = first.slice(0, 7)
  if (last < from) return opinion('not_met', 0.88, 'dates_too_old', { date, from }, { evidence })
  if (first > to) return opinion('not_met', 0.88, 'dates_too_late', { date, to }, { evidence })
  return opinion('met', 0.85, 'dates_in_window', { date, from, to }, { evidence })
}

/** Signing time of the customer's electronic or digital signature. */
function signingTime(
  signatures: Signatures,
  dates: readonly PlacedDate[],
  claim: DatedClaim,
): Opinion | null {
  for (const stamp of signatures.stamps.filter(({ party }) => party === 'customer')) {
    const [word] = stamp.passages.flatMap(findDates)[0]?.words ?? []
    const date = dates.find(({ mention }) => word !== undefined && mention.words.includes(word))
    if (date) return weigh(date, windowFor(claim, stamp.document.addedAt))
  }
  const signed = digitalsOf(signatures, claim.form).find(
    ({ digital, signer, block }) =>
      digital.signedAt !== null && (signer === 'customer' || (signer === null && block === 'customer')),
  )
  if (!signed?.digital.signedAt) return null
  const window = windowFor(claim, signed.document.addedAt)
  const [date, evidence] = [signed.digital.signedAt.at.slice(0, 10), [signed.evidence]]
  const rest = { evidence, newest: { days: { from: date, to: date }, evidence } }
  if (isInWindow(date, window)) return opinion('met', 0.8, 'dates_in_window', { date, ...window }, rest)
  return date > window.to
    ? opinion('not_met', 0.8, 'dates_too_late', { date, to: window.to }, rest)
    : opinion('not_met', 0.8, 'dates_too_old', { date, from: window.from }, rest)
}

/** What is written behind a label stands at its height. Points. */
const IN_ROW_PT = 7

function writtenByHand({ pages }: Signatures): Opinion | null {
  const labelled = pages
    .flatMap((page) => page.writtenDates)
    .filter(({ party }) => party === 'customer' || party === 'unknown')
  const written =
    labelled.find(({ party }) => party === 'customer') ??
    labelled.find(({ mark }) => offRow(mark) < IN_ROW_PT) ??
    pages.flatMap((page) => page.figures)[0] ??
    labelled[0]
  if (!written) return null
  const whole = { ...written, mark: wholeRow(written.mark) }
  return opinion('cannot_tell', 0.85, 'dates_handwritten', {}, { evidence: [evidenceOfMark(whole)] })
}

/** No date by the customer's acknowledgment: another date in the window leaves it open, none of them closes it. */
function undated(
  dates: readonly PlacedDate[],
  signatures: Signatures,
  claim: DatedClaim,
  coverage: Coverage,
): Opinion {
  const counting = dates.filter(({ role }) => role === 'document' || role === 'period')
  const inside = counting.find((date) => date.readings.some((day) => isInWindow(day, windowOf(date, claim))))
  const { from, to } = windowFor(claim, null)
  if (inside) {
    const evidence = [evidenceOfWords(inside.mention.passage, inside.mention.words)]
    return opinion(
      'cannot_tell',
      0.85,
      'dates_undated',
      { text: inside.mention.text, from, to },
      { evidence },
    )
  }
  const pictured = signedOnPicture(signatures)
  if (pictured) return pictured
  const nearest = dates.map(({ mention }) => evidenceOfWords(mention.passage, mention.words))
  const rest = { fromAbsence: true, nearest, unread: { code: 'dates_not_read', values: {} } } as const
  if (dates.length === 0) return opinion('not_met', 0.8, 'dates_none', { pages: coverage.pagesRead }, rest)
  return opinion('not_met', 0.75, 'dates_none_in_window', { from, to }, rest)
}

/** Who signs on paper mostly dates by hand, and recognition does not read hands: no date read there is no date missing. */
function signedOnPicture({ pages }: Signatures): Opinion | null {
  const signed = pages
    .filter(({ page }) => page.ocr !== null)
    .flatMap(({ marks }) =>
      marks.filter(
        ({ party, mark }) => (party === 'customer' || party === 'unknown') && mark.kind === 'drawn',
      ),
    )
  return signed.length > 0
    ? opinion('cannot_tell', 0.75, 'dates_not_read', {}, { evidence: signed.map(evidenceOfMark) })
    : null
}
