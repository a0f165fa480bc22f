import { useMemo } from 'react'
import { useIntl } from 'react-intl'
import type { Say } from '../../src-preload/words/say.ts'

export type { Say, Values } from '../../src-preload/words/say.ts'

/** Says a message of the catalogue in the reviewer's language. */
export function useText(): Say {
  const intl = useIntl()
  return useMemo(() => (id, values) => intl.formatMessage({ id }, values), [intl])
}
