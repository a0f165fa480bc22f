import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'
import type { DayReading } from '../../../src-preload/contract/vocabulary/handWordShape.ts'
import { useStores } from '../../stores/Stores.tsx'
import { type Days, DaysByHand, sureDay } from '../../ui/DaysByHand.tsx'
import { mayVerify } from './mayJudge.ts'

const FACTS = ['acknowledged', 'engagement'] as const
type Fact = (typeof FACTS)[number]

/** The customer's acknowledgment and the engagement, where the machine could not tell their days. A verdict is said of the criterion. */
export function ReadByHand({ detail }: { readonly detail: ClaimDetail }) {
  return FACTS.map((what) => <OneFact key={what} what={what} detail={detail} />)
}

function OneFact({ what, detail }: { readonly what: Fact; readonly detail: ClaimDetail }) {
  const { openClaim } = useStores()
  const read = detail.readDays.find(({ reading }) => reading.what === what) ?? null
  const { send } = openClaim.getState()
  return (
    <DaysByHand
      what={what}
      read={read}
      readings={what === 'acknowledged' ? readingsOf(detail) : []}
      known={knownOf(what, detail)}
      places={detail.ownEvidence.filter(({ criterion }) => criterion !== 'products')}
      mayRead={mayVerify(detail) && (read !== null || isUntold(what, detail))}
      onRead={async (days, evidenceId) =>
        (await send('claims.readDays', { reading: readingOf(what, days), evidenceId })) !== null
      }
      onForget={() => void send('claims.forgetDays', { fact: { what, item: null } })}
    />
  )
}

const readingOf = (what: Fact, { first, last }: Days): DayReading =>
  what === 'engagement' ? { what, start: first, end: last } : { what, day: first }

/** Nothing of it was told, or a day of it can be read in several ways. */
function isUntold(what: Fact, { report }: ClaimDetail): boolean {
  const told = report?.told?.[what]
  if (told?.told !== 'yes') return true
  const { value } = told
  return ('from' in value ? [value] : [value.start, value.end]).some((days) => sureDay(days) === null)
}

function knownOf(what: Fact, { report }: ClaimDetail): Days {
  const told = report?.told?.engagement
  if (what !== 'engagement' || told?.told !== 'yes') return { first: null, last: null }
  return { first: sureDay(told.value.start), last: sureDay(told.value.end) }
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/

function readingsOf({ report }: ClaimDetail): string[] {
  const own = (report?.dates ?? []).filter(({ role }) => role === 'customer_signature')
  return [...new Set(own.flatMap(({ readings }) => readings).filter((day) => ISO_DAY.test(day)))].toSorted()
}
