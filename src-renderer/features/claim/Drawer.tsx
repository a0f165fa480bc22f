import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useText } from '../../format/useText.ts'
import { useStores } from '../../stores/Stores.tsx'
import { Button } from '../../ui/Button.tsx'
import { useReturnFocus } from '../../ui/useReturnFocus.ts'
import css from './drawer.module.css'

interface DrawerProps {
  /** `talk` leaves the keys of the app alive; `clock` is a dialog and keeps them to itself. */
  readonly pane: 'talk' | 'clock'
  readonly title: string
  readonly children: ReactNode
}

/** Stands over the checks; the decision bar stays free. Escape closes it, and the focus goes back to where it came from. */
export function Drawer({ pane, title, children }: DrawerProps) {
  const say = useText()
  const { claimView } = useStores()
  const titleId = useId()
  const part = useRef<HTMLDivElement>(null)
  const close = () => claimView.getState().openDrawer(null)
  useReturnFocus()
  useEffect(() => {
    if (!part.current?.contains(document.activeElement)) part.current?.focus()
  }, [])
  return (
    <div
      ref={part}
      className={css.drawer}
      role={pane === 'talk' ? 'complementary' : 'dialog'}
      aria-labelledby={titleId}
      data-pane={pane}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing || event.defaultPrevented) return
        event.preventDefault()
        close()
      }}
    >
      <div className={css.head}>
        <h2 id={titleId}>{title}</h2>
        <Button
          appearance="subtle"
          icon={<Dismiss20Regular />}
          data-icon-only=""
          aria-label={say('talk.close')}
          onClick={close}
        />
      </div>
      {children}
    </div>
  )
}
