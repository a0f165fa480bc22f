import type { ReactNode } from 'react'
import type { BridgeError } from '../bridge/bridgeError.ts'
import { useText } from '../format/useText.ts'
import { Button } from './Button.tsx'
import css from './states.module.css'

interface EmptyStateProps {
  readonly title: string
  readonly text: string
  readonly children?: ReactNode
}

/** Nothing is here, and that is an answer: says what comes next. */
export function EmptyState({ title, text, children }: EmptyStateProps) {
  return (
    <div className={css.state}>
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </div>
  )
}

interface FailedStateProps {
  readonly title: string
  readonly error: BridgeError
  readonly onAgain: () => void
}

/** Could not be read: says that nothing is lost, names the incident, offers to try again. */
export function FailedState({ title, error, onAgain }: FailedStateProps) {
  const say = useText()
  return (
    <div className={css.state} role="alert">
      <h2>{title}</h2>
      <p>{say(`error.${error.code}`)}</p>
      {error.incident !== null && (
        <p className="pd-num">{say('state.incident', { incident: error.incident })}</p>
      )}
      <Button onClick={onAgain}>{say('state.again')}</Button>
    </div>
  )
}

const BARS = [72, 58, 80, 64, 46, 70] as const

/** Bars in the place of rows. They show after 300 ms, so that a quick answer never flickers. */
export function LoadingRows({ label }: { readonly label: string }) {
  return (
    <div className={css.loading} role="status">
      <span className="pd-sr">{label}</span>
      {BARS.map((width) => (
        <div key={width} className={css.bar} aria-hidden="true">
          <i style={{ width: 16 }} />
          <i style={{ width: `${width}%` }} />
        </div>
      ))}
    </div>
  )
}
