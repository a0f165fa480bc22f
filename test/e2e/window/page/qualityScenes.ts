import type { Handlers } from '../../../../src-preload/contract/index.ts'
import {
  CheckStanding,
  CoachingNote,
  Override,
  SampledDecision,
  SampleView,
} from '../../../../src-preload/contract/vocabulary/qualityShape.ts'
import { TwinPair } from '../../../../src-preload/contract/vocabulary/twinShape.ts'
import { UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { CRITERIA } from '../../../../src-preload/contract/vocabulary/words.ts'
import { agreementByCriterion } from '../../../../src-main/domain/quality/agreement.ts'
import { shareOf } from '../../../../src-main/domain/quality/interval.ts'
import { aDetail, aForm } from '../../../builders/renderer/aClaim.ts'
import { after, aStatus } from './queueScenes.ts'

const DAY = 24 * 60
const SAMPLE = '0e6d7a0c-6f6e-4d4c-9d11-1f6f3a7b2c0'
const idOf = (at: number) => `00000000-0000-4000-8000-0000000000e${at}`
const MARTA = { userId: 'u-reviewer', name: 'Marta Ginevri' }
const JONAS = { userId: 'u-second', name: 'Jonas Albrecht' }
const LEAD = { userId: 'u-team-lead', name: 'Anouk Kessler' }

const about = (at: number) => ({
  claimId: `4277${at}265`,
  claimName:
    at % 2 === 0 ? 'Harrow Point Teams Phone' : 'Distribuzione Teams e Intune, stabilimenti di Bolzano',
  customerName: at % 2 === 0 ? 'Harrow Point Logistics, Inc.' : 'Ceramiche Valdorcia S.p.A.',
  partnerName: 'Tidewater Cloud Partners LLC',
})
const word = (criterion: string, verdict: string) => ({ criterion, item: null, verdict, reason: null })

const aDecision = (at: number, seconds: readonly string[] | null) =>
  SampledDecision.parse({
    sampleId: `${SAMPLE}1`,
    decisionId: idOf(at),
    ...about(at),
    decidedAt: after(-9 * DAY),
    reviewer: JONAS,
    first: {
      decider: MARTA,
      outcome: 'approve',
      verdicts: CRITERIA.map((criterion) => ({ ...word(criterion, 'met'), by: 'machine', machine: 'met' })),
    },
    second:
      seconds === null
        ? null
        : {
            at: after(-DAY),
            outcome: seconds.includes('not_met') ? 'reject' : 'approve',
            verdicts: CRITERIA.map((criterion, place) => word(criterion, seconds[place] ?? 'met')),
          },
  })

const DECISIONS = [
  aDecision(1, ['met', 'not_met', 'met', 'met', 'met']),
  aDecision(2, ['met', 'met', 'cannot_tell', 'met', 'met']),
  aDecision(3, ['met']),
  aDecision(4, ['met']),
  aDecision(5, null),
]

const CELLS = [
  { deciderId: MARTA.userId, outcome: 'approve', criterion: null, risk: 'usual', of: 61, drawn: 2 },
  { deciderId: MARTA.userId, outcome: 'reject', criterion: 'dates', risk: 'usual', of: 9, drawn: 1 },
  { deciderId: JONAS.userId, outcome: 'approve', criterion: 'products', risk: 'high', of: 4, drawn: 1 },
  { deciderId: JONAS.userId, outcome: 'request_info', criterion: 'dates', risk: 'usual', of: 12, drawn: 1 },
]

const twin = (at: number, outcome: string, reasons: readonly string[] = []) => ({
  ...about(at),
  decisionId: idOf(at),
  decidedAt: after(-at * DAY),
  decider: outcome === 'approve' ? MARTA : JONAS,
  outcome,
  reasons,
})
const aPair = (ids: readonly [number, number], nearness: number, dismissed: object | null = null) =>
  TwinPair.parse({
    approved: twin(ids[0], 'approve'),
    other: twin(ids[1], nearness === 1 ? 'reject' : 'request_info', [
      nearness === 1 ? 'REJ_INSUFFICIENT_POE' : 'POE_MISSING_CUSTOMER_ACK',
    ]),
    nearness,
    dismissed,
  })
const PAIRS = [
  aPair([2, 3], 1),
  aPair([4, 5], 0.94),
  aPair([6, 7], 1, { by: LEAD, at: after(-DAY), reason: 'The second customer withdrew by telephone.' }),
]

const aSample = (at: number, reviewed: number) =>
  SampleView.parse({
    sampleId: `${SAMPLE}${at}`,
    seed: 20261124,
    perCell: 1,
    most: 20,
    from: after(-30 * DAY),
    to: after(0),
    drawnBy: LEAD,
    drawnAt: after(-at * 2 * DAY),
    cells: CELLS,
    decisions: 5,
    reviewed,
  })

const aCheck = (criterion: string, hits: number, of: number, advisorySince: string | null = null) =>
  CheckStanding.parse({
    policy: { id: 'seed-2020', version: 1 },
    criterion,
    hits,
    of,
    low: shareOf(hits, of).low,
    high: shareOf(hits, of).high,
    level: 0.9,
    least: 20,
    advisorySince,
  })

const NOTE = CoachingNote.parse({
  noteId: idOf(9),
  decisionId: idOf(1),
  ...about(1),
  criteria: ['customerAcknowledgment'],
  missed: 'The signature on page 3 is that of the partner; the customer’s line is empty.',
  strength: 'The letter names every page.',
  quality: 3,
  from: LEAD,
  to: MARTA,
  at: after(-90),
})

const bothOf = (decisions: readonly SampledDecision[]) =>
  decisions.flatMap(({ decisionId, first, second }) =>
    (second?.verdicts ?? []).map(({ criterion, item, verdict }) => ({
      decisionId,
      criterion,
      item,
      first: first?.verdicts.find((one) => one.criterion === criterion)?.verdict ?? 'met',
      second: verdict,
    })),
  )

const sent = ({ commandId }: { readonly commandId: string }) =>
  ({ outcome: 'accepted', operationId: commandId }) as never

/** A team lead's: samples, agreement, precision and notes. */
export const leadQuality = (): Partial<Handlers> => ({
  'sync.status': () => aStatus(),
  'session.current': () => ({
    user: { ...LEAD, userId: UserId.parse(LEAD.userId), role: 'team_lead' },
    others: [],
    colleagues: [MARTA, JONAS].map(({ userId, name }) => ({
      userId: UserId.parse(userId),
      name,
      role: 'reviewer' as const,
    })),
  }),
  'quality.samples': () => ({ outcome: 'ok', samples: [aSample(1, 4), aSample(2, 5)] }),
  'twins.list': () => ({ outcome: 'ok', pairs: PAIRS, behind: 0 }),
  'twins.dismiss': sent,
  'quality.draw': () => ({ outcome: 'ok', sample: aSample(1, 4) }),
  'quality.sample': () => ({
    outcome: 'ok',
    decisions: DECISIONS,
    agreement: agreementByCriterion(bothOf(DECISIONS)).map(({ differing, ...one }) => ({
      ...one,
      differing: differing.map(({ criterion: _criterion, ...words }) => words) as never,
    })),
    outcomes: shareOf(3, 4),
  }),
  'quality.precision': () => ({
    outcome: 'ok',
    checks: [
      aCheck('usablePoe', 212, 214),
      aCheck('customerAcknowledgment', 168, 201, after(-6 * DAY)),
      aCheck('dates', 171, 180),
      aCheck('serviceDescription', 9, 12),
    ],
    overridden: [
      Override.parse({
        decisionId: idOf(1),
        ...about(1),
        decidedAt: after(-3 * DAY),
        decider: MARTA,
        criterion: 'customerAcknowledgment',
        item: null,
        machine: 'met',
        counted: 'not_met',
        reason: 'What was read as a signature is the stamp of the partner.',
      }),
    ],
  }),
  'quality.notes': () => ({ outcome: 'ok', notes: [NOTE] }),
  'quality.sendNote': sent,
})

/** A reviewer's: what they are to look at again, what they have, and a note. */
export const ownQuality = (): Partial<Handlers> => ({
  'sync.status': () => aStatus(),
  'quality.reviews': () => ({
    decisions: [
      { ...aDecision(5, null), first: null },
      { ...aDecision(1, ['met', 'not_met', 'met', 'met', 'met']) },
    ],
  }),
  'quality.notes': () => ({ outcome: 'ok', notes: [NOTE] }),
  'quality.sendReview': sent,
  'claims.open': () =>
    aDetail({
      findings: [],
      over: {
        secondReview: { sampleId: `${SAMPLE}1`, decisionId: SampledDecision.shape.decisionId.parse(idOf(5)) },
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
})

/** A reviewer's, who has said a word and left the page. */
export const begunReview = (): Partial<Handlers> => ({
  ...ownQuality(),
  'reviewDrafts.get': () => ({
    draft: {
      outcome: null,
      words: [
        {
          criterion: 'dates',
          item: null,
          verdict: 'not_met',
          reason: 'The day on page 3 is that of the draft.',
        },
      ],
    },
  }),
})

/** No hub: what is kept here shows, the rest is said to be away. */
export const awayQuality = (): Partial<Handlers> => ({
  ...leadQuality(),
  'quality.samples': () => ({ outcome: 'offline' }),
  'twins.list': () => ({ outcome: 'offline' }),
  'quality.precision': () => ({ outcome: 'offline' }),
  'quality.notes': () => ({ outcome: 'offline' }),
})
