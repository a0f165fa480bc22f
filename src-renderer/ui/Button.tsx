import { Button as FluentButton, type ButtonProps as FluentButtonProps } from '@fluentui/react-components'
import type { Ref } from 'react'
import css from './Button.module.css'

export type ButtonProps = Omit<FluentButtonProps, 'size' | 'as' | 'ref'> & {
  readonly ref?: Ref<HTMLButtonElement>
  /** `dense` 28 px, `decision` 36 px, `small` 24 px. */
  readonly density?: 'dense' | 'decision' | 'small'
}

const DENSITY = { dense: css.dense, decision: css.decision, small: css.smaller } as const

/** Fluent's button in the heights of the workstation. A blocked one stays focusable: use `disabledFocusable`. */
export function Button({ density = 'dense', className, ...rest }: ButtonProps) {
  // Fluent's union of button and anchor props cannot see that `as` is left out; this is always a button.
  const props = { ...rest, size: 'small' } as FluentButtonProps
  return <FluentButton {...props} className={`${css.button} ${DENSITY[density]} ${className ?? ''}`} />
}
