import { Add20Regular } from '@fluentui/react-icons/svg/add'
import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronUp20Regular } from '@fluentui/react-icons/svg/chevron-up'
import { LayerDiagonal20Regular } from '@fluentui/react-icons/svg/layer-diagonal'
import { LockClosed20Regular } from '@fluentui/react-icons/svg/lock-closed'
import { Subtract20Regular } from '@fluentui/react-icons/svg/subtract'
import type { TextChange } from '../../../src-preload/contract/vocabulary/versionShape.ts'
import { Button } from '../../ui/Button.tsx'
import { CommandButton } from '../../ui/CommandButton.tsx'
import type { ZoomOrder } from '../../viewer-frame/messages.ts'
import { useCompareText } from './compareText.ts'
import { whereOfChange } from './changeWords.ts'
import css from './CompareView.module.css'

interface CompareToolsProps {
  readonly isLocked: boolean
  readonly isOver: boolean
  readonly changes: readonly TextChange[]
  readonly current: number | null
  readonly onZoom: (order: ZoomOrder) => void
}

/** Walk, scroll together, lay over each other, zoom: for both versions at once. */
export function CompareTools({ isLocked, isOver, changes, current, onZoom }: CompareToolsProps) {
  const say = useCompareText()
  const change = current === null ? undefined : changes[current]
  const isEmpty = changes.length === 0
  return (
    <div className={css.tools} role="toolbar" aria-label={say('compare.mode')}>
      <span className={css.group} role="group" aria-label={say('compare.walker')}>
        <CommandButton
          command="compare.previous"
          appearance="subtle"
          icon={<ChevronUp20Regular />}
          isBlocked={isEmpty}
        />
        <CommandButton
          command="compare.next"
          appearance="subtle"
          icon={<ChevronDown20Regular />}
          isBlocked={isEmpty}
        />
        <span className={`${css.where} pd-num`}>
          {change === undefined || current === null
            ? say('compare.idle', { count: changes.length })
            : whereOfChange(change, current, changes.length, say)}
        </span>
      </span>
      <span className={css.group}>
        <CommandButton
          command="compare.lock"
          appearance="subtle"
          icon={<LockClosed20Regular />}
          isPressed={isLocked}
        >
          {say('compare.lock')}
        </CommandButton>
        <CommandButton
          command="compare.overlay"
          appearance="subtle"
          icon={<LayerDiagonal20Regular />}
          isPressed={isOver}
        >
          {say('compare.overlay')}
        </CommandButton>
      </span>
      <span className={css.group}>
        <Button
          appearance="subtle"
          icon={<Subtract20Regular />}
          data-icon-only=""
          aria-label={say('compare.zoomOut')}
          onClick={() => onZoom({ to: 'out' })}
        />
        <Button
          appearance="subtle"
          icon={<Add20Regular />}
          data-icon-only=""
          aria-label={say('compare.zoomIn')}
          onClick={() => onZoom({ to: 'in' })}
        />
      </span>
    </div>
  )
}
