import type { ReactNode } from 'react'
import css from './SettingsPage.module.css'

interface SectionProps {
  readonly id: string
  readonly title: string
  readonly hint?: string
  readonly children: ReactNode
}

export function Section({ id, title, hint, children }: SectionProps) {
  return (
    <section className={css.section} aria-labelledby={`settings-${id}`}>
      <div>
        <h2 id={`settings-${id}`}>{title}</h2>
        {hint !== undefined && <p className={css.hint}>{hint}</p>}
      </div>
      <div className={css.fields}>{children}</div>
    </section>
  )
}
