import { useMemo } from 'react'
import { useIntl } from 'react-intl'
import type { MessageId } from './messages.ts'

export type Values = Readonly<Record<string, string | number>>
export type Say = (id: MessageId, values?: Values) => string

/** Says a message of the catalogue in the reviewer's language. */
export function useText(): Say {
  const intl = useIntl()
  return useMemo(() => (id, values) => intl.formatMessage({ id }, values), [intl])
}
