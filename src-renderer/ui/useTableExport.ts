import { useIntl } from 'react-intl'
import type { Output } from '../../src-preload/contract/index.ts'
import type { TableWish } from '../../src-preload/contract/tables.ts'
import type { TableFormat } from '../../src-preload/contract/vocabulary/tableWords.ts'
import { useCommand } from '../app/useCommand.ts'
import { localeFor } from '../format/messages.ts'
import { useShared, useStores } from '../stores/Stores.tsx'
import { type Saving, useSaving } from './useSaving.ts'

/** Lends the commands that save what the screen lists, all of its rows, in the language of the window. */
export function useTableExport(wish: TableWish): Saving<Output<'tables.export'>> {
  const { client } = useStores()
  const { locale } = useIntl()
  const region = useRegion()
  const saving = useSaving<Output<'tables.export'>>()
  const save = (format: TableFormat) =>
    void saving.run(() =>
      client.call('tables.export', { wish, format, locale: localeFor('system', [locale]), region }),
    )
  useCommand('table.xlsx', () => save('xlsx'), saving.isFree)
  useCommand('table.csv', () => save('csv'), saving.isFree)
  return saving
}

/** Who chose a language here has its spreadsheets in it; else they are the system's. */
function useRegion(): string {
  const { locale } = useIntl()
  const wished = useShared('settings', (each) => each.settings.locale)
  return wished === 'system' ? (navigator.languages[0] ?? locale) : locale
}
