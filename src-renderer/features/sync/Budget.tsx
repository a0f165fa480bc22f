import { Input } from '@fluentui/react-components'
import { useId, useState } from 'react'
import { useIntl } from 'react-intl'
import { formatBytes } from '../../format/bytes.ts'
import { useText } from '../../format/useText.ts'
import { useShared, useStores } from '../../stores/Stores.tsx'
import { Button } from '../../ui/Button.tsx'
import css from './Readiness.module.css'

/** Megabytes; the contract's own bounds. */
const LEAST = 50
const MOST = 100_000

interface BudgetProps {
  /** Bytes. */
  readonly used: number
  readonly budget: number
}

/** How much room documents take and may take. */
export function Budget({ used, budget }: BudgetProps) {
  const say = useText()
  const { locale } = useIntl()
  const id = useId()
  const share = budget === 0 ? 1 : Math.min(1, used / budget)
  return (
    <div className={css.budget}>
      <p id={id} className="pd-num">
        {say('readiness.room', { used: formatBytes(locale, used), budget: formatBytes(locale, budget) })}
      </p>
      <span
        className={css.meter}
        role="meter"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
      >
        <i style={{ width: `${share * 100}%` }} />
      </span>
      <BudgetForm />
    </div>
  )
}

function BudgetForm() {
  const say = useText()
  const { settings } = useStores()
  const id = useId()
  const current = useShared('settings', (state) => state.settings.documentBudgetMb)
  const [typed, setTyped] = useState<string | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const text = typed ?? String(current)
  const wished = /^\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN
  const isFit = wished >= LEAST && wished <= MOST
  const save = () => {
    if (!isFit) return
    setFailed(false)
    settings
      .getState()
      .change({ documentBudgetMb: wished })
      .then(
        () => setTyped(null),
        () => setFailed(true),
      )
  }
  const problem = isFit ? (hasFailed ? say('readiness.budget.failed') : '') : say('readiness.budget.bounds')
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <label htmlFor={id}>{say('readiness.budget')}</label>
      <Input
        id={id}
        size="small"
        inputMode="numeric"
        className={`${css.size}`}
        value={text}
        aria-invalid={!isFit}
        aria-describedby={`${id}-why`}
        contentAfter={say('readiness.unit')}
        onChange={(_, { value }) => setTyped(value)}
      />
      <Button type="submit" disabledFocusable={!isFit || wished === current}>
        {say('readiness.budget.change')}
      </Button>
      <span id={`${id}-why`} className={css.problem} role="status">
        {problem}
      </span>
    </form>
  )
}
