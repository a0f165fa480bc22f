import type { Criterion, Verdict } from '../../../src-preload/contract/vocabulary/words.ts'
import type { Piece } from './sheet.ts'
import type { Desk } from './desk.ts'

/** A kind of paper; what must be said of it follows from what was put on it. Criteria left out may come out either way. */
export interface Scene {
  readonly name: string
  readonly activity?: 'USAGE' | 'PRESALES' | 'REVENUE_ASSOCIATION'
  /** Null where the paper cannot be made in this language or of this product. */
  readonly pieces: (desk: Desk) => readonly Piece[] | null
  readonly must: Must
  readonly isMail?: boolean
  /** Only Word files can have it. */
  readonly isWord?: boolean
  /** A second item is claimed, which the papers do not name. */
  readonly second?: Verdict
}
export type Must = Partial<Record<Criterion, Verdict>>

const HONEST = { usablePoe: 'met', products: 'met', serviceDescription: 'met' } as const
const NAMED = (desk: Desk): Piece => desk.line(desk.oneOf(desk.tongue.intros))
const whole = (desk: Desk, middle: readonly Piece[]): Piece[] => [
  desk.title(desk.oneOf(desk.tongue.titles.work)),
  NAMED(desk),
  desk.head(desk.oneOf(desk.tongue.scope)),
  ...middle,
  ...desk.terms(),
  desk.signing(),
]

const honest = (name: string, product: (desk: Desk) => string | null): Scene => ({
  name,
  must: HONEST,
  pieces: (desk) => {
    const called = product(desk)
    return called === null
      ? null
      : whole(desk.calling(called), [desk.tenant(), ...desk.calling(called).work()])
  },
})

const NAMES: readonly Scene[] = [
  honest('the product by its official name', (desk) => desk.oneOf(desk.ware.official)),
  honest('the product by a former name', (desk) => desk.oneOfSome(desk.ware.former)),
  honest('the product by a short name', (desk) => desk.oneOf(desk.ware.short)),
  honest('the product by its name in this language', (desk) =>
    desk.oneOfSome(desk.tongue.productNames[desk.ware.id] ?? []),
  ),
]

/** The product stands apart from the work, or not in it. */
const PRODUCTS: readonly Scene[] = [
  {
    name: 'work in a table',
    must: HONEST,
    pieces: (desk) => whole(desk, [{ kind: 'rows', rows: desk.rows() }]),
  },
  {
    name: 'the product in a ticked line',
    must: { usablePoe: 'met', products: 'met' },
    pieces: (desk) =>
      whole(desk, [
        desk.head(desk.oneOf(desk.tongue.tickHeads)),
        desk.ticks(true),
        ...desk.without().hollow(),
      ]),
  },
  {
    name: 'the product in an unticked line',
    must: { usablePoe: 'met', products: 'not_met', serviceDescription: 'not_met' },
    pieces: (desk) =>
      whole(desk, [
        desk.head(desk.oneOf(desk.tongue.tickHeads)),
        desk.ticks(false),
        ...desk.calling(desk.sibling).work(),
      ]),
  },
  {
    name: 'the product excluded in a sentence',
    must: { usablePoe: 'met', products: 'not_met', serviceDescription: 'not_met' },
    pieces: (desk) =>
      whole(desk, [...desk.calling(desk.sibling).work(), desk.line(desk.oneOf(desk.tongue.excluded))]),
  },
  {
    name: 'the product in a list of exclusions',
    must: { usablePoe: 'met', products: 'not_met', serviceDescription: 'not_met' },
    pieces: (desk) =>
      whole(desk, [
        ...desk.calling(desk.sibling).work(),
        desk.head(desk.oneOf(desk.tongue.excludedHeads)),
        desk.bullet('PSTN'),
        desk.bullet(desk.product),
      ]),
  },
  {
    name: 'another product excluded',
    must: HONEST,
    pieces: (desk) =>
      whole(desk, [...desk.work(), desk.calling(desk.sibling).line(desk.oneOf(desk.tongue.excluded))]),
  },
  {
    name: 'only the twin on own servers',
    must: { usablePoe: 'met', products: 'not_met', serviceDescription: 'not_met' },
    pieces: (desk) =>
      desk.ware.twin === null ? null : whole(desk, desk.lines(desk.oneOf(desk.tongue.onServers))),
  },
  {
    name: 'moved from the twin on own servers',
    must: HONEST,
    pieces: (desk) =>
      desk.ware.twin === null ? null : whole(desk, [desk.line(desk.oneOf(desk.tongue.fromServers))]),
  },
  {
    name: 'other makers’ products alone',
    must: { usablePoe: 'met', products: 'not_met', serviceDescription: 'not_met' },
    pieces: (desk) => whole(desk, desk.lines(desk.oneOf(desk.tongue.foreignWork))),
  },
  {
    name: 'another product of the family alone',
    must: { usablePoe: 'met', products: 'not_met', serviceDescription: 'not_met' },
    pieces: (desk) => whole(desk, desk.calling(desk.sibling).work()),
  },
  {
    name: 'a suite alone',
    must: { usablePoe: 'met', products: 'cannot_tell' },
    pieces: (desk) => whole(desk, desk.calling(desk.oneOf(desk.suites)).work('any')),
  },
  {
    name: 'a feature that several products share',
    must: { usablePoe: 'met', products: 'cannot_tell' },
    pieces: (desk) =>
      desk.ware.feature === null ? null : whole(desk, desk.calling(desk.ware.feature).work('any')),
  },
  {
    name: 'work on another product, this one among licences only',
    must: { usablePoe: 'met', products: 'cannot_tell', serviceDescription: 'not_met' },
    pieces: (desk) =>
      whole(desk, [
        ...desk.calling(desk.sibling).work(),
        desk.head(desk.oneOf(desk.tongue.titles.licences)),
        desk.line(desk.oneOf(desk.tongue.licenceLines)),
      ]),
  },
  {
    name: 'the product in words that nobody sees',
    isWord: true,
    must: { products: 'not_met' },
    pieces: (desk) =>
      whole(desk, [
        ...desk.lines(desk.oneOf(desk.tongue.foreignWork)),
        { kind: 'unseen', text: desk.product },
      ]),
  },
  {
    name: 'two items of which one is named',
    second: 'not_met',
    must: { usablePoe: 'met', products: 'not_met' },
    pieces: (desk) => whole(desk, desk.work()),
  },
]

const SERVICES: readonly Scene[] = [
  {
    name: 'a completion report',
    must: HONEST,
    pieces: (desk) => [
      desk.title(desk.oneOf(desk.tongue.titles.report)),
      NAMED(desk),
      ...desk.work(),
      desk.signing(),
    ],
  },
  {
    name: 'a letter',
    must: HONEST,
    pieces: (desk) => [
      desk.line(desk.customer),
      desk.line(desk.tongue.titles.letter),
      ...desk.work(),
      desk.line(desk.tongue.mail.close),
      desk.line(desk.partner),
    ],
  },
  ...(['changeOrder', 'purchaseOrder'] as const).map(
    (kind): Scene => ({
      name: kind === 'changeOrder' ? 'a change order' : 'a purchase order of services',
      must: HONEST,
      pieces: (desk) => [desk.title(desk.tongue.titles[kind]), NAMED(desk), ...desk.work(), ...desk.terms()],
    }),
  ),
  {
    name: 'a mail of the customer that confirms',
    isMail: true,
    must: HONEST,
    pieces: (desk) => [
      desk.line(desk.tongue.mail.greeting),
      ...desk.tongue.mail.confirm.map(desk.line),
      desk.line(desk.tongue.mail.close),
      desk.line(desk.customer),
    ],
  },
  {
    name: 'one vague line',
    must: { usablePoe: 'met', serviceDescription: 'cannot_tell' },
    pieces: (desk) => whole(desk, [desk.line(desk.oneOf(desk.tongue.vague))]),
  },
  {
    name: 'plans alone',
    must: { serviceDescription: 'cannot_tell' },
    pieces: (desk) => whole(desk, desk.lines(desk.oneOf(desk.tongue.plans))),
  },
  {
    name: 'hollow words and licence lines',
    must: { products: 'cannot_tell', serviceDescription: 'not_met' },
    pieces: (desk) => whole(desk, [...desk.hollow(), desk.line(desk.oneOf(desk.tongue.licenceLines))]),
  },
  {
    name: 'hollow words, licence lines and small print',
    must: { products: 'cannot_tell', serviceDescription: 'not_met' },
    pieces: (desk) =>
      whole(desk, [
        ...desk.hollow(),
        desk.line(desk.oneOf(desk.tongue.licenceLines)),
        ...desk.lines(desk.tongue.smallPrint ?? []),
      ]),
  },
  {
    name: 'a named project, small print and no work',
    must: { serviceDescription: 'not_met' },
    pieces: (desk) => whole(desk, [desk.head(desk.product), ...desk.lines(desk.tongue.smallPrint ?? [])]),
  },
  {
    name: 'only a reference to an annex',
    must: { products: 'not_met', serviceDescription: 'not_met' },
    pieces: (desk) => whole(desk, desk.tongue.annexOnly.map(desk.line)),
  },
  {
    name: 'another company does the work',
    must: { serviceDescription: 'not_met' },
    pieces: (desk) => whole(desk, desk.lines(desk.oneOf(desk.tongue.byOthers))),
  },
  ...(['presales', 'revenue'] as const).flatMap((kind): Scene[] => {
    const told = (desk: Desk): readonly Piece[] => whole(desk, desk.lines(desk.oneOf(desk.tongue[kind])))
    const own = kind === 'presales' ? 'PRESALES' : 'REVENUE_ASSOCIATION'
    const inPart = (desk: Desk): readonly Piece[] | null =>
      kind === 'revenue' && desk.ware.area === 'MICROSOFT_365' ? null : told(desk)
    return [
      { name: `${kind} work, as claimed`, activity: own, must: HONEST, pieces: inPart },
      {
        name: `${kind} work for a claim of usage`,
        must: { usablePoe: 'met', products: 'met', serviceDescription: 'cannot_tell' },
        pieces: inPart,
      },
      {
        name: `work of usage for a claim of ${kind}`,
        activity: own,
        must: { usablePoe: 'met', products: 'met', serviceDescription: 'cannot_tell' },
        pieces: (desk) =>
          kind === 'revenue' && desk.ware.area === 'MICROSOFT_365' ? null : whole(desk, desk.work()),
      },
    ]
  }),
]

const PARTIES: readonly Scene[] = [
  {
    name: 'parties by their parts in the agreement',
    must: HONEST,
    pieces: (desk) => {
      const i = desk.below(desk.tongue.defined.length)
      return [
        desk.title(desk.oneOf(desk.tongue.titles.work)),
        ...desk.lines(desk.tongue.defined[i] ?? []),
        ...desk.lines(desk.tongue.definedWork[i] ?? []),
        ...desk.terms(),
      ]
    },
  },
  {
    name: 'the customer with another suffix, case or accents',
    must: HONEST,
    pieces: (desk) => whole(desk.naming({ customer: desk.oneOf(desk.tongue.customer.written) }), desk.work()),
  },
  {
    name: 'the partner with another suffix, case or accents',
    must: HONEST,
    pieces: (desk) => whole(desk.naming({ partner: desk.oneOf(desk.tongue.partner.written) }), desk.work()),
  },
  {
    name: 'both by short names, tied by their mail addresses',
    must: HONEST,
    pieces: (desk) => {
      const { customer, partner, contacts } = desk.tongue
      const by = desk.naming({ customer: customer.short, partner: partner.short })
      return [...whole(by, by.work()), by.line(contacts)]
    },
  },
  {
    name: 'the customer by a short name, tied by the tenant',
    must: HONEST,
    pieces: (desk) => {
      const by = desk.naming({ customer: desk.tongue.customer.short })
      return whole(by, [by.tenant(), ...by.work()])
    },
  },
  {
    name: 'another tenant',
    must: { usablePoe: 'not_met' },
    pieces: (desk) => whole(desk, [desk.tenant(true), ...desk.work()]),
  },
  {
    name: 'another customer',
    must: { usablePoe: 'not_met', products: 'cannot_tell', serviceDescription: 'not_met' },
    pieces: (desk) => {
      const by = desk.naming({ customer: desk.tongue.otherCustomer })
      return whole(by, by.work())
    },
  },
  {
    name: 'another partner',
    must: { usablePoe: 'not_met' },
    pieces: (desk) => {
      const by = desk.naming({ partner: desk.tongue.otherPartner })
      return whole(by, by.work())
    },
  },
  ...(['customer', 'partner'] as const).map(
    (side): Scene => ({
      name: `a sister company of the ${side}`,
      must: { usablePoe: 'cannot_tell' },
      pieces: (desk) => {
        const by = desk.naming({ [side]: desk.tongue[side].sister })
        return whole(by, by.work())
      },
    }),
  ),
  {
    name: 'a framework of several customers',
    must: { usablePoe: 'cannot_tell' },
    pieces: (desk) => [
      desk.title(desk.oneOf(desk.tongue.titles.work)),
      ...desk.lines(desk.tongue.frame),
      ...desk.terms(),
    ],
  },
]

const USELESS: readonly Scene[] = [
  ...(['invoice', 'quote', 'licences'] as const).map(
    (kind): Scene => ({
      name: { invoice: 'an invoice', quote: 'a quote', licences: 'an order of licences' }[kind],
      must: { usablePoe: 'not_met', products: 'cannot_tell', serviceDescription: 'not_met' },
      pieces: (desk) => [
        desk.title(desk.oneOf(desk.tongue.titles[kind])),
        ...(kind === 'licences' ? [NAMED(desk)] : desk.lines(desk.tongue.invoiceLines.slice(0, 2))),
        ...desk.lines(desk.tongue.licenceLines),
        ...desk.lines(desk.tongue.invoiceLines.slice(2)),
      ],
    }),
  ),
  {
    name: 'an unfilled template',
    must: { usablePoe: 'not_met', products: 'not_met', serviceDescription: 'not_met' },
    pieces: (desk) => [
      desk.title(desk.oneOf(desk.tongue.titles.work)),
      ...desk.lines(desk.tongue.template),
      ...desk.terms(),
    ],
  },
  {
    name: 'a brochure',
    must: { usablePoe: 'not_met', products: 'not_met', serviceDescription: 'not_met' },
    pieces: (desk) => [
      desk.title(desk.tongue.titles.brochure),
      ...desk.lines(desk.tongue.brochure),
      desk.line(desk.partner),
    ],
  },
  {
    name: 'an unrelated paper',
    must: { usablePoe: 'not_met', products: 'not_met', serviceDescription: 'not_met' },
    pieces: (desk) => desk.lines(desk.tongue.unrelated),
  },
]

export const SCENES: readonly Scene[] = [...NAMES, ...PRODUCTS, ...SERVICES, ...PARTIES, ...USELESS]
