import type { ClaimForm } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { IntakeNote, StatedClaim } from '../../../src-preload/contract/vocabulary/intakeShape.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import type { Activity, PurchaseChannel } from '../../../src-preload/contract/vocabulary/words.ts'
import type { ClaimWords, KnownArea, KnownProgram } from './fieldWords.ts'
import { intakeNote } from './notes.ts'

/** One way of claiming (domain.md section 1.4, S-114 to S-117). */
export interface MatrixRow {
  readonly area: KnownArea
  readonly activity: Activity
  readonly program: KnownProgram
  /** What the partner influenced; the purpose that a claim's header shows (S-01, S-03). */
  readonly influences: 'purchase' | 'usage' | 'selection'
  /** Channels that count; null = every one does, the area does not ask how it was bought. */
  readonly channels: readonly PurchaseChannel[] | null
  /** No payment comes of it in any reading of the rules (S-116). Whether the others pay, the program guide says. */
  readonly neverPays: boolean
}

const BOUGHT_FROM_MICROSOFT: readonly PurchaseChannel[] = ['VOLUME_LICENSING', 'WEB_DIRECT']

/** Everything that can be claimed. The order of the rows says which programme leads a claim with two activities. */
export const MATRIX: readonly MatrixRow[] = [
  {
    area: 'BUSINESS_APPLICATIONS',
    activity: 'PRESALES',
    program: 'OSA_SELL',
    influences: 'purchase',
    channels: BOUGHT_FROM_MICROSOFT,
    neverPays: false,
  },
  {
    area: 'BUSINESS_APPLICATIONS',
    activity: 'USAGE',
    program: 'OSU_BIZAPPS',
    influences: 'usage',
    channels: BOUGHT_FROM_MICROSOFT,
    neverPays: false,
  },
  {
    area: 'BUSINESS_APPLICATIONS',
    activity: 'REVENUE_ASSOCIATION',
    program: 'REVENUE_ASSOCIATION',
    influences: 'selection',
    channels: BOUGHT_FROM_MICROSOFT,
    neverPays: true,
  },
  {
    area: 'MICROSOFT_365',
    activity: 'USAGE',
    program: 'OSU_M365',
    influences: 'usage',
    channels: null,
    neverPays: false,
  },
]

type FormPolicy = Pick<PolicyProfile, 'form'>
type Combined = Pick<ClaimForm, 'solutionArea' | 'program' | 'activities'>

const rowsOf = (area: string): MatrixRow[] => MATRIX.filter((row) => row.area === area)

/** The programmes of some activities, one for each, in the order of the matrix; empty when one of them is not for the area. */
export function programsOf(area: string, activities: readonly Activity[]): KnownProgram[] {
  const rows = rowsOf(area).filter(({ activity }) => activities.includes(activity))
  return rows.length === new Set(activities).size ? rows.map(({ program }) => program) : []
}

/**
 * Revenue association stands alone, always; presales and usage may stand together where the policy says so (C-11, S-91).
 * @param policy null = whatever some policy allows.
 */
function mayStandTogether(activities: readonly Activity[], policy: FormPolicy | null): boolean {
  if (new Set(activities).size < 2) return true
  return !activities.includes('REVENUE_ASSOCIATION') && policy?.form.mayCombineActivities !== false
}

/**
 * The programme that a claim belongs to; null = the matrix has no such claim. With presales and usage in one claim OSA-Sell leads,
 * the programme of the step that comes first; each activity is judged by itself all the same (C-11).
 */
export function programOf(
  area: string,
  activities: readonly Activity[],
  policy: FormPolicy,
): KnownProgram | null {
  return mayStandTogether(activities, policy) ? (programsOf(area, activities)[0] ?? null) : null
}

/**
 * Whether a claim that came in is one of the matrix. Which activities may stand together was the policy's matter at intake and is
 * not asked again. Null = one of its words is not known, so nobody can say.
 */
export function fitsMatrix({ solutionArea, program, activities }: Combined): boolean | null {
  if (solutionArea === 'UNKNOWN' || program === 'UNKNOWN' || activities.length === 0) return null
  return mayStandTogether(activities, null) && programsOf(solutionArea, activities).includes(program)
}

/** Whether what was bought this way can be claimed in an area (S-114 to S-116). */
export function channelCounts(area: string, channel: PurchaseChannel): boolean {
  return rowsOf(area).some(({ channels }) => channels === null || channels.includes(channel))
}

/** Whether the area asks how the product was bought. */
function asksForChannel(area: string): boolean {
  return rowsOf(area).some(({ channels }) => channels !== null)
}

/** What the matrix says of a claim whose area is known: activities, their combination, the programme, the channel. */
export function matrixNotes(claim: StatedClaim, words: ClaimWords, policy: FormPolicy): IntakeNote[] {
  const { area } = words
  if (area === null) return []
  return [
    ...activityNotes(words, area, policy),
    ...programNotes(claim, words, area, policy),
    ...channelNotes(claim, words, area),
  ]
}

function activityNotes(words: ClaimWords, area: KnownArea, policy: FormPolicy): IntakeNote[] {
  const place = { field: 'activities' }
  const allowed = rowsOf(area).map(({ activity }) => activity)
  const wrong = [
    ...words.strangeActivities,
    ...words.activities.filter((activity) => !allowed.includes(activity)),
  ]
  if (words.activities.length + wrong.length === 0)
    return [intakeNote('refuse', 'field_missing', place, place)]
  const notes = wrong.map((activity) =>
    intakeNote('refuse', 'activity_not_for_area', place, { activity, area, allowed: allowed.join(', ') }),
  )
  if (mayStandTogether(words.activities, policy)) return notes
  const activities = words.activities.join(', ')
  return [...notes, intakeNote('refuse', 'activities_not_together', place, { activities })]
}

function programNotes(
  claim: StatedClaim,
  words: ClaimWords,
  area: KnownArea,
  policy: FormPolicy,
): IntakeNote[] {
  const derived = programOf(area, words.activities, policy)
  const { program } = words
  if (derived === null || program === null || programsOf(area, words.activities).includes(program)) return []
  return [
    intakeNote('refuse', 'program_differs', { field: 'program' }, { stated: claim.program ?? '', derived }),
  ]
}

function channelNotes(claim: StatedClaim, { channel }: ClaimWords, area: KnownArea): IntakeNote[] {
  const place = { field: 'purchaseChannel' }
  if (!asksForChannel(area)) return []
  if (channel === null)
    return [intakeNote('warn', 'channel_unknown', place, { stated: claim.purchaseChannel ?? '–' })]
  return channelCounts(area, channel)
    ? []
    : [intakeNote('refuse', 'channel_not_eligible', place, { channel, area })]
}
