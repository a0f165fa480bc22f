import type { ReactElement, ReactNode, Ref } from 'react'
import { commandOf, type CommandId } from '../app/commands.ts'
import { ariaKeysOf, isApple, plainKeys } from '../app/keyNames.ts'
import { useKeys } from '../app/keys/useKeys.ts'
import { useText } from '../format/useText.ts'
import { useStores } from '../stores/Stores.tsx'
import { Button, type ButtonProps } from './Button.tsx'
import { KeyCaps } from './KeyCaps.tsx'

interface CommandButtonProps {
  readonly command: CommandId
  readonly icon?: ReactElement
  /** Null: the icon stands alone and the command's name is the tooltip. */
  readonly children?: ReactNode
  readonly appearance?: ButtonProps['appearance']
  readonly density?: ButtonProps['density']
  /** Prints the key on the button; otherwise it stands in the tooltip. */
  readonly withKey?: boolean
  /** In the way of the command: said in words beside the button by the caller. */
  readonly isBlocked?: boolean
  readonly describedBy?: string | undefined
  readonly isPressed?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button that does what the command's key does, and says so: name, tooltip and key come from the registry. */
export function CommandButton(props: CommandButtonProps) {
  const { command, icon, children, appearance = 'secondary', density = 'dense', ref } = props
  const say = useText()
  const { commands } = useStores()
  const keys = useKeys(command)
  const name = say(commandOf(command).messageId)
  const shortcuts = ariaKeysOf(keys, isApple)
  return (
    <Button
      {...(ref && { ref })}
      {...(icon && { icon })}
      {...(children === undefined && { 'aria-label': name, 'data-icon-only': '' })}
      {...(shortcuts && { 'aria-keyshortcuts': shortcuts })}
      {...(props.describedBy && { 'aria-describedby': props.describedBy })}
      {...(props.isPressed !== undefined && { 'aria-pressed': props.isPressed })}
      {...(appearance === 'primary' && { 'data-filled': '' })}
      {...(appearance === 'subtle' && { 'data-subtle': '' })}
      appearance={appearance}
      density={density}
      title={keys[0] === undefined ? name : say('tooltip.key', { name, key: plainKeys(keys[0]) })}
      disabledFocusable={props.isBlocked ?? false}
      onClick={() => commands.getState().run(command)}
    >
      {children}
      {props.withKey && keys[0] !== undefined ? <KeyCaps binding={keys[0]} /> : null}
    </Button>
  )
}
