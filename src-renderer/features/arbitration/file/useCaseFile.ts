import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { Output } from '../../../../src-preload/contract/index.ts'
import type { CaseId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { useCommand } from '../../../app/useCommand.ts'
import { type BridgeError, failureOf } from '../../../bridge/bridgeError.ts'
import { localeFor } from '../../../format/messages.ts'
import { useStores } from '../../../stores/Stores.tsx'

type Answer = Output<'arbitration.file'>

/** What becomes of the case file; null = nobody asked for it, or thought better of it. */
export type CaseFileState =
  | { readonly step: 'making' }
  | { readonly step: 'answered'; readonly answer: Exclude<Answer, { outcome: 'cancelled' }> }
  | { readonly step: 'failed'; readonly error: BridgeError }
  | null

/** Has the case file made in the language of the window. One at a time: a second key press while it is made does nothing. */
export function useCaseFile(caseId: CaseId): CaseFileState {
  const { client } = useStores()
  const { locale } = useIntl()
  const [state, setState] = useState<CaseFileState>(null)
  const make = async (): Promise<void> => {
    setState({ step: 'making' })
    try {
      const answer = await client.call('arbitration.file', { caseId, locale: localeFor('system', [locale]) })
      setState(answer.outcome === 'cancelled' ? null : { step: 'answered', answer })
    } catch (thrown) {
      setState({ step: 'failed', error: failureOf(thrown) })
    }
  }
  useCommand('board.file', () => void make(), state?.step !== 'making')
  return state
}
