import type { ReactNode } from 'react'
import type { CaseDetail } from '../../../../src-preload/contract/arbitration.ts'
import type { BoardParty } from '../../../../src-preload/contract/caseBoard.ts'
import type { DayReading, ReadFact } from '../../../../src-preload/contract/vocabulary/handWordShape.ts'
import { type Days, DaysByHand, sureDay } from '../../../ui/DaysByHand.tsx'
import { useSayOf } from './useSayOf.ts'

interface DaysCellProps {
  readonly what: ReadFact['what']
  readonly party: BoardParty
  readonly detail: CaseDetail
  readonly mayVerify: boolean
  /** The days in words, as the board shows them of whoever read them. */
  readonly children: ReactNode
}

/** Days of one party; where the machine could not tell them, or not all, a person may. */
export function DaysCell({ what, party, detail, mayVerify, children }: DaysCellProps) {
  const sayOf = useSayOf(detail, party.claimId)
  const read = party.readDays.find(({ reading }) => isAbout(reading, what, party.item)) ?? null
  const canRead = mayVerify && sayOf !== null && (read !== null || isOpen(what, party))
  const item = what === 'statement' ? party.item : null
  return (
    <>
      {read === null && children}
      <DaysByHand
        what={what}
        of={party.partnerName}
        read={read}
        readings={what === 'acknowledged' ? party.readings : []}
        known={knownOf(what, party)}
        places={[]}
        mayRead={canRead}
        onRead={async (days, evidenceId) =>
          sayOf !== null &&
          sayOf('claims.readDays', { reading: readingOf(what, days, party.item), evidenceId })
        }
        onForget={() => sayOf !== null && void sayOf('claims.forgetDays', { fact: { what, item } })}
      />
    </>
  )
}

const isAbout = (reading: DayReading, what: ReadFact['what'], item: string): boolean =>
  reading.what === what && (reading.what !== 'statement' || reading.item === item)

/** The machine could not tell, or in several ways; of an engagement also where an end is missing. */
function isOpen(what: ReadFact['what'], { acknowledged, statement, engagement }: BoardParty): boolean {
  const days = {
    acknowledged: [acknowledged],
    statement: [statement],
    engagement: [engagement?.start ?? null, engagement?.end ?? null],
  }
  return days[what].some((one) => sureDay(one) === null)
}

function knownOf(what: ReadFact['what'], { engagement }: BoardParty): Days {
  if (what !== 'engagement') return { first: null, last: null }
  return { first: sureDay(engagement?.start ?? null), last: sureDay(engagement?.end ?? null) }
}

function readingOf(what: ReadFact['what'], { first, last }: Days, item: string): DayReading {
  switch (what) {
    case 'engagement':
      return { what, start: first, end: last }
    case 'statement':
      return { what, item, day: first }
    case 'acknowledged':
      return { what, day: first }
  }
}
