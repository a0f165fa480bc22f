import type { IntlShape } from 'react-intl'
import type { ClaimItem } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { VerdictChange } from '../../../src-preload/contract/vocabulary/recheckShape.ts'

/** "Customer signature: was Not met, now Met (page 3 of the new document sow.pdf)". */
export function recheckWords(
  { criterion, item, before, after, document, page, isNewDocument }: VerdictChange,
  items: readonly Pick<ClaimItem, 'id' | 'name'>[],
  intl: IntlShape,
): string {
  const say = (id: string, values: Record<string, string | number> = {}) => intl.formatMessage({ id }, values)
  const name = say(`criterion.${criterion}`)
  const product = items.find(({ id }) => id === item)?.name
  const place =
    document === null ? 'none' : `${isNewDocument ? 'new' : 'known'}${page === null ? 'Document' : 'Page'}`
  return say('recheck.change', {
    criterion: product === undefined ? name : say('criterion.item', { criterion: name, item: product }),
    before: say(`verdict.${before}`),
    after: say(`verdict.${after}`),
    place,
    page: page ?? 0,
    document: document ?? '',
  })
}
