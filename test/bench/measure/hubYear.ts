import type { RequestCost } from '../hubCosts.ts'
import type { TableCost } from './hubLives.ts'

/** What is assumed of a year, not measured. */
export const YEAR = {
  claims: 1_000_000,
  workstations: 2_000,
  days: 220,
  hoursADay: 8,
  /** A workstation asks so often when no event tells it to. */
  pollSeconds: 30,
  /** Times that a claim comes through the feed: each act of a partner, reviewer or clock. */
  changesAClaim: 9,
  /** Share of all claims that one workstation keeps: 1 = the feed as it is now, which gives every claim to everybody. */
  shareOfFeed: 1,
  documentBytes: 400_000,
  documentsAClaim: 2.4,
  /** Workstations that fetch each paper: who decides, who checks, who prefetched it for nothing. */
  readersADocument: 3,
} as const

const CORE_YEAR_MS = YEAR.days * YEAR.hoursADay * 3_600_000
const GB = 1e9

/** The year of `YEAR` in lines of a table, at these costs. */
export function yearOf(tables: readonly TableCost[], requests: readonly RequestCost[]): string[] {
  const cost = (start: string): RequestCost => {
    const found = requests.find(({ request }) => request.startsWith(start))
    if (found === undefined) throw new Error(`${start} was not measured`)
    return found
  }
  const line = (what: string, number: number, each: RequestCost, share = 1) => {
    const cores = (number * share * (each.nodeMs + each.postgresMs)) / CORE_YEAR_MS
    return `| ${what} | ${millions(number)} | ${((number * share * each.bytes) / GB).toFixed(0)} | ${cores.toFixed(1)} |`
  }
  const change = cost('delta, the demo queue')
  const { claims, workstations, days, hoursADay, pollSeconds, changesAClaim, shareOfFeed } = YEAR
  const operations = (tables.find(({ table }) => table === 'operations')?.rowsPerClaim ?? 0) * claims
  const whole = cost('document, 4 MB')
  const share = YEAR.documentBytes / whole.bytes
  const rows = tables.reduce((sum, one) => sum + one.rowsPerClaim, 0) * claims
  const stored = tables.reduce((sum, one) => sum + one.bytesPerClaim, 0) * claims
  return [
    `${millions(rows)} rows, ${(stored / GB).toFixed(0)} GB in PostgreSQL; ${((YEAR.documentBytes * YEAR.documentsAClaim * claims) / GB).toFixed(0)} GB of papers`,
    '',
    '| a year of | millions | GB sent | cores in working hours |\n|---|---|---|---|',
    line(
      'polls, without what they bring',
      (workstations * days * hoursADay * 3600) / pollSeconds,
      cost('delta, nothing'),
    ),
    line(
      'changed claims, brought to every workstation',
      claims * changesAClaim * workstations * shareOfFeed,
      change,
    ),
    line('pushed operations', operations, cost('push')),
    line('papers fetched', claims * YEAR.documentsAClaim * YEAR.readersADocument, whole, share),
  ]
}

const millions = (n: number) => (n / 1e6).toLocaleString('en', { maximumFractionDigits: 1 })
