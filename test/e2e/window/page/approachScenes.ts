import { CaseDetail } from '../../../../src-preload/contract/arbitration.ts'
import type { TextFinding } from '../../../../src-preload/contract/claims.ts'
import type { Handlers } from '../../../../src-preload/contract/index.ts'
import type { Block } from '../../../../src-preload/contract/vocabulary/blockShape.ts'
import type { CaseAsk } from '../../../../src-preload/contract/vocabulary/arbitrationWords.ts'
import { anAsk } from '../../../builders/arbitrationCase.ts'
import { DETAIL, PARTIES, threeParties } from './arbitrationScenes.ts'
import { after, ROWS } from './queueScenes.ts'

const [HOLDER, ASKED, LATECOMER] = PARTIES.map(({ claimId }) => claimId)
const LANGUAGES: Readonly<Record<string, string>> = {
  [HOLDER ?? '']: 'en',
  [ASKED ?? '']: 'it',
  [LATECOMER ?? '']: 'de',
}

const aBlock = (reason: Block['reason']) => ({ reason, criterion: null, item: null })

const told = { kind: 'tell', asks: [], dueAt: null, entryId: '5b0d1c5e-53a7-4a35-8c0b-0d6f5c1d6a02' }
const answered = { answeredAt: '2026-11-20T10:00:00.000Z', answer: 'resubmission' }
const LOGS: Readonly<Record<string, readonly unknown[]>> = {
  [HOLDER ?? '']: [anAsk({ asks: ['newest_poe', 'still_engaged'], ...answered })],
  [ASKED ?? '']: [anAsk(told), anAsk({ dueAt: after(3 * 24 * 60) })],
  [LATECOMER ?? '']: [],
}

const mayAll = (['case_ask', 'case_tell'] as const).map((action) => ({ action, blocks: [] }))
/** A decision about it waits here. */
const mayNone = mayAll.map(({ action }) => ({ action, blocks: [aBlock('operation_pending')] }))

export const OPEN = CaseDetail.parse({
  ...DETAIL,
  case: {
    ...DETAIL.case,
    parties: DETAIL.case.parties.map((party) => ({ ...party, outreach: LOGS[party.claimId] })),
  },
  claims: DETAIL.claims.map((one, at) => ({
    ...one,
    summary: { ...ROWS[at], claimId: one.claimId },
    actions: mayAll,
  })),
})

const WORDS: Readonly<Record<CaseAsk, string>> = {
  newest_poe: '– your most recent PoE, signed by the customer;',
  engagement_dates:
    '– the dates on which your work for the customer on these items began and ended, or is to end;',
  still_engaged: '– whether you still work with the customer on these items;',
  customer_statement: '– a dated written statement of the customer that names your company for these items.',
  other: '',
}

const letterOf = (claimId: string, asks: readonly CaseAsk[]): string =>
  [
    'Your association claim for Brightwater Foods Inc. covers items that are already associated with another partner or that another partner has claimed as well.',
    `Items concerned:\n– Dynamics 365 Finance`,
    asks.length === 0
      ? ''
      : `To be able to decide, we ask you for the following:\n${asks.map((ask) => WORDS[ask]).join('\n')}`,
    `Claim ID: ${claimId} (Finance rollout)`,
  ]
    .filter((block) => block !== '')
    .join('\n\n')

/** Finds the partner that the letters of this scene must not name. */
function leaksOf(text: string): TextFinding[] {
  const quote = 'Cascade Ledger'
  const start = text.indexOf(quote)
  return start < 0
    ? []
    : [
        {
          kind: 'names_rival',
          start,
          end: start + quote.length,
          quote,
          criterion: null,
          item: null,
          reason: null,
        },
      ]
}

/** Parties that can be asked and told, with what was written to them before. */
export const approachable: Partial<Handlers> = {
  ...threeParties,
  'arbitration.case': () => OPEN,
  'arbitration.draftLetters': ({ kind, parties, businessDays }) => ({
    letters: parties.map(({ claimId, asks }) => ({
      claimId,
      revision: 1,
      language: LANGUAGES[claimId] ?? 'en',
      text: letterOf(claimId, asks),
      dueAt: kind === 'tell' ? null : after((businessDays ?? 5) * 24 * 60),
      blocks: [],
    })),
  }),
  'claims.guardText': ({ text }) => ({ findings: leaksOf(text), repeated: null }),
  'arbitration.ask': ({ letters }) => ({
    outcomes: letters.map(({ claimId, commandId }) => ({
      claimId,
      // Somebody else asked the same just now.
      outcome:
        claimId === ASKED
          ? { outcome: 'blocked', blocks: [aBlock('already_asked')] }
          : { outcome: 'accepted', operationId: commandId, holdUntil: after(0.13) },
    })),
  }),
  'arbitration.tell': ({ letters }) => ({
    outcomes: letters.map(({ claimId, commandId }) => ({
      claimId,
      outcome: { outcome: 'accepted', operationId: commandId, holdUntil: null },
    })),
  }),
  'sync.undo': () => ({ outcome: 'undone' }),
} as Partial<Handlers>

/** One of them waits for what was decided about it. */
export const partlyApproachable: Partial<Handlers> = {
  ...approachable,
  'arbitration.case': () => ({
    ...OPEN,
    claims: OPEN.claims.map((one) => (one.claimId === LATECOMER ? { ...one, actions: mayNone } : one)),
  }),
}
