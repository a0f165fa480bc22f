import { daysAfter } from '../../../src-main/domain/clocks/utcDays.ts'
import { type Chance, chanceOf } from '../../builders/chance.ts'
import type { House, Roles, Tongue } from './tongues/tongue.ts'
import { TONGUES } from './tongues/tongues.ts'

export const SIGNS = ['pen', 'image', 'ink', 'stamp', 'poorStamp', 'typed', 'certificate', 'seal'] as const
export type Sign = (typeof SIGNS)[number]

export const LAYOUTS = [
  'columns',
  'stacked',
  'cells',
  'partyRows',
  'formRows',
  'twinLines',
  'letter',
  'acceptance',
] as const
export type Layout = (typeof LAYOUTS)[number]

/** Where a side's date stands. `both`: in one line for both sides; then neither has a date of its own. */
export const DATINGS = ['labelled', 'over', 'beside', 'placed', 'bare', 'both', 'stamp'] as const
export type Dating = (typeof DATINGS)[number]

export const NAMINGS = ['company', 'role', 'roleAndCompany', 'person'] as const
export type Naming = (typeof NAMINGS)[number]

export interface Side {
  readonly who: 'customer' | 'partner'
  readonly house: House
  readonly role: string
  readonly person: string
  readonly job: string
  /** Null = the place is empty. */
  readonly sign: Sign | null
  /** ISO day; null = none stands there. */
  readonly day: string | null
}

export interface Plan {
  readonly number: number
  readonly form: 'pdf' | 'docx' | 'html' | 'mail'
  readonly tongue: Tongue
  readonly roles: Roles
  readonly layout: Layout
  readonly dating: Dating
  readonly naming: Naming
  readonly customer: Side
  readonly partner: Side
  /** The claim names another person of the customer than the one who signs. */
  readonly contact: string
  readonly isRepresented: boolean
  readonly customerFirst: boolean
  readonly witness: { readonly label: string; readonly person: string; readonly signs: boolean } | null
  /** Issue or letterhead day, and the period. */
  readonly issuedOn: string | null
  readonly period: readonly [from: string, to: string] | null
  readonly submittedOn: string
  /** Draws the wording; each its own, so that one more draw here changes no other. */
  readonly chance: Chance
}

/** What becomes of the customer's place. */
const FATES = {
  honest: 56,
  old: 7,
  late: 5,
  undated: 8,
  typed: 4,
  poorStamp: 4,
  partnerOnly: 10,
  nobody: 4,
  witnessOnly: 2,
} as const
type Fate = keyof typeof FATES

export function planOf(seed: number, number: number): Plan {
  const chance = chanceOf(seed * 7919 + number * 104_729)
  const tongue = TONGUES[number % TONGUES.length] ?? TONGUES[0]
  if (tongue === undefined) throw new Error('no tongue')
  const drawnForm = chance.weighted({ pdf: 84, docx: 7, mail: 5, html: 4 })
  const fate: Fate = chance.weighted(FATES)
  // Pages are signed by services, which date what they sign.
  const form = drawnForm === 'html' && fate === 'undated' ? 'pdf' : drawnForm
  const submittedOn = daysAfter('2026-02-10', chance.whole(0, 480))
  const layout = chance.pick(LAYOUTS)
  const drawnSign = signOf(chance, form, tongue, fate)
  // Who signs by a service or a certificate is dated by it.
  const sign =
    fate === 'undated' && (drawnSign === 'stamp' || drawnSign === 'certificate') ? 'image' : drawnSign
  const drawnDating = datingOf(chance, layout, sign)
  const dating = fate === 'undated' && drawnDating === 'both' ? 'labelled' : drawnDating
  const day = dayOf(chance, tongue, fate, submittedOn)
  const [person, other, third] = shuffled(chance, tongue.people)
  const roles = chance.pick(tongue.roles)
  const partnerSigns =
    fate === 'partnerOnly' || (fate !== 'nobody' && fate !== 'witnessOnly' && chance.is(0.75))
  const naming = chance.weighted({ company: 32, role: 28, roleAndCompany: 25, person: 15 })
  const isContact = chance.is(0.5)
  const witnessed = fate === 'witnessOnly' || chance.is(0.12)
  return {
    number,
    form,
    tongue,
    roles,
    layout,
    dating,
    naming,
    customer: {
      who: 'customer',
      house: chance.pick(tongue.customers),
      role: roles.customer,
      person: person ?? '',
      job: chance.pick(tongue.jobs),
      sign,
      day: dating === 'both' && layout !== 'letter' ? null : sign === null ? null : day,
    },
    partner: {
      who: 'partner',
      house: chance.pick(tongue.partners),
      role: roles.partner,
      person: other ?? '',
      job: chance.pick(tongue.jobs),
      sign: partnerSigns ? partnerSignOf(chance, sign) : null,
      day:
        partnerSigns && dating !== 'both' && chance.is(0.85)
          ? daysAfter(submittedOn, -chance.whole(-20, 600))
          : null,
    },
    contact: isContact ? (person ?? '') : (third ?? ''),
    isRepresented: !isContact && (naming === 'person' || chance.is(0.3)),
    customerFirst: chance.is(0.5),
    witness:
      witnessed && layout !== 'letter'
        ? {
            label: chance.pick(tongue.witness),
            person: third ?? '',
            signs: fate === 'witnessOnly' || chance.is(0.6),
          }
        : null,
    issuedOn:
      dating === 'both' && fate !== 'undated'
        ? day
        : chance.is(0.35)
          ? daysAfter(submittedOn, -chance.whole(20, 700))
          : null,
    period: chance.is(0.3) ? periodOf(chance, submittedOn) : null,
    submittedOn,
    chance: chanceOf(seed * 31 + number * 65_537 + 11),
  }
}

function signOf(chance: Chance, form: Plan['form'], { language }: Tongue, fate: Fate): Sign | null {
  if (fate === 'partnerOnly' || fate === 'nobody' || fate === 'witnessOnly') return null
  if (fate === 'typed' || fate === 'poorStamp') return fate
  if (form === 'docx') return chance.is(0.75) ? 'image' : 'stamp'
  if (form === 'html') return 'stamp'
  const seals = language === 'ja' ? 40 : 0
  return chance.weighted({ pen: 34, image: 24, ink: 10, stamp: 22, certificate: 10, seal: seals })
}

const partnerSignOf = (chance: Chance, sign: Sign | null): Sign =>
  sign === 'stamp' || sign === 'poorStamp' || chance.is(0.1)
    ? 'stamp'
    : chance.pick(['pen', 'pen', 'image', 'ink'])

function datingOf(chance: Chance, layout: Layout, sign: Sign | null): Dating {
  if (sign === 'stamp' && chance.is(0.6)) return 'stamp'
  const own = { labelled: 34, over: 10, beside: 14, placed: 22, bare: 8 }
  if (layout === 'cells' || layout === 'partyRows' || layout === 'formRows')
    return chance.is(0.88) ? 'labelled' : 'both'
  if (layout === 'letter') return chance.is(0.75) ? 'both' : 'placed'
  return chance.weighted({ ...own, both: layout === 'acceptance' ? 0 : 20 })
}

/** The day of the customer's acknowledgment as its fate wants it. */
function dayOf(chance: Chance, { language }: Tongue, fate: Fate, submitted: string): string | null {
  if (fate === 'undated') return null
  const back =
    fate === 'old' ? chance.whole(420, 900) : fate === 'late' ? -chance.whole(35, 200) : chance.whole(25, 320)
  const day = daysAfter(submitted, -back)
  // Where only custom says which of two figures is the month, the day shows it.
  return ['nl', 'pl', 'en'].includes(language) ? `${day.slice(0, 8)}${chance.whole(13, 28)}` : day
}

function periodOf(chance: Chance, submitted: string): readonly [string, string] {
  const from = daysAfter(submitted, -chance.whole(100, 900))
  return [from, daysAfter(from, chance.whole(40, 90))]
}

function shuffled<T>(chance: Chance, of: readonly T[]): T[] {
  return of
    .map((one) => [chance.next(), one] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, one]) => one)
}
