import { formatInstant } from '../../../src-preload/words/dates.ts'
import type { Say } from '../../../src-preload/words/say.ts'
import { Heads, PartHead, SectionHead } from '../caseFile/page/sheet.tsx'
import { styleOf } from '../caseFile/page/style.ts'
import { policyFor } from '../caseFile/page/CaseFilePage.tsx'
import { BREACH_COLUMNS, type Breaches, WEEK_DECISIONS, type WeekFacts } from './weekFacts.ts'

export interface WeekSheet {
  readonly facts: WeekFacts
  readonly say: Say
  readonly locale: string
}

/** The whole document; as of a case file, nothing of it is fetched and nothing runs. */
export function WeekPage({ sheet }: { readonly sheet: WeekSheet }) {
  const { say, locale, facts } = sheet
  const days = weekDays(sheet)
  const style = `${styleOf(say('weekly.foot', days))}${NUMBERS}`
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={policyFor(style)} />
        <title>{say('weekly.title', days)}</title>
        <style>{style}</style>
      </head>
      <body>
        <header>
          <p className="product">{say('weekly.product')}</p>
          <h1>{say('weekly.title', days)}</h1>
          <p className="second">
            {say('weekly.made', {
              at: formatInstant(locale, facts.made.at, 'record', facts.week.zone),
              name: facts.made.by.name,
            })}
          </p>
          <p className="second">{say('weekly.scope', { zone: facts.week.zone })}</p>
        </header>
        <Decisions sheet={sheet} />
        <BreachTables sheet={sheet} />
        <Ages sheet={sheet} />
      </body>
    </html>
  )
}

const NUMBERS = `
.grid { table-layout: fixed; width: calc(100% - 1pt) }
.grid th:first-child { width: 24% }
.grid td, .grid thead th + th { text-align: right }
.grid td { font-variant-numeric: tabular-nums }
.grid .total > * { font-weight: 600; border-top: 1pt solid #1a1a1a }
`

function weekDays({ facts: { week }, locale }: WeekSheet) {
  const day = (at: number) => formatInstant(locale, at, 'day', week.zone)
  return { from: day(week.from), to: day(week.until - 1) }
}

interface RowsProps {
  readonly name: string
  readonly heads: readonly string[]
  readonly rows: readonly { readonly name: string; readonly counts: readonly number[] }[]
  readonly sheet: WeekSheet
  readonly none: string
}

/** One row a name, the sum of each column below; no table where there is nothing to sum. */
function CountTable({ name, heads, rows, sheet: { say, locale }, none }: RowsProps) {
  if (rows.length === 0) return <p>{none}</p>
  const number = new Intl.NumberFormat(locale)
  const totals = heads.map((_, at) => rows.reduce((all, { counts }) => all + (counts[at] ?? 0), 0))
  return (
    <table className="grid">
      <Heads names={[name, ...heads]} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">{row.name}</th>
            {row.counts.map((count, at) => (
              <td key={heads[at]}>{number.format(count)}</td>
            ))}
          </tr>
        ))}
        <tr className="total">
          <th scope="row">{say('weekly.total')}</th>
          {totals.map((count, at) => (
            <td key={heads[at]}>{number.format(count)}</td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}

interface SheetProps {
  readonly sheet: WeekSheet
}

function Decisions({ sheet }: SheetProps) {
  const { say, facts } = sheet
  return (
    <section>
      <SectionHead>{say('weekly.decisions')}</SectionHead>
      <CountTable
        sheet={sheet}
        name={say('weekly.reviewer')}
        heads={[...WEEK_DECISIONS.map((kind) => say(`weekly.decision.${kind}`)), say('weekly.all')]}
        rows={facts.decisions.map(({ name, counts }) => {
          const each = WEEK_DECISIONS.map((kind) => counts[kind])
          return { name, counts: [...each, each.reduce((all, one) => all + one, 0)] }
        })}
        none={say('weekly.decisions.none')}
      />
    </section>
  )
}

function BreachTables({ sheet }: SheetProps) {
  const { say, facts } = sheet
  const heads = BREACH_COLUMNS.map((column) => say(`weekly.breaches.${column}`))
  const cells = (counts: Breaches) => BREACH_COLUMNS.map((column) => counts[column])
  return (
    <section>
      <SectionHead>{say('weekly.breaches')}</SectionHead>
      <p className="second">{say('weekly.breaches.what')}</p>
      <PartHead>{say('weekly.byClock')}</PartHead>
      <CountTable
        sheet={sheet}
        name={say('table.clock')}
        heads={heads}
        rows={facts.byTimer.map(({ timer, counts }) => ({
          name: say(`timer.${timer}`),
          counts: cells(counts),
        }))}
        none={say('weekly.breaches.none')}
      />
      <PartHead>{say('weekly.byReviewer')}</PartHead>
      <CountTable
        sheet={sheet}
        name={say('weekly.reviewer')}
        heads={heads}
        rows={facts.byHolder.map(({ holder, counts }) => ({
          name: holder ?? say('weekly.nobody'),
          counts: cells(counts),
        }))}
        none={say('weekly.breaches.none')}
      />
      <p>{say('weekly.paused', { count: facts.paused })}</p>
      {facts.untold > 0 && <p>{say('weekly.untold', { count: facts.untold })}</p>}
    </section>
  )
}

function Ages({ sheet }: SheetProps) {
  const { say, facts } = sheet
  const bands = facts.classes.map(({ from, to }) =>
    to === null ? say('lead.age.over', { from }) : say('lead.age.between', { from, to }),
  )
  return (
    <section>
      <SectionHead>{say('weekly.ages')}</SectionHead>
      <p className="second">{say('weekly.ages.what')}</p>
      <CountTable
        sheet={sheet}
        name={say('weekly.reviewer')}
        heads={bands}
        rows={facts.ages.map(({ holder, bands: counts }) => ({
          name: holder ?? say('weekly.nobody'),
          counts,
        }))}
        none={say('weekly.ages.none')}
      />
    </section>
  )
}
