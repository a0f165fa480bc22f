import type { TableWish } from '../../src-preload/contract/tables.ts'
import { useText } from '../format/useText.ts'
import { SavingNotice } from './SavingNotice.tsx'
import { useTableExport } from './useTableExport.ts'

/** Where a list can be saved as a file: lends the commands, and says what became of them. Each list has one, which costs it one line. */
export function TableExport({ wish }: { readonly wish: TableWish }) {
  const say = useText()
  const saving = useTableExport(wish)
  return (
    <SavingNotice
      saving={saving}
      making={say('table.making')}
      said={(answer) =>
        answer.outcome === 'saved'
          ? say(answer.isMore ? 'table.savedFirst' : 'table.saved', {
              where: answer.where,
              count: answer.rows,
            })
          : say(`table.${answer.outcome}`)
      }
    />
  )
}
