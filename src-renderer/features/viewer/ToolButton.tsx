import { Button, mergeClasses, Tooltip } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import { useIntl } from 'react-intl'
import { useViewerStyles } from './viewerStyles.ts'

interface ToolButtonProps {
  /** Id of its name, which is its tooltip as well. */
  readonly nameId: string
  readonly icon: ReactElement
  readonly disabled?: boolean
  /** Leave out for a button that is no switch. */
  readonly pressed?: boolean
  readonly onClick: () => void
}

/** An icon of the viewer's tool rows. Stays focusable while disabled, so that the focus is never lost under the hand. */
export function ToolButton({ nameId, icon, disabled = false, pressed, onClick }: ToolButtonProps) {
  const intl = useIntl()
  const styles = useViewerStyles()
  return (
    <Tooltip content={intl.formatMessage({ id: nameId })} relationship="label" withArrow={false}>
      <Button
        className={mergeClasses(styles.tool, pressed === true && styles.toolOn)}
        appearance="subtle"
        size="small"
        icon={icon}
        disabledFocusable={disabled}
        aria-pressed={pressed}
        onClick={onClick}
      />
    </Tooltip>
  )
}
