import { readFileSync } from 'node:fs'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { shippedBasis } from '../../builders/hub/basis.ts'
import { demoClaimAt } from '../../../src-main/hub/demo/demoClaimAt.ts'
import { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { readDemoQueue, storedDocuments } from '../../builders/demo/demoQueue.ts'

const Day = z.iso.date().nullable()
const PaperDates = z.record(
  z.string(),
  z.strictObject({
    /** What the papers deserve on the day of submission. */
    verdict: z.enum(['met', 'not_met', 'cannot_tell']),
    /** When the customer acknowledged; month-only dates as the last day of the month. Null = undated or not at all. */
    acknowledged: Day,
    /** The paper's own date, looked at only when nothing dated was acknowledged. */
    paper: Day,
  }),
)
type Dates = z.infer<typeof PaperDates>[string]

const dates = PaperDates.parse(
  JSON.parse(readFileSync(new URL('../../builders/demo/paperDates.json', import.meta.url), 'utf8')),
)
const { claims, people } = readDemoQueue()
const withPapers = claims.filter(({ documents }) => documents.length > 0)
const FIRST_START = Temporal.PlainDate.from('2026-11-21')

/** Twelve months back and one day on from the submission, both ends included. */
function verdictFor({ acknowledged, paper }: Dates, submittedOn: Temporal.PlainDate): Dates['verdict'] {
  const within = (day: string) =>
    Temporal.PlainDate.compare(day, submittedOn.subtract({ months: 12 })) >= 0 &&
    Temporal.PlainDate.compare(day, submittedOn.add({ days: 1 })) <= 0
  if (acknowledged !== null) return within(acknowledged) ? 'met' : 'not_met'
  return paper !== null && within(paper) ? 'cannot_tell' : 'not_met'
}

function submissionDay(
  start: Temporal.PlainDate,
  daysAgo: number,
  notAfter: string | null,
): Temporal.PlainDate {
  const natural = start.subtract({ days: daysAgo })
  return notAfter !== null && Temporal.PlainDate.compare(natural, notAfter) > 0
    ? Temporal.PlainDate.from(notAfter)
    : natural
}

function datesOf(claimId: string): Dates {
  const found = dates[claimId]
  if (found === undefined) throw new Error(`No paper dates noted for ${claimId}`)
  return found
}

describe('the dates of the demo papers', () => {
  it('are noted for every claim with papers and for no other', () => {
    expect(Object.keys(dates).sort()).toEqual(withPapers.map(({ form }) => form.claimId as string).sort())
  })

  it('keep their verdict whenever the demo is started, up to ten years on', () => {
    for (const { form, submitted } of withPapers) {
      const noted = datesOf(form.claimId)
      const judged = new Set<string>()
      for (let weeks = 0; weeks <= 520; weeks += 1) {
        const day = submissionDay(
          FIRST_START.add({ days: weeks * 7 + (weeks % 7) }),
          submitted.daysAgo,
          submitted.notAfter,
        )
        judged.add(verdictFor(noted, day))
      }
      expect([...judged], form.claimId).toEqual([noted.verdict])
    }
  })

  it('allow a submission up to the last day on which the verdict holds', () => {
    for (const { form, submitted } of withPapers) {
      const noted = datesOf(form.claimId)
      if (submitted.notAfter === null) {
        expect(noted.verdict, form.claimId).toBe('not_met')
        continue
      }
      const last = Temporal.PlainDate.from(submitted.notAfter)
      expect(verdictFor(noted, last), form.claimId).toBe(noted.verdict)
      expect(verdictFor(noted, last.add({ days: 1 })), form.claimId).not.toBe(noted.verdict)
    }
  })

  it('hold back no claim on the first day', () => {
    for (const { form, submitted } of claims) {
      const natural = FIRST_START.subtract({ days: submitted.daysAgo })
      expect(submissionDay(FIRST_START, submitted.daysAgo, submitted.notAfter).toString(), form.claimId).toBe(
        natural.toString(),
      )
    }
  })

  it.each(['2026-11-21T12:00:00Z', '2026-11-24T08:00:00Z', '2027-05-24T08:00:00Z', '2027-12-01T15:00:00Z'])(
    'keep their verdict on the day that the hub makes the day of submission, filled at %s',
    async (start) => {
      const basis = await shippedBasis()
      const stored = new Map(
        storedDocuments().map(({ file, bytes, sha256 }) => [
          file,
          { sha256: Sha256.parse(sha256), sizeBytes: bytes.length },
        ]),
      )
      for (const claim of withPapers) {
        const { form } = demoClaimAt(claim, {
          now: Date.parse(start),
          basis,
          people,
          stored,
          lookups: new Map(),
        })
        const day = Temporal.PlainDate.from(form.submittedAt.slice(0, 10))
        expect(verdictFor(datesOf(form.claimId), day), form.claimId).toBe(datesOf(form.claimId).verdict)
      }
    },
  )
})
