import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Input, Output } from '../../../src-preload/contract/index.ts'
import { block } from '../../domain/claim/block.ts'
import { mayLead } from '../../domain/claim/roles.ts'
import { makingNow, printOut } from '../caseFile/printOut.ts'
import type { Sayings } from '../caseFile/sayings.ts'
import type { Core } from '../core.ts'
import { findTeamCalendar, momentOf, teamWeekOf } from '../lead/teamDays.ts'
import { gatherWeek, type WeekFacts } from './weekFacts.ts'
import { WeekPage } from './WeekPage.tsx'

/** One PDF of what the team did in a week, written where the lead chose. Works without the hub. */
export async function makeWeekly(
  core: Core,
  { weeksAgo, locale }: Input<'reports.weekly'>,
): Promise<Output<'reports.weekly'>> {
  if (!mayLead(core.session.user().role)) return { outcome: 'blocked', blocks: [block('role_may_not')] }
  const facts = factsNow(core, weeksAgo)
  const { monday } = facts.week
  return printOut(core, {
    locale,
    fileName: (say) => say('weekly.save.name', { from: monday }),
    act: 'weekly_report',
    facts: { week: monday },
    write: (sayings) => writeWeek(facts, sayings),
  })
}

/** The report as a page for print. Pure; everything that a stranger wrote is escaped by React. */
export const writeWeek = (facts: WeekFacts, { say, locale }: Sayings): string =>
  `<!doctype html>${renderToStaticMarkup(createElement(WeekPage, { sheet: { facts, say, locale } }))}`

function factsNow(core: Core, weeksAgo: number): WeekFacts {
  const now = core.ports.clock.now()
  const gathered = core.store.read((store) => {
    const calendar = findTeamCalendar(store)
    const { days } = momentOf(calendar, now)
    return gatherWeek(store, { week: teamWeekOf(calendar, now, weeksAgo), now, days })
  })
  return { ...gathered, made: makingNow(core) }
}
