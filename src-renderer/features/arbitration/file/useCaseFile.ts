import { useIntl } from 'react-intl'
import type { Output } from '../../../../src-preload/contract/index.ts'
import type { CaseId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { useCommand } from '../../../app/useCommand.ts'
import { localeFor } from '../../../format/messages.ts'
import { useStores } from '../../../stores/Stores.tsx'
import { type Saving, useSaving } from '../../../ui/useSaving.ts'

export type CaseFileSaving = Saving<Output<'arbitration.file'>>

/** Has the file of a case made in the language of the window. */
export function useCaseFile(caseId: CaseId): CaseFileSaving {
  const { client } = useStores()
  const { locale } = useIntl()
  const saving: CaseFileSaving = useSaving()
  const ask = () => client.call('arbitration.file', { caseId, locale: localeFor('system', [locale]) })
  useCommand('board.file', () => void saving.run(ask), saving.isFree)
  return saving
}
