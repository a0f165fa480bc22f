import { useIntl } from 'react-intl'
import { useText } from '../../../format/useText.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { ChoicesProps } from './Letter.tsx'

/** Where a few items stand alone between the claim and an approval, the partner may take them off it: one click asks for that. */
export function RemoveItemsOffer({ detail, draft, onChange }: ChoicesProps) {
  const say = useText()
  const { locale } = useIntl()
  const { removableItems } = detail
  const isAsked = draft.mayRemoveItems && removableItems.every((item) => draft.items.includes(item))
  if (removableItems.length === 0 || isAsked) return null
  const named = detail.claim.form.items
    .filter(({ id }) => removableItems.includes(id))
    .map(({ name }) => name)
  const items = new Intl.ListFormat(locale).format(named)
  const ask = () =>
    onChange({
      ...draft,
      reasons: [...new Set([...draft.reasons, 'POE_MISSING_PRODUCTS' as const])],
      items: removableItems,
      mayRemoveItems: true,
    })
  return (
    <Notice tone="note">
      <span>{say('decide.removable', { items, count: named.length })}</span>
      <Button density="small" onClick={ask}>
        {say('decide.askToRemove', { count: named.length })}
      </Button>
    </Notice>
  )
}
