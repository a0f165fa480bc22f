import { Fragment, type ReactNode } from 'react'
import { Warning16Regular } from '@fluentui/react-icons/svg/warning'
import { CopyButton } from '../../../ui/CopyButton.tsx'
import css from './ClaimFacts.module.css'

interface SectionProps {
  readonly title: string
  readonly aside?: ReactNode
  readonly children: ReactNode
}

export function Section({ title, aside, children }: SectionProps) {
  return (
    <section className={css.section}>
      <h2>
        <span>{title}</span>
        {aside !== undefined && <span>{aside}</span>}
      </h2>
      {children}
    </section>
  )
}

export type Pair = readonly [name: string, value: ReactNode]

/** Pairs without a value are left out: what is not known takes no room. */
export function Pairs({ pairs }: { readonly pairs: readonly (Pair | null)[] }) {
  return (
    <dl>
      {pairs.map(
        (pair) =>
          pair !== null && (
            <Fragment key={pair[0]}>
              <dt>{pair[0]}</dt>
              <dd>{pair[1]}</dd>
            </Fragment>
          ),
      )}
    </dl>
  )
}

/** A long id may break anywhere and is copied as a whole. */
export function Id({ text, what }: { readonly text: string; readonly what: string }) {
  return (
    <span className="pd-num">
      {text} <CopyButton text={text} what={what} />
    </span>
  )
}

/** What does not fit, said in a sentence with its sign. */
export function Trouble({ children }: { readonly children: ReactNode }) {
  return (
    <span className={css.trouble}>
      <Warning16Regular />
      <span>{children}</span>
    </span>
  )
}
