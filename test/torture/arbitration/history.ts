import type * as fc from 'fast-check'
import type { PartyWish } from './cast.ts'

/** How often each is drawn. Where nobody is to whom it could be done, it is done to somebody, and refused. */
const WEIGHTS = {
  start_review: 2,
  request_info: 2,
  hold: 3,
  note: 1,
  write: 1,
  approve: 3,
  reject: 1,
  reject_as_due: 1,
  reopen: 2,
  case_ask: 2,
  case_tell: 1,
  /** Everybody of a case is reviewed and told, so that it can be decided. */
  prepare: 9,
  resubmit: 4,
  drop_item: 2,
  take_item_back: 1,
  change_partner: 1,
  paper: 1,
  say: 1,
  ask_rejection: 1,
  disassociate: 1,
  dispute: 3,
  decline: 1,
  accept: 1,
  come: 1,
  time: 3,
  /** A lead decides on what there is now. */
  decide: 7,
  /** The same, offline. */
  decide_offline: 4,
  send: 4,
  send_again: 2,
} as const

export type Deed = keyof typeof WEIGHTS

/** Somebody does something; to whom and how, two dice say. */
export interface Step {
  readonly deed: Deed
  readonly whom: number
  readonly how: number
}

/** What is done at the same moment, by people who all saw the same. */
export type Moment = readonly Step[]

export interface History {
  readonly parties: readonly PartyWish[]
  /** Reviewers have done their part of the cases that are there. */
  readonly isPrepared: boolean
  readonly moments: readonly Moment[]
}

/** Time goes on by itself, and reviewers' preparations are several acts. */
const NEVER_BESIDE: readonly Deed[] = ['time', 'prepare']

export function histories(of: typeof fc, moments: number): fc.Arbitrary<History> {
  const party: fc.Arbitrary<PartyWish> = of.record({
    products: of.uniqueArray(of.constantFrom(0, 0, 0, 0, 1, 1, 2), { minLength: 1, maxLength: 3 }),
    hasOwn: of.boolean(),
    begins: of.constantFrom('submitted', 'under_review', 'under_review', 'approved', 'approved'),
    policy: of.constantFrom('seed-2020', 'docs-2023'),
  })
  const stepOf = (deeds: readonly Deed[]): fc.Arbitrary<Step> =>
    of.record({
      deed: of.oneof(...deeds.map((deed) => ({ arbitrary: of.constant(deed), weight: WEIGHTS[deed] }))),
      whom: of.nat(59),
      how: of.nat(5_039),
    })
  const deeds = Object.keys(WEIGHTS) as Deed[] // the keys of the table above
  const alone = of.tuple(stepOf(deeds))
  const together = of.array(stepOf(deeds.filter((deed) => !NEVER_BESIDE.includes(deed))), {
    minLength: 2,
    maxLength: 3,
  })
  return of.record({
    parties: of.array(party, { minLength: 2, maxLength: 5 }),
    isPrepared: of.constantFrom(true, true, true, false),
    moments: of.array(of.oneof({ arbitrary: alone, weight: 4 }, { arbitrary: together, weight: 1 }), {
      minLength: Math.ceil(moments / 2),
      maxLength: moments,
    }),
  })
}
