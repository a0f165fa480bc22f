/** An instant, and the day as the sender's own zone had it. */
export interface MailDate {
  readonly at: string
  readonly day: string
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** The date of a mail's head: "Tue, 14 Apr 2026 11:08:43 -0600". Null when it is none. */
export function mailDate(value: string | null): MailDate | null {
  if (value === null) return null
  const at = Date.parse(value.replace(/\([^)]*\)/gu, ''))
  if (Number.isNaN(at)) return null
  const iso = new Date(at).toISOString()
  const written = /(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})/iu.exec(value)
  const month = MONTHS.indexOf(written?.[2]?.toLowerCase() ?? '') + 1
  const day =
    written && month > 0
      ? `${written[3]}-${String(month).padStart(2, '0')}-${(written[1] ?? '').padStart(2, '0')}`
      : iso.slice(0, 10)
  return { at: iso, day }
}
