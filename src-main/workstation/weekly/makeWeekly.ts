import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Input, Output } from '../../../src-preload/contract/index.ts'
import { CONTRACT_VERSION } from '../../../src-preload/contract/version.ts'
import { block } from '../../domain/claim/block.ts'
import { mayLead } from '../../domain/claim/roles.ts'
import { appendAudit } from '../../store/auditRepo.ts'
import { toInstant } from '../../store/instants.ts'
import { loadSayings, type Sayings } from '../caseFile/sayings.ts'
import type { Core } from '../core.ts'
import { hashOf } from '../documents/documentFiles.ts'
import type { CopyPlace } from '../ports.ts'
import { gatherWeek, weekOf, type WeekFacts } from './weekFacts.ts'
import { WeekPage } from './WeekPage.tsx'

type Answer = Output<'reports.weekly'>

/** One PDF of what the team did in a week, written where the lead chose. Works without the hub. */
export async function makeWeekly(core: Core, { day, locale }: Input<'reports.weekly'>): Promise<Answer> {
  if (!mayLead(core.session.user().role)) return { outcome: 'blocked', blocks: [block('role_may_not')] }
  const { printer } = core.ports
  if (printer === undefined || !(await printer.isThere())) return { outcome: 'no_printer' }
  const sayings = await loadSayings(locale)
  const facts = factsNow(core, day)
  const from = new Date(facts.week.from).toISOString().slice(0, 10)
  const place = await core.ports.chooseCopyPlace(sayings.say('weekly.save.name', { from }))
  if (place === null) return { outcome: 'cancelled' }
  try {
    return await handOut(core, await printer.print(writeWeek(facts, sayings)), from, place)
  } catch (error) {
    core.ports.log({ level: 'warn', event: 'a weekly report could not be printed', error })
    return { outcome: 'not_printed' }
  }
}

/** The report as a page for print. Pure; everything that a stranger wrote is escaped by React. */
export const writeWeek = (facts: WeekFacts, { say, locale }: Sayings): string =>
  `<!doctype html>${renderToStaticMarkup(createElement(WeekPage, { sheet: { facts, say, locale } }))}`

function factsNow({ store, session, ports }: Core, day: string): WeekFacts {
  const now = ports.clock.now()
  const { name, role } = session.user()
  return {
    ...store.read((s) => gatherWeek(s, weekOf(day), now)),
    made: {
      at: toInstant(now),
      by: { name, role },
      version: ports.host.version,
      contract: CONTRACT_VERSION,
      checker: ports.poe.checkerVersion,
      reader: ports.poe.readerVersion,
    },
  }
}

/** Noted before the first byte leaves: what follows may fail, but never unnoted. */
async function handOut(core: Core, pdf: Uint8Array, week: string, place: CopyPlace): Promise<Answer> {
  const facts = { week, sha256: hashOf(pdf), bytes: pdf.byteLength }
  const actor = core.session.user().userId
  const at = core.ports.clock.now()
  core.store.write((store) => appendAudit(store, { at, actor, act: 'weekly_report', claimId: null, facts }))
  try {
    await place.write(pdf)
    return { outcome: 'saved', where: place.where }
  } catch (error) {
    core.ports.log({ level: 'warn', event: 'a weekly report could not be written', error })
    return { outcome: 'failed' }
  }
}
