import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import type { SizedColumn } from '../../../../src-preload/contract/vocabulary/deskWords.ts'
import { useText } from '../../../format/useText.ts'
import { useShared, useStores } from '../../../stores/Stores.tsx'
import { fitWidth, NARROWEST, WIDEST, withoutWidth } from './widths.ts'
import css from './ColumnHandle.module.css'

const STEP_PX = 16
const SHIFT_STEP_PX = 64

/** The right edge of a column: dragged, or moved by the arrow keys; double click and Home give it back its share. */
export function ColumnHandle({ column }: { readonly column: SizedColumn }) {
  const say = useText()
  const { desk } = useStores()
  const width = useShared('desk', (state) => state.desk.widths[column])
  const handle = useRef<HTMLSpanElement>(null)
  const grip = useRef<{ readonly x: number; readonly width: number } | null>(null)
  const shownWidth = () => handle.current?.parentElement?.getBoundingClientRect().width ?? NARROWEST
  const set = (px: number) =>
    desk.getState().keep({ widths: { ...desk.getState().desk.widths, [column]: fitWidth(px) } })
  const reset = () => desk.getState().keep({ widths: withoutWidth(desk.getState().desk.widths, column) })
  const onPointerDown = (event: PointerEvent<HTMLSpanElement>) => {
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    grip.current = { x: event.clientX, width: shownWidth() }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.shiftKey ? SHIFT_STEP_PX : STEP_PX
    if (event.key === 'ArrowLeft') set(shownWidth() - step)
    else if (event.key === 'ArrowRight') set(shownWidth() + step)
    else if (event.key === 'Home') reset()
    else return
    // Home is the first claim everywhere else in the list.
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <span
      ref={handle}
      role="separator"
      aria-orientation="vertical"
      aria-label={say('column.width', { column: say(`column.${column}`) })}
      aria-valuenow={width ?? 0}
      aria-valuemin={0}
      aria-valuemax={WIDEST}
      aria-valuetext={width === undefined ? say('column.width.auto') : say('column.width.px', { px: width })}
      tabIndex={0}
      className={css.handle}
      onPointerDown={onPointerDown}
      onPointerMove={({ clientX }) => {
        if (grip.current !== null) set(grip.current.width + clientX - grip.current.x)
      }}
      onPointerUp={() => {
        grip.current = null
      }}
      onDoubleClick={reset}
      onKeyDown={onKeyDown}
    />
  )
}
