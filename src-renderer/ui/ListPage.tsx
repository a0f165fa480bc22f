import type { ReactNode } from 'react'
import type { Load } from '../stores/load.ts'
import { PageHead } from './PageHead.tsx'
import { FailedState, LoadingRows } from './states.tsx'
import css from './ListPage.module.css'

interface ListPageProps<T> {
  readonly title: string
  /** Stands in the head, after the title. */
  readonly beside: ReactNode
  /** What must be known before the lists are. */
  readonly notices: ReactNode
  readonly read: Load<T>
  readonly words: { readonly loading: string; readonly failed: string }
  readonly onAgain: () => void
  readonly children: (value: T) => ReactNode
}

/** A page of lists that are read from the core: its head, and below it the lists, or that they are still read, or why not. */
export function ListPage<T>({ title, beside, notices, read, words, onAgain, children }: ListPageProps<T>) {
  return (
    <div className={css.page}>
      <PageHead title={title}>{beside}</PageHead>
      {notices}
      {read.status === 'ready' ? (
        children(read.value)
      ) : read.status === 'failed' ? (
        <FailedState title={words.failed} error={read.error} onAgain={onAgain} />
      ) : (
        <LoadingRows label={words.loading} />
      )}
    </div>
  )
}

/** A list and what it leads to, beside each other where there is room. */
export function Split({ children }: { readonly children: ReactNode }) {
  return <div className={css.split}>{children}</div>
}
