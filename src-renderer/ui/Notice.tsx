import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle'
import { Info16Regular } from '@fluentui/react-icons/svg/info'
import { Warning16Filled } from '@fluentui/react-icons/svg/warning'
import type { ReactNode } from 'react'
import css from './Notice.module.css'

type NoticeTone = 'note' | 'warning' | 'danger'

const ICON = { note: Info16Regular, warning: Warning16Filled, danger: ErrorCircle16Filled } as const
const TONE = { note: css.note, warning: css.warning, danger: css.danger } as const satisfies Record<
  NoticeTone,
  unknown
>

/** A line that changes the work at hand. It is read out once, and stays until the cause is gone. */
export function Notice({ tone, children }: { readonly tone: NoticeTone; readonly children: ReactNode }) {
  const Icon = ICON[tone]
  return (
    <div className={`${css.notice} ${TONE[tone]}`} role={tone === 'note' ? 'status' : 'alert'}>
      <Icon className={`${css.icon}`} />
      <div className={css.words}>{children}</div>
    </div>
  )
}
