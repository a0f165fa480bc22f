import { cpSync, mkdtempSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { teamForecast } from '../../../src-main/domain/forecast/teamForecast.ts'
import { listMadeDecisions, listOpenWork } from '../../../src-main/store/teamRepo.ts'
import { paceWindow } from '../../../src-main/domain/forecast/pace.ts'
import { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { aCalendar } from '../../builders/calendar.ts'
import { openBenchCore } from '../measure/benchCore.ts'
import { bigProfile, MANY_CLAIMS } from '../measure/bigProfile.ts'
import { type Bench, compare } from '../measure/row.ts'
import { bareDatabase } from '../../builders/profileKey.ts'

/** The day on which the big queue was made; its claims are due in the ten days around it. */
const NOW = Date.parse('2026-11-20T10:00:00Z')
const UNTIL = Date.parse('2026-12-05T00:00:00Z')
const REVIEWERS = 40

/** What a lead waits for with every claim they move: claims, who holds them and the pace read, the days to come worked through. */
export const leadForecast: Bench = {
  id: 'lead-forecast',
  async run({ root, say, scratch }) {
    const { database } = await bigProfile(root, say)
    const profile = mkdtempSync(join(scratch, 'forecast-'))
    cpSync(dirname(database), profile, { recursive: true })
    openEverything(join(profile, 'workstation.db'))
    const { core, close } = openBenchCore(root, profile)
    const calendar = aCalendar()
    const team = Array.from({ length: REVIEWERS }, (_, n) => ({
      userId: UserId.parse(`u-${n}`),
      name: `Reviewer ${n}`,
      claimsADay: 60,
      absences: [],
    }))
    const ours = () =>
      core.store.read((store) => {
        const window = paceWindow(calendar, NOW)
        const decisions = listMadeDecisions(store, window.from, window.to)
        const work = listOpenWork(store, UNTIL, NOW)
        const told = teamForecast({ work, team, decisions, calendar, now: NOW, until: UNTIL }).of()
        if (told.open !== MANY_CLAIMS || told.breaching.length === 0)
          throw new Error(`${told.open} claims were open, ${told.breaching.length} breach.`)
      })
    const scan = () =>
      core.store.read(({ sqlite }) => {
        const rows = sqlite
          .prepare(
            'select claim_id, due_sort from claims indexed by claims_by_due where due_sort <= ? order by due_sort, claim_id',
          )
          .raw()
          .all(UNTIL)
        if (rows.length !== MANY_CLAIMS) throw new Error(`${rows.length} rows were read.`)
      })
    try {
      return await compare(
        {
          id: 'lead-forecast',
          what: `which of ${MANY_CLAIMS.toLocaleString('en')} open claims breach in two weeks, ${REVIEWERS} reviewers`,
          baseline: 'the same rows read once by their index',
          must: 5,
          aim: 3,
          rounds: 9,
          ours: () => timed(ours),
          theirs: () => timed(scan),
        },
        say,
      )
    } finally {
      close()
    }
  },
}

/** Two of five claims of the big queue wait for a reviewer: here all of them do, and each is due by the day. */
function openEverything(file: string): void {
  const db = bareDatabase(file)
  db.exec(`update claims set state = 'under_review', sub_state = 'in_review'`)
  db.close()
}

function timed(work: () => void): Promise<number> {
  const startedAt = performance.now()
  work()
  return Promise.resolve(performance.now() - startedAt)
}
