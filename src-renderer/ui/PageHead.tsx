import type { ReactNode } from 'react'
import css from './PageHead.module.css'

interface PageHeadProps {
  readonly title: string
  /** `list`: above lists. `case`: above the thing that is worked on, whose name the title is. `text`: over a page that scrolls as one. */
  readonly kind?: 'list' | 'case' | 'text'
  /** Whether a line parts it from what is below; a case always has one. */
  readonly isLined?: boolean
  /** What the page adds to its look. */
  readonly className?: string | undefined
  readonly before?: ReactNode
  /** Stands after the title. */
  readonly children?: ReactNode
}

/** What stands at the top of a page: its title, and what is said and done about the whole of it. */
export function PageHead({
  title,
  kind = 'list',
  isLined = false,
  className,
  before,
  children,
}: PageHeadProps) {
  if (kind === 'text') return <h1 className={css.text}>{title}</h1>
  if (kind === 'case')
    return (
      <header className={css.case} data-pane="header">
        {before}
        <h1 title={title} tabIndex={-1}>
          {title}
        </h1>
        {children}
      </header>
    )
  return (
    <div className={`${css.list} ${isLined ? css.lined : ''} ${className ?? ''}`} data-pane="head">
      {before}
      <h1>{title}</h1>
      {children}
    </div>
  )
}
