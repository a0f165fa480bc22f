import type { ReactNode } from 'react'
import { useText } from '../../format/useText.ts'
import type { Load } from '../../stores/load.ts'
import { Notice } from '../../ui/Notice.tsx'
import { FailedState, LoadingRows } from '../../ui/states.tsx'
import css from './QualityPage.module.css'

interface PartProps {
  readonly id: string
  readonly title: string
  readonly hint: string
  readonly children: ReactNode
}

export function Part({ id, title, hint, children }: PartProps) {
  return (
    <section className={css.part} aria-labelledby={`quality-${id}`} data-part={id}>
      <h2 id={`quality-${id}`}>{title}</h2>
      <p className={css.hint}>{hint}</p>
      {children}
    </section>
  )
}

interface Answer {
  readonly outcome: 'ok' | 'offline' | 'refused'
}

interface AskedProps<T extends Answer> {
  readonly read: Load<T>
  readonly onAgain: () => void
  readonly children: (said: Extract<T, { readonly outcome: 'ok' }>) => ReactNode
}

/** What was asked of the hub, or why it is not here. */
export function Asked<T extends Answer>({ read, onAgain, children }: AskedProps<T>) {
  const say = useText()
  if (read.status === 'failed')
    return <FailedState title={say('quality.failed')} error={read.error} onAgain={onAgain} />
  if (read.status !== 'ready') return <LoadingRows label={say('quality.loading')} />
  const { value } = read
  if (value.outcome === 'offline') return <Notice tone="note">{say('quality.offline')}</Notice>
  if (value.outcome === 'refused') return <Notice tone="warning">{say('quality.refused')}</Notice>
  // What is neither of the two is what was asked for, which the compiler cannot tell of a type that it does not know.
  return children(value as Extract<T, { readonly outcome: 'ok' }>)
}
