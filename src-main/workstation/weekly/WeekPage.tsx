import { formatInstant } from '../../../src-preload/words/dates.ts'
import type { Say } from '../../../src-preload/words/say.ts'
import { Heads, PartHead, SectionHead } from '../caseFile/page/sheet.tsx'
import { styleOf } from '../caseFile/page/style.ts'
import { policyFor } from '../caseFile/page/CaseFilePage.tsx'
import { AGE_BOUNDS, WEEK_DECISIONS, type WeekFacts } from './weekFacts.ts'

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
              at: formatInstant(locale, facts.made.at, 'record', 'UTC'),
              name: facts.made.by.name,
            })}
          </p>
          <p className="second">{say('weekly.scope')}</p>
        </header>
        <Decisions sheet={sheet} />
        <Overdue sheet={sheet} />
        <Ages sheet={sheet} />
      </body>
    </html>
  )
}

const NUMBERS = `
.grid td { text-align: right; font-variant-numeric: tabular-nums }
.grid .total > * { font-weight: 600; border-top: 1pt solid #1a1a1a }
`

function weekDays({ facts: { week }, locale }: WeekSheet) {
  const day = (at: number) => formatInstant(locale, at, 'day', 'UTC')
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

function Overdue({ sheet }: SheetProps) {
  const { say, facts } = sheet
  const heads = [say('weekly.inWeek'), say('weekly.before')]
  return (
    <section>
      <SectionHead>{say('weekly.overdue')}</SectionHead>
      <p className="second">{say('weekly.overdue.what')}</p>
      <PartHead>{say('weekly.byClock')}</PartHead>
      <CountTable
        sheet={sheet}
        name={say('table.clock')}
        heads={heads}
        rows={facts.byTimer.map(({ timer, inWeek, before }) => ({
          name: say(`timer.${timer}`),
          counts: [inWeek, before],
        }))}
        none={say('weekly.overdue.none')}
      />
      <PartHead>{say('weekly.byReviewer')}</PartHead>
      <CountTable
        sheet={sheet}
        name={say('weekly.reviewer')}
        heads={heads}
        rows={facts.byHolder.map(({ holder, inWeek, before }) => ({
          name: holder ?? say('weekly.nobody'),
          counts: [inWeek, before],
        }))}
        none={say('weekly.overdue.none')}
      />
      <p>{say('weekly.paused', { count: facts.paused })}</p>
    </section>
  )
}

function Ages({ sheet }: SheetProps) {
  const { say, facts } = sheet
  const bands = [...AGE_BOUNDS, null].map((to, at) => {
    const from = AGE_BOUNDS[at - 1] ?? 0
    return to === null ? say('weekly.age.over', { from }) : say('weekly.age.band', { from, to })
  })
  return (
    <section>
      <SectionHead>{say('weekly.ages')}</SectionHead>
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
