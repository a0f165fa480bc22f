import type { Handlers } from '../../../../src-preload/contract/index.ts'
import { Instant } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { CRITERIA } from '../../../../src-preload/contract/vocabulary/words.ts'
import { aCriterion, aDetail, aFinding, aForm } from '../../../builders/renderer/aClaim.ts'

const CITED =
  'Missing or Old Dates\nThe acknowledgment by Harrow Point Logistics on SOW Harrow Point.pdf, page 3, is older than twelve months.'
const LETTER = `We have reviewed your claim for Harrow Point Logistics and need more information.\n\n${CITED}\n\nNorthbank Advisory SE was asked the same.\n\nPlease answer by 27 November 2026, 23:59 (Europe/Rome).`

const placeOf = (text: string, quote: string) => ({
  start: text.indexOf(quote),
  end: text.indexOf(quote) + quote.length,
})
const TELLS = { criterion: null, item: null, reason: null }

/** What is wrong with a letter, and a request that was answered before. */
const guardText: Handlers['claims.guardText'] = ({ text, reasons }) => ({
  findings: [
    ...(text.includes(CITED)
      ? [
          {
            ...placeOf(text, CITED),
            kind: 'cites_held_criterion' as const,
            quote: CITED.split('\n')[1] ?? '',
            criterion: 'dates' as const,
            item: null,
            reason: 'POE_MISSING_OR_OLD_DATES' as const,
          },
        ]
      : []),
    ...(text.includes('Northbank')
      ? [
          {
            ...placeOf(text, 'Northbank Advisory'),
            ...TELLS,
            kind: 'names_rival' as const,
            quote: 'Northbank Advisory',
          },
        ]
      : []),
  ],
  repeated: reasons.includes('POE_MISSING_PRODUCTS')
    ? {
        reasons: ['POE_MISSING_PRODUCTS'],
        askedAt: Instant.parse('2026-11-05T09:00:00Z'),
        answeredAt: Instant.parse('2026-11-10T09:00:00Z'),
        papers: ['Allegato A, rapporto di adozione e formazione.pdf'],
        comments: [
          {
            at: Instant.parse('2026-11-09T09:00:00Z'),
            text: 'The report names Teams in chapter two, see the table there.',
          },
        ],
        fields: ['items'],
      }
    : null,
})

const items = [
  { id: 'i1', productId: 'm365.teams', name: 'Microsoft Teams', subscriptionId: null },
  { id: 'i2', productId: 'm365.exchange', name: 'Exchange Online', subscriptionId: null },
]
const MET = (['usablePoe', 'customerAcknowledgment', 'dates', 'serviceDescription'] as const).map(
  (criterion) => aFinding(criterion, 'met'),
)

export const guarded: Partial<Handlers> = {
  'claims.guardText': guardText,
  'claims.draftLetter': () => ({ language: 'en', text: LETTER }),
  'claims.open': () =>
    aDetail({
      form: { items },
      findings: [
        ...MET,
        { ...aFinding('products', 'met'), item: 'i1' },
        { ...aFinding('products', 'not_met'), item: 'i2' },
      ],
      over: { removableItems: ['i2'] },
    }),
}

/** Judged before the machine is seen. */
export const blindFirst: Partial<Handlers> = {
  'claims.open': () =>
    aDetail({
      findings: [],
      over: {
        blind: { state: 'hidden', voted: 0, of: 5 },
        criteria: CRITERIA.map((criterion) => ({
          criterion,
          item: criterion === 'products' ? (aForm.items[0]?.id ?? null) : null,
          machine: null,
          reviewer: null,
          effective: null,
          advisory: null,
        })),
      },
    }),
}

const ADVISORY = {
  effective: null,
  advisory: { level: 0.9, since: Instant.parse('2026-11-09T08:00:00.000Z') },
}

/** Everything holds, but two checks were right too seldom of late. */
export const advisory: Partial<Handlers> = {
  'claims.open': () => {
    const findings = [...MET, { ...aFinding('products', 'met'), item: aForm.items[0]?.id ?? 'i1' }]
    const isAdvisory = (criterion: string) => ['customerAcknowledgment', 'dates'].includes(criterion)
    const criteria = findings.map((one) => aCriterion(one, isAdvisory(one.criterion) ? ADVISORY : {}))
    return aDetail({ findings, over: { criteria } })
  },
}

/** Everything holds, and an approval waits for half a minute. */
export const sureThing: Partial<Handlers> = {
  'claims.open': () =>
    aDetail({ findings: [...MET, { ...aFinding('products', 'met'), item: aForm.items[0]?.id ?? 'i1' }] }),
  'claims.decide': ({ commandId }) => ({
    outcome: 'accepted',
    operationId: commandId,
    holdUntil: Instant.parse(new Date(Date.now() + 30_000).toISOString()),
  }),
}

const against = (
  criterion: Parameters<typeof aFinding>[0],
  code: string,
  values: Record<string, string>,
) => ({
  ...aFinding(criterion, 'not_met'),
  say: { code, values },
})

/** Form and proof say different things. */
export const contradicted: Partial<Handlers> = {
  'claims.open': () =>
    aDetail({
      findings: [
        against('usablePoe', 'poe_other_tenant', {
          document: 'sow.pdf',
          found: '3d0f8a52-91b4-4a6e-8c7d-5e2b1f60a9c3',
          claimed: aForm.customer.tenantId,
        }),
        against('dates', 'dates_too_old', { date: '2025-04-14', from: '2025-11-02', to: '2026-11-03' }),
        against('serviceDescription', 'service_other_kind', { text: 'licence advice' }),
      ],
    }),
}
