import { gt, sql } from 'drizzle-orm'
import type { Calendar } from '../../../src-preload/contract/vocabulary/calendarShape.ts'
import type { RuleContent, RuleName } from '../../../src-preload/contract/vocabulary/ruleShape.ts'
import { HubUser } from '../../../src-main/hub/api/people.ts'
import { type ActOnRule, RuleAnswer, RuleBook, type WriteRuleDraft } from '../../../src-main/hub/api/rules.ts'
import { putDemoUsers } from '../../../src-main/hub/store/peopleRepo.ts'
import { listAssignments, putAssignments } from '../../../src-main/hub/store/referenceRepo.ts'
import { calendars, policyProfiles } from '../../../src-main/hub/store/schema.ts'
import type { TestHub } from './testHub.ts'

type Lead = 'team_lead' | 'team_lead-2'

export const TEAM_CALENDAR: RuleName = { kind: 'calendar', id: 'review-team' }
export const SEED_PROFILE: RuleName = { kind: 'profile', id: 'seed-2020' }

/** Two leads at their calendars and profiles, over HTTP. */
export function ruleDesk(hub: TestHub) {
  const at = ({ kind, id }: RuleName, what: string) => `/v1.0/rules/${kind}/${id}/${what}`
  const answerOf = async (response: Response) => RuleAnswer.parse(await response.json())
  const book = async (): Promise<RuleBook> =>
    RuleBook.parse(await (await hub.get('team_lead', '/v1.0/rules')).json())
  const act = async (who: Lead, rule: RuleName, wish: ActOnRule) =>
    answerOf(await hub.post(who, at(rule, 'acts'), wish))
  const write = async (who: Lead, rule: RuleName, content: RuleContent, more: Partial<WriteRuleDraft> = {}) =>
    answerOf(
      await hub.ask(who, 'PUT', at(rule, 'draft'), {
        revision: null,
        basedOn: (await book()).rules.find((one) => one.rule.id === rule.id)?.newest,
        content,
        because: 'The bridge day was agreed.',
        fromDay: null,
        ...more,
      }),
    )
  return {
    book,
    act,
    write,
    at,
    /** The calendar in force with these days off besides. */
    withHolidays: (...days: readonly string[]): { kind: 'calendar'; calendar: Calendar } => ({
      kind: 'calendar',
      calendar: {
        ...hub.ports.rules.calendar,
        holidays: [...hub.ports.rules.calendar.holidays, ...days.map((day) => ({ day, name: 'Bridge day' }))],
      },
    }),
    /** Written by the one, published by the other. */
    async publish(rule: RuleName, content: RuleContent, fromDay: string | null = null) {
      const written = await write('team_lead', rule, content, { fromDay })
      const revision = written.draft?.revision ?? 0
      await act('team_lead', rule, { act: 'propose', revision })
      return act('team_lead-2', rule, { act: 'publish', revision: revision + 1 })
    },
  }
}

/** A second lead is there for the run, and what was published goes again: other tests know the calendar that is shipped. */
export async function withTwoLeads(hub: TestHub, run: () => Promise<void>): Promise<void> {
  const { db, rules } = hub.ports
  await putDemoUsers(db, [
    HubUser.parse({ userId: 'team_lead-2', name: 'The second lead', role: 'team_lead' }),
  ])
  const assigned = await listAssignments(db)
  const version = rules.calendar.version
  try {
    await run()
  } finally {
    await db.transaction((tx) => putAssignments(tx, assigned))
    await hub.owner.delete(calendars).where(gt(calendars.version, version))
    await hub.owner.delete(policyProfiles).where(gt(policyProfiles.version, 1))
    await hub.owner.execute(sql`delete from users where user_id = 'team_lead-2'`)
    await rules.refresh(db)
  }
}
