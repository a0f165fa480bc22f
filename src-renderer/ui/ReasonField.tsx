import { Textarea } from '@fluentui/react-components'
import { type KeyboardEvent, useState } from 'react'
import { useText } from '../format/useText.ts'
import { Button } from './Button.tsx'
import css from './PersonsWord.module.css'

interface ReasonFieldProps {
  readonly label: string
  readonly hint: string
  readonly save: string
  readonly onSave: (reason: string) => void
  readonly onCancel: () => void
}

/** Why a person says so: nothing is said without it. Ctrl+Enter saves, Escape leaves the field and not the page. */
export function ReasonField({ label, hint, save, onSave, onCancel }: ReasonFieldProps) {
  const say = useText()
  const [reason, setReason] = useState('')
  const canSave = reason.trim() !== ''
  const onKeyDown = keysOf(() => canSave && onSave(reason.trim()), onCancel)
  return (
    <div className={css.reason} onKeyDown={onKeyDown}>
      <label>
        <span>{label}</span>
        <Textarea
          autoFocus
          className={`${css.field}`}
          maxLength={2000}
          spellCheck={false}
          placeholder={hint}
          value={reason}
          onChange={(_, { value }) => setReason(value)}
        />
      </label>
      <div className={css.acts}>
        <Button
          density="small"
          appearance="primary"
          data-filled=""
          disabledFocusable={!canSave}
          onClick={() => canSave && onSave(reason.trim())}
        >
          {save}
        </Button>
        <Button density="small" onClick={onCancel}>
          {say('command.cancel')}
        </Button>
      </div>
    </div>
  )
}

/** The keys of a small form: the page's own Escape would leave the claim. */
export const keysOf = (save: () => unknown, cancel: () => void) => (event: KeyboardEvent) => {
  if (event.nativeEvent.isComposing) return
  const isSave = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
  if (!isSave && event.key !== 'Escape') return
  event.preventDefault()
  event.stopPropagation()
  if (isSave) save()
  else cancel()
}
