import { describe, expect, it } from 'vitest'
import { Reference } from '../../../../src-main/hub/api/reference.ts'
import { refreshClocks } from '../../../../src-main/hub/claims/refreshClocks.ts'
import { startClockRounds } from '../../../../src-main/hub/jobs/clockRounds.ts'
import { bringRules } from '../../../../src-main/hub/prepareHub.ts'
import { aHubClaim } from '../../../builders/hub/hubClaim.ts'
import { ruleDesk, SEED_PROFILE, TEAM_CALENDAR, withTwoLeads } from '../../../builders/hub/ruleDesk.ts'
import { RULE_FILES, type TestHub } from '../../../builders/hub/testHub.ts'
import { SEED_2020 } from '../../../builders/policy.ts'

/** Calendars and profiles as leads change them. */
export function describeRules(hub: () => TestHub): void {
  const desk = () => ruleDesk(hub())
  const longer = { ...SEED_2020, clocks: { ...SEED_2020.clocks, reviewBusinessDays: 7 } }

  describe('a draft of a calendar or a profile', () => {
    it('is one for all leads: who writes over what they have not seen is told, with what is there', async () => {
      await withTwoLeads(hub(), async () => {
        const { write, withHolidays } = desk()
        const begun = await write('team_lead', TEAM_CALENDAR, withHolidays('2026-12-07'))
        expect(begun).toMatchObject({
          outcome: 'done',
          draft: { revision: 1, state: 'open', content: { calendar: { version: 3 } } },
        })
        const second = withHolidays('2026-12-07', '2026-12-24')
        const changed = await write('team_lead-2', TEAM_CALENDAR, second, { revision: 1 })
        expect(changed.draft).toMatchObject({ revision: 2, writtenBy: { userId: 'team_lead-2' } })
        const late = await write('team_lead', TEAM_CALENDAR, withHolidays('2026-12-31'), { revision: 1 })
        expect(late).toEqual({ outcome: 'refused', problem: 'changed_meanwhile', draft: changed.draft })
        const another = await write('team_lead', TEAM_CALENDAR, withHolidays('2026-12-31'))
        expect(another).toMatchObject({ outcome: 'refused', problem: 'draft_there' })
      })
    })

    it('judges and times nobody, and leaves no version behind when it is discarded', async () => {
      await withTwoLeads(hub(), async () => {
        const { write, act, withHolidays, book } = desk()
        await hub().put(aHubClaim())
        const before = await hub().record('C-1')
        await write('team_lead', TEAM_CALENDAR, withHolidays('2026-11-20'))
        expect(await refreshClocks(hub().ports)).toBe(0)
        expect(await hub().record('C-1')).toEqual(before)
        expect(await act('team_lead-2', TEAM_CALENDAR, { act: 'discard', revision: 1 })).toEqual({
          outcome: 'done',
          draft: null,
          published: null,
        })
        const { drafts, rules, acts } = await book()
        expect(drafts).toEqual([])
        expect(rules.find(({ rule }) => rule.kind === 'calendar')).toMatchObject({ newest: 2 })
        expect(acts.map(({ act: done, by }) => [done, by.userId])).toEqual([
          ['discarded', 'team_lead-2'],
          ['begun', 'team_lead'],
        ])
      })
    })

    it('is proposed with a reason, a change and, of a profile, a day that lies ahead', async () => {
      await withTwoLeads(hub(), async () => {
        const { write, act, withHolidays } = desk()
        const propose = async (rule: typeof TEAM_CALENDAR, revision: number) => {
          const answer = await act('team_lead', rule, { act: 'propose', revision })
          return answer.outcome === 'refused' ? answer.problem : answer.draft?.state
        }
        await write('team_lead', TEAM_CALENDAR, withHolidays())
        expect(await propose(TEAM_CALENDAR, 1)).toBe('nothing_changed')
        await write('team_lead', TEAM_CALENDAR, withHolidays('2026-12-07'), { revision: 1, because: ' ' })
        expect(await propose(TEAM_CALENDAR, 2)).toBe('reason_missing')
        await write('team_lead', SEED_PROFILE, { kind: 'profile', profile: longer })
        expect(await propose(SEED_PROFILE, 1)).toBe('day_missing')
        const profile = { kind: 'profile', profile: longer } as const
        await write('team_lead', SEED_PROFILE, profile, { revision: 1, fromDay: '2026-11-19' })
        expect(await propose(SEED_PROFILE, 2)).toBe('day_not_ahead')
        await write('team_lead', SEED_PROFILE, profile, { revision: 2, fromDay: '2026-11-20' })
        expect(await propose(SEED_PROFILE, 3)).toBe('proposed')
      })
    })

    it('is published by another lead than the one who wrote it last', async () => {
      await withTwoLeads(hub(), async () => {
        const { write, act, withHolidays } = desk()
        const publish = (who: 'team_lead' | 'team_lead-2', revision: number) =>
          act(who, TEAM_CALENDAR, { act: 'publish', revision })
        await write('team_lead', TEAM_CALENDAR, withHolidays('2026-12-07'))
        expect(await publish('team_lead-2', 1)).toMatchObject({ problem: 'not_proposed' })
        await act('team_lead', TEAM_CALENDAR, { act: 'propose', revision: 1 })
        expect(await publish('team_lead', 2)).toMatchObject({ problem: 'second_person' })
        expect(await publish('team_lead-2', 1)).toMatchObject({ problem: 'changed_meanwhile' })
        expect(await publish('team_lead-2', 2)).toEqual({ outcome: 'done', draft: null, published: 3 })
        expect(await publish('team_lead-2', 2)).toMatchObject({ problem: 'no_draft' })
      })
    })

    it('is not published over a version that came out after it was begun', async () => {
      await withTwoLeads(hub(), async () => {
        const { write, publish, act, withHolidays } = desk()
        await publish(TEAM_CALENDAR, withHolidays('2026-12-07'))
        await write('team_lead', TEAM_CALENDAR, withHolidays('2026-12-24'), { basedOn: 2 })
        const answer = await act('team_lead', TEAM_CALENDAR, { act: 'propose', revision: 1 })
        expect(answer).toMatchObject({ outcome: 'refused', problem: 'newer_version' })
      })
    })
  })

  describe('a calendar that was published', () => {
    it('times every claim, keeps the old due instants in their histories and leaves revisions alone', async () => {
      await withTwoLeads(hub(), async () => {
        const { publish, withHolidays } = desk()
        await hub().put(aHubClaim())
        const before = await hub().record('C-1')
        await publish(TEAM_CALENDAR, withHolidays('2026-11-20'))
        expect(await refreshClocks(hub().ports)).toBe(1)
        const after = await hub().record('C-1')
        expect(after.revision).toBe(before.revision)
        expect(after.calendar).toEqual({ id: 'review-team', version: 3 })
        const entry = after.history.at(-1)
        expect(entry).toMatchObject({ kind: 'clocks_moved', side: 'system', detail: 'review-team 3' })
        expect(entry?.changes).toEqual(
          before.clocks.map(({ timer, dueAt }, index) => ({
            field: `clocks.${timer}`,
            before: dueAt,
            after: after.clocks[index]?.dueAt,
          })),
        )
        expect(await refreshClocks(hub().ports)).toBe(0)
      })
    })

    it('reaches the clocks by the rounds of the hub, by themselves', async () => {
      await withTwoLeads(hub(), async () => {
        const { publish, withHolidays } = desk()
        await hub().put(aHubClaim())
        const rounds = startClockRounds(hub().ports)
        try {
          await publish(TEAM_CALENDAR, withHolidays('2026-11-20'))
          await expect
            .poll(async () => (await hub().record('C-1')).calendar?.version, { timeout: 10_000 })
            .toBe(3)
        } finally {
          await rounds.stop()
        }
      })
    })

    it('stays in force when the hub starts again with the file that it once began with', async () => {
      await withTwoLeads(hub(), async () => {
        const { publish, withHolidays } = desk()
        await publish(TEAM_CALENDAR, withHolidays('2026-11-20'))
        const started = await bringRules(hub().ports.db, RULE_FILES)
        expect(started.calendar).toMatchObject({ version: 3 })
        expect(started.calendar.holidays).toContainEqual({ day: '2026-11-20', name: 'Bridge day' })
      })
    })

    it('is taken back by a newer one that says what an earlier one said, proposed in one act', async () => {
      await withTwoLeads(hub(), async () => {
        const { publish, act, withHolidays, book } = desk()
        const { holidays } = hub().ports.rules.calendar
        await publish(TEAM_CALENDAR, withHolidays('2026-11-20'))
        const back = { act: 'restore', version: 2, because: 'It was no holiday.', fromDay: null } as const
        expect(await act('team_lead', TEAM_CALENDAR, back)).toMatchObject({
          outcome: 'done',
          draft: { state: 'proposed', restores: 2, content: { calendar: { version: 4 } } },
        })
        const published = await act('team_lead-2', TEAM_CALENDAR, { act: 'publish', revision: 1 })
        expect(published).toMatchObject({ published: 4 })
        expect(hub().ports.rules.calendar).toMatchObject({ version: 4, holidays })
        const reference = Reference.parse(await (await hub().get('reviewer', '/v1.0/reference')).json())
        expect(reference.calendars.map(({ version }) => version)).toEqual([4, 3, 2])
        expect((await book()).acts[0]).toMatchObject({
          act: 'published',
          version: 4,
          restores: 2,
          because: 'It was no holiday.',
          by: { userId: 'team_lead-2' },
          writtenBy: { userId: 'team_lead' },
        })
      })
    })
  })

  describe('a profile that was published', () => {
    it('judges claims from its day on, and none that is there', async () => {
      await withTwoLeads(hub(), async () => {
        const { publish, book } = desk()
        await hub().put(aHubClaim())
        const before = await hub().record('C-1')
        const answer = await publish(SEED_PROFILE, { kind: 'profile', profile: longer }, '2026-12-01')
        expect(answer).toMatchObject({ published: 2 })
        expect((await book()).assignments.at(-1)).toEqual({
          profile: { id: 'seed-2020', version: 2 },
          fromDay: '2026-12-01',
          toDay: null,
        })
        expect(await refreshClocks(hub().ports)).toBe(0)
        expect(await hub().record('C-1')).toEqual(before)
        expect(hub().ports.rules.profileFor('2026-12-01T08:00:00Z').clocks.reviewBusinessDays).toBe(7)
        expect(hub().ports.rules.profileFor('2026-11-30T08:00:00Z').clocks.reviewBusinessDays).toBe(5)
      })
    })
  })

  it('are not for anybody else, and there is none of a rule that nobody knows', async () => {
    expect((await hub().get('reviewer', '/v1.0/rules')).status).toBe(403)
    const unknown = await hub().post('team_lead', '/v1.0/rules/calendar/nowhere/acts', {
      act: 'discard',
      revision: 1,
    })
    expect(unknown.status).toBe(404)
    expect((await hub().post('team_lead', '/v1.0/rules/law/seed-2020/acts', {})).status).toBe(404)
  })
}
