import { useText } from '../format/useText.ts'
import { CommandButton } from './CommandButton.tsx'
import css from './StripWays.module.css'

interface StripWaysProps {
  /** What is still missing, in words; null = nothing is. */
  readonly missing: string | null
  readonly canSend: boolean
  /** What sending does. */
  readonly send: string
}

/** The two ways out of a strip, in the place of the decisions. The commands themselves are the strip's. */
export function StripWays({ missing, canSend, send }: StripWaysProps) {
  const say = useText()
  return (
    <>
      <span className={css.missing} role="status">
        {missing}
      </span>
      <span className={css.ways}>
        <CommandButton command="decide.cancel" density="decision" withKey>
          {say('command.cancel')}
        </CommandButton>
        <CommandButton
          command="decide.send"
          appearance="primary"
          density="decision"
          withKey
          isBlocked={!canSend}
        >
          {send}
        </CommandButton>
      </span>
    </>
  )
}
