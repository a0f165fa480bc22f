import Database from 'better-sqlite3'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { ReadStore } from '../../../src-main/store/openStore.ts'
import { boardSteps } from '../../../src-main/workstation/lead/boardSteps.ts'
import { momentOf } from '../../../src-main/workstation/lead/teamDays.ts'
import type { LeadBoard } from '../../../src-preload/contract/lead.ts'
import { LEAD_CALENDAR, leadProfile } from '../measure/leadProfile.ts'
import { type Bench, compare } from '../measure/row.ts'

const run = promisify(execFile)
const SHELL = '/usr/bin/sqlite3'
const NOW = Date.parse('2026-11-20T10:00:00Z')
const TEAM = { calendar: LEAD_CALENDAR, people: [] }

/** The shell and the product read one file in turn; neither writes. */
export const leadTiles: Bench = {
  id: 'lead-tiles',
  async run({ root, say, scratch }) {
    if (!existsSync(SHELL))
      throw new Error(
        `The row of the board needs Debian's SQLite shell: no ${SHELL}. apt-get install -y sqlite3`,
      )
    const file = await leadProfile({ root, say, scratch }, NOW)
    const script = join(scratch, 'board.sql')
    const statements = statementsOf(file)
    await writeFile(script, scriptOf(statements))
    const db = new Database(file, { readonly: true })
    const store: ReadStore = { sqlite: db }
    try {
      return await compare(
        {
          id: 'lead-tiles',
          what: 'all figures of the board over 1,000,000 entries of history, 100,000 claims',
          baseline: 'the same SQL in the sqlite3 shell, on the same file',
          must: 1.5,
          aim: 0.2,
          rounds: 9,
          ours: () => Promise.resolve(ours(store)),
          theirs: () => theirs(file, script, statements.length),
        },
        say,
      )
    } finally {
      db.close()
    }
  },
}

function ours(store: ReadStore): number {
  const startedAt = performance.now()
  const board = boardOf(store)
  const took = performance.now() - startedAt
  if (board.tiles.every(({ claims }) => claims === 0)) throw new Error('The board counts nothing.')
  return took
}

/** Without the turns of others between its steps. */
function boardOf(store: ReadStore): LeadBoard {
  const steps = boardSteps(store, momentOf(LEAD_CALENDAR, NOW), TEAM)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** What the product asks SQLite for one board, with its values in place: the driver cuts long ones short where it tells them itself. */
function statementsOf(file: string): string[] {
  const asked: string[] = []
  const db = new Database(file, { readonly: true })
  const told = (sql: string, query: Database.Statement): Database.Statement => ({
    ...query,
    pluck: () => told(sql, query.pluck()),
    get: (values?: Values) => {
      asked.push(withValues(sql, values))
      return values === undefined ? query.get() : query.get(values)
    },
    all: (values?: Values) => {
      asked.push(withValues(sql, values))
      return values === undefined ? query.all() : query.all(values)
    },
  })
  const sqlite = new Proxy(db, {
    get: (target, name) =>
      name === 'prepare' ? (sql: string) => told(sql, target.prepare(sql)) : Reflect.get(target, name),
  })
  boardOf({ sqlite })
  db.close()
  return asked
}

type Values = Readonly<Record<string, string | number | null>>

const withValues = (sql: string, values: Values = {}): string =>
  sql.replaceAll(/@(\w+)/g, (_, name: string) => {
    const value = values[name] ?? null
    return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value)
  })

/** Twice, so that the shell has the pages at hand as the product does; the second time counts. */
const scriptOf = (statements: readonly string[]): string => {
  const once = statements.map((sql) => `${sql};`).join('\n')
  return `.output /dev/null\n${once}\n.timer on\n${once}\n`
}

async function theirs(file: string, script: string, statements: number): Promise<number> {
  const { stdout } = await run(SHELL, ['-batch', '-readonly', file, `.read ${script}`])
  const times = [...stdout.matchAll(/^Run Time: real ([\d.]+)/gm)].map(
    ([, seconds]) => Number(seconds) * 1000,
  )
  if (times.length !== statements)
    throw new Error(`The shell ran ${times.length} of ${statements} statements: ${stdout.slice(0, 500)}`)
  return times.reduce((sum, ms) => sum + ms, 0)
}
