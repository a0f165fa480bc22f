import type { ReactNode } from 'react'
import type { DecisionRecord } from '../../../src-preload/contract/recordShape.ts'
import css from './RecordPage.module.css'

export interface RecordProps {
  readonly record: DecisionRecord
}

export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={css.section}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
