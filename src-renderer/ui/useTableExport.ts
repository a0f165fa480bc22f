import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { Output } from '../../src-preload/contract/index.ts'
import type { TableWish } from '../../src-preload/contract/tables.ts'
import type { TableFormat } from '../../src-preload/contract/vocabulary/tableWords.ts'
import { useCommand } from '../app/useCommand.ts'
import { type BridgeError, failureOf } from '../bridge/bridgeError.ts'
import { localeFor } from '../format/messages.ts'
import { useShared, useStores } from '../stores/Stores.tsx'

type Answer = Output<'tables.export'>

/** What becomes of the file; null = nobody asked for it, or thought better of it, or has read of it. */
export type ExportState =
  | { readonly step: 'making' }
  | { readonly step: 'answered'; readonly answer: Exclude<Answer, { outcome: 'cancelled' }> }
  | { readonly step: 'failed'; readonly error: BridgeError }
  | null

/**
 * Lends the commands that save what the screen lists, all of its rows, in the language of the window. One file at a time: while one is
 * made the commands do nothing.
 */
export function useTableExport(wish: TableWish): readonly [state: ExportState, forget: () => void] {
  const { client } = useStores()
  const { locale } = useIntl()
  const region = useRegion()
  const [state, setState] = useState<ExportState>(null)
  const save = async (format: TableFormat): Promise<void> => {
    setState({ step: 'making' })
    try {
      const asked = { wish, format, locale: localeFor('system', [locale]), region }
      const answer = await client.call('tables.export', asked)
      setState(answer.outcome === 'cancelled' ? null : { step: 'answered', answer })
    } catch (thrown) {
      setState({ step: 'failed', error: failureOf(thrown) })
    }
  }
  const isFree = state?.step !== 'making'
  useCommand('table.xlsx', () => void save('xlsx'), isFree)
  useCommand('table.csv', () => void save('csv'), isFree)
  return [state, () => setState(null)]
}

/** Who chose a language here has its spreadsheets in it; else they are the system's. */
function useRegion(): string {
  const { locale } = useIntl()
  const wished = useShared('settings', (each) => each.settings.locale)
  return wished === 'system' ? (navigator.languages[0] ?? locale) : locale
}
