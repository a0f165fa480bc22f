import type { Input, Output } from '../../../src-preload/contract/index.ts'
import type { TableWish } from '../../../src-preload/contract/tables.ts'
import { block } from '../../domain/claim/block.ts'
import { mayExportTable } from '../../domain/claim/roles.ts'
import { loadSayings, type Sayings } from '../caseFile/sayings.ts'
import type { Core } from '../core.ts'
import { handOut } from '../handOut.ts'
import { csvFormOf, csvHead, csvRow } from './csv.ts'
import type { OpenTable, TableSource } from './tableSource.ts'
import { TABLE_SOURCES } from './tableSources.ts'
import { beginWorkbook, MOST_ROWS } from './workbook.ts'

type Asked = Input<'tables.export'>
type Answer = Output<'tables.export'>

interface Made {
  readonly bytes: Uint8Array
  readonly rows: number
}

/** One table as a file, written where the person chose. Works without the hub. */
export async function exportTable(core: Core, asked: Asked): Promise<Answer> {
  if (!mayExportTable(core.session.user().role, asked.wish.table))
    return { outcome: 'blocked', blocks: [block('role_may_not')] }
  const sayings = await loadSayings(asked.locale)
  const { title } = TABLE_SOURCES[asked.wish.table]
  const day = new Date(core.ports.clock.now()).toISOString().slice(0, 10)
  const name = sayings.say('table.fileName', { table: sayings.say(title), day, ending: asked.format })
  const place = await core.ports.chooseCopyPlace(name)
  if (place === null) return { outcome: 'cancelled' }
  const table = openTable(core, asked.wish, sayings)
  const made = await (asked.format === 'csv'
    ? csvOf(table, asked.region)
    : workbookOf(table, sayings.say(title)))
  if (made === null) return { outcome: 'too_many' }
  const { bytes, rows } = made
  const facts = { table: asked.wish.table, format: asked.format, rows }
  const answer = await handOut(core, { act: 'export_table', claimId: null, facts, bytes }, place)
  if (answer.outcome === 'failed') return answer
  return { outcome: 'saved', where: answer.where, rows, isMore: table.isMore }
}

function openTable(core: Core, wish: TableWish, { say }: Sayings): OpenTable {
  // The table and its wish belong together, which the compiler cannot see across the union of wishes.
  const source = TABLE_SOURCES[wish.table] as TableSource<TableWish>
  return source.open(core, wish, say)
}

/** Between two pieces of a long table whoever waits for rows of the window gets their turn. */
const othersTurn = () => new Promise((resolve) => setImmediate(resolve))

async function csvOf({ heads, pieces }: OpenTable, region: string): Promise<Made> {
  const form = csvFormOf(region)
  const parts = [Buffer.from(csvHead(heads, form))]
  let rows = 0
  for (const piece of pieces) {
    parts.push(Buffer.from(piece.map((cells) => csvRow(heads, cells, form)).join('')))
    rows += piece.length
    await othersTurn()
  }
  return { bytes: Buffer.concat(parts), rows }
}

/** Null = a sheet does not hold so many rows. */
async function workbookOf({ heads, pieces }: OpenTable, title: string): Promise<Made | null> {
  const workbook = beginWorkbook(title, heads)
  try {
    let rows = 0
    for (const piece of pieces) {
      workbook.add(piece)
      rows += piece.length
      if (rows > MOST_ROWS) return null
      await othersTurn()
    }
    return { bytes: await workbook.finish(), rows }
  } finally {
    await workbook.end()
  }
}
