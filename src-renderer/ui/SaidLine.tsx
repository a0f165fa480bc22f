import type { ReactNode } from 'react'
import { useText } from '../format/useText.ts'
import { Button } from './Button.tsx'
import css from './SaidLine.module.css'

interface SaidLineProps {
  /** What the person's word is about. */
  readonly about: string
  readonly children: ReactNode
  /** What goes with it below: what the machine said, by whom it was read. Empty = nothing. */
  readonly beside: string
  readonly canTakeBack: boolean
  readonly onTakeBack: () => void
}

/** A person's word, with the way to take it back. */
export function SaidLine({ about, children, beside, canTakeBack, onTakeBack }: SaidLineProps) {
  const say = useText()
  return (
    <div className={css.said}>
      <p>
        {children}
        {beside !== '' && <span className={css.beside}>{beside}</span>}
      </p>
      {canTakeBack && (
        <Button
          density="small"
          appearance="subtle"
          aria-label={say('checks.takeBack.long', { criterion: about })}
          onClick={onTakeBack}
        >
          {say('checks.takeBack')}
        </Button>
      )}
    </div>
  )
}
