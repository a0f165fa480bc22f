import { expect, it, describe } from 'vitest'
import { RulePreviewAnswer } from '../../../../src-main/hub/api/rules.ts'
import { refreshClocks } from '../../../../src-main/hub/claims/refreshClocks.ts'
import type { HubClaim } from '../../../../src-main/hub/claims/hubClaim.ts'
import type { ClaimRecord } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import type { RuleName } from '../../../../src-preload/contract/vocabulary/ruleShape.ts'
import { aHubClaim, anEntry, at, NOW } from '../../../builders/hub/hubClaim.ts'
import { fc } from '../../../builders/hub/property.ts'
import { ruleDesk, SEED_PROFILE, TEAM_CALENDAR, withTwoLeads } from '../../../builders/hub/ruleDesk.ts'
import type { TestHub } from '../../../builders/hub/testHub.ts'
import { DOCS_2023, SEED_2020 } from '../../../builders/policy.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Claims in every state in which a clock runs, at any age, asked and not asked. */
const someClaims = fc.array(
  fc.record({
    state: fc.constantFrom('submitted', 'under_review', 'partner_action_required', 'approved', 'rejected'),
    agedHours: fc.integer({ min: 30, max: 700 }),
    tookHours: fc.integer({ min: 1, max: 29 }),
  }),
  { minLength: 1, maxLength: 6 },
)

const someDays = fc.uniqueArray(fc.integer({ min: -20, max: 40 }), { maxLength: 8 })

type Wish = { readonly state: HubClaim['state']; readonly agedHours: number; readonly tookHours: number }

const SUB: Partial<Record<HubClaim['state'], HubClaim['subState']>> = {
  submitted: 'queued',
  under_review: 'in_review',
  partner_action_required: 'open',
  approved: 'consent_open',
  rejected: 'disputable',
}

const LAST = {
  partner_action_required: 'information_requested',
  approved: 'approved',
  rejected: 'rejected',
} as const

function claimOf({ state, agedHours, tookHours }: Wish, index: number): HubClaim {
  const submitted = anEntry({ at: at(-agedHours), side: 'partner', kind: 'submitted' })
  const started = anEntry({ at: at(-agedHours + tookHours), kind: 'review_started' })
  const last = Object.entries(LAST).find(([one]) => one === state)?.[1]
  const ended = last === undefined ? [] : [anEntry({ at: at(-1), kind: last, toState: state })]
  const claim = aHubClaim({
    claimId: `P-${index}`,
    tenantId: `00000000-0000-4000-8000-${`${index + 1}`.padStart(12, '0')}`,
    state,
    subState: SUB[state] ?? null,
    history: state === 'submitted' ? [submitted] : [submitted, started, ...ended],
  })
  return { ...claim, form: { ...claim.form, submittedAt: at(-agedHours) } }
}

const dayAt = (offset: number): string => new Date(NOW + offset * DAY).toISOString().slice(0, 10)

/** What moved, told from the records alone. */
function movedBetween(before: ClaimRecord, after: ClaimRecord) {
  return before.clocks.flatMap(({ timer, dueAt }) => {
    const then = after.clocks.find((clock) => clock.timer === timer)?.dueAt ?? null
    return dueAt === null || dueAt === then ? [] : [{ timer, now: dueAt, after: then }]
  })
}

/** What the preview of a draft says, and what comes of it. */
export function describeRulePreview(hub: () => TestHub): void {
  const preview = async (rule: RuleName, query = '') =>
    RulePreviewAnswer.parse(
      await (await hub().get('team_lead', `${ruleDesk(hub()).at(rule, 'preview')}${query}`)).json(),
    )

  describe('the preview of a draft', () => {
    it('names every due instant that moves once the calendar is published, and no other', async () => {
      await fc.assert(
        fc.asyncProperty(someClaims, someDays, fc.boolean(), async (wishes, days, isLess) => {
          await hub().clear()
          await withTwoLeads(hub(), async () => {
            const { write, act, withHolidays } = ruleDesk(hub())
            const claims = wishes.map((wish, index) => claimOf(wish as Wish, index))
            await hub().put(...claims)
            const ids = claims.map(({ form }) => form.claimId)
            const before = await Promise.all(ids.map((id) => hub().record(id)))
            const known = new Set(hub().ports.rules.calendar.holidays.map(({ day }) => day))
            const content = withHolidays(...days.map(dayAt).filter((day) => !known.has(day)))
            const weekend = isLess ? [7] : content.calendar.weekend
            await write('team_lead', TEAM_CALENDAR, {
              kind: 'calendar',
              calendar: { ...content.calendar, weekend },
            })
            const told = await preview(TEAM_CALENDAR, '?$top=500')
            expect(told).toMatchObject({ effect: 'moves', next: null })
            const proposed = await act('team_lead', TEAM_CALENDAR, { act: 'propose', revision: 1 })
            if (proposed.outcome === 'refused') {
              expect(proposed.problem).toBe('nothing_changed')
              expect(told.counts).toMatchObject({ changed: 0, later: 0, earlier: 0 })
              return
            }
            await act('team_lead-2', TEAM_CALENDAR, { act: 'publish', revision: 2 })
            await refreshClocks(hub().ports)
            const after = await Promise.all(ids.map((id) => hub().record(id)))
            const moved = before.map((record, index) => ({
              claimId: record.form.claimId,
              moves: movedBetween(record, after[index] ?? record),
            }))
            expect(
              told.claims
                .filter(({ moves }) => moves.length > 0)
                .map(({ claimId, moves }) => ({
                  claimId,
                  moves: moves.map(({ timer, now, after: then }) => ({ timer, now, after: then })),
                })),
            ).toEqual(moved.filter(({ moves }) => moves.length > 0))
            expectCounts(
              told,
              before,
              moved.flatMap(({ moves }) => moves),
            )
          })
        }),
        { numRuns: 25 },
      )
    }, 240_000)

    it('says of a profile how it would be: what is open keeps its own', async () => {
      await withTwoLeads(hub(), async () => {
        const { write } = ruleDesk(hub())
        await hub().put(aHubClaim(), aHubClaim({ claimId: 'C-2', mpnId: '4712', documents: [] }))
        const profile = {
          ...SEED_2020,
          clocks: { ...SEED_2020.clocks, reviewBusinessDays: 6 },
          poe: { ...SEED_2020.poe, requiredFor: [] },
        }
        await write('team_lead', SEED_PROFILE, { kind: 'profile', profile }, { fromDay: '2026-12-01' })
        const told = await preview(SEED_PROFILE)
        expect(told).toMatchObject({ effect: 'would', counts: { claims: 2, later: 2, flipped: 1 } })
        const [first, second] = told.claims
        expect(first?.moves).toEqual([expect.objectContaining({ timer: 'review', businessDays: 1 })])
        const approve = second?.flips.find(({ act }) => act === 'approve')
        expect(approve?.now.map(({ reason }) => reason)).toContain('poe_missing')
        expect(approve?.after.map(({ reason }) => reason)).not.toContain('poe_missing')
      })
    })

    it('looks at every open claim by a drafted profile, whichever it goes by now', async () => {
      await withTwoLeads(hub(), async () => {
        const { write } = ruleDesk(hub())
        await hub().put(aHubClaim())
        const docs = { kind: 'profile', id: 'docs-2023' } as const
        await write('team_lead', docs, { kind: 'profile', profile: DOCS_2023 }, { fromDay: '2026-12-01' })
        const told = await preview(docs)
        const { reviewBusinessDays } = DOCS_2023.clocks
        expect(told).toMatchObject({ effect: 'would', counts: { claims: 1, changed: 1 } })
        expect(told.claims[0]?.moves.find(({ timer }) => timer === 'review')).toMatchObject({
          businessDays: reviewBusinessDays - SEED_2020.clocks.reviewBusinessDays,
        })
      })
    })

    it('gives the claims behind one of its counts, with the counts of all', async () => {
      await withTwoLeads(hub(), async () => {
        const { write } = ruleDesk(hub())
        await hub().put(aHubClaim(), aHubClaim({ claimId: 'C-2', mpnId: '4712', documents: [] }))
        const profile = {
          ...SEED_2020,
          clocks: { ...SEED_2020.clocks, reviewBusinessDays: 6 },
          poe: { ...SEED_2020.poe, requiredFor: [] },
        }
        await write('team_lead', SEED_PROFILE, { kind: 'profile', profile }, { fromDay: '2026-12-01' })
        const all = await preview(SEED_PROFILE)
        const flipped = await preview(SEED_PROFILE, '?list=flipped')
        expect(flipped.counts).toEqual(all.counts)
        expect(flipped.claims).toMatchObject([{ claimId: 'C-2', moves: [] }])
        expect(flipped.claims[0]?.flips).toEqual(all.claims[1]?.flips)
        const later = await preview(SEED_PROFILE, '?list=later&$top=1')
        expect(later).toMatchObject({ claims: [{ claimId: 'C-1', flips: [] }], next: 1 })
        expect((await preview(SEED_PROFILE, '?list=earlier')).claims).toEqual([])
        const path = ruleDesk(hub()).at(SEED_PROFILE, 'preview')
        expect((await hub().get('team_lead', `${path}?list=nothing`)).status).toBe(400)
      })
    })

    it('is given in pages, with the counts of all', async () => {
      await withTwoLeads(hub(), async () => {
        const { write, withHolidays } = ruleDesk(hub())
        const wish = { state: 'under_review', agedHours: 40, tookHours: 2 } as const
        await hub().put(...Array.from({ length: 5 }, (_, index) => claimOf(wish, index)))
        await write('team_lead', TEAM_CALENDAR, withHolidays('2026-11-20'))
        const ids: string[] = []
        for (let skip: number | null = 0; skip !== null; ) {
          const page: RulePreviewAnswer = await preview(TEAM_CALENDAR, `?$top=2&$skip=${skip}`)
          expect(page.counts).toMatchObject({ claims: 5, changed: 5 })
          ids.push(...page.claims.map(({ claimId }) => claimId))
          skip = page.next
        }
        expect(ids).toEqual(['P-0', 'P-1', 'P-2', 'P-3', 'P-4'])
      })
    })

    it('counts and does not list what is not for the eyes of whoever asks', async () => {
      await withTwoLeads(hub(), async () => {
        const { write, withHolidays } = ruleDesk(hub())
        await hub().put(aHubClaim(), aHubClaim({ claimId: 'C-2', mpnId: '4712', products: ['m365.intune'] }))
        const links = { links: [{ mpnId: '4712', reason: 'Worked there.' }] }
        await hub().ask('team_lead', 'PUT', '/v1.0/people/team_lead/partnerLinks', links)
        await write('team_lead', TEAM_CALENDAR, withHolidays('2026-11-20'))
        const told = await preview(TEAM_CALENDAR)
        expect(told.counts).toMatchObject({ changed: 2, hidden: 1 })
        expect(told.claims.map(({ claimId }) => claimId)).toEqual(['C-1'])
      })
    })
  })
}

function expectCounts(
  { counts }: RulePreviewAnswer,
  before: readonly ClaimRecord[],
  moves: readonly { readonly now: string; readonly after: string | null }[],
): void {
  const isOver = (instant: string | null) => instant !== null && Date.parse(instant) <= NOW
  expect(counts).toMatchObject({
    claims: before.length,
    dues: before.flatMap(({ clocks }) => clocks).filter(({ dueAt }) => dueAt !== null).length,
    later: moves.filter((move) => (move.after ?? '') > move.now).length,
    earlier: moves.filter((move) => (move.after ?? '') < move.now).length,
    breachesAdded: moves.filter((move) => !isOver(move.now) && isOver(move.after)).length,
    breachesRemoved: moves.filter((move) => isOver(move.now) && !isOver(move.after)).length,
  })
}
