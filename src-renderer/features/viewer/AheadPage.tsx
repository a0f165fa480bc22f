import { mergeClasses } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import type { PageAhead } from './viewerProps.ts'
import type { ViewerState } from './viewerState.ts'
import { useViewerStyles } from './viewerStyles.ts'

interface AheadPageProps {
  readonly ahead: PageAhead | null
  /** Of the document that is being opened. */
  readonly sha256: string | undefined
  readonly state: ViewerState
  readonly theme: 'light' | 'dark'
}

/** The first page as it was drawn before its claim was opened: it stands where the page itself will, until that does. */
export function AheadPage({ ahead, sha256, state, theme }: AheadPageProps) {
  const styles = useViewerStyles()
  const canvas = useRef<HTMLCanvasElement>(null)
  const isComing = state.status === 'loading' || (state.status === 'ready' && !state.isDrawn)
  const shown = isComing && ahead !== null && ahead.sha256 === sha256 ? ahead : null
  useEffect(() => {
    if (shown !== null) canvas.current?.getContext('2d')?.drawImage(shown.bitmap, 0, 0)
  }, [shown])
  if (shown === null) return null
  const { bitmap, width } = shown
  return (
    <div className={styles.ahead} aria-hidden>
      <canvas
        ref={canvas}
        className={mergeClasses(styles.aheadPage, theme === 'dark' && styles.sheetDark)}
        width={bitmap.width}
        height={bitmap.height}
        style={{ width }}
      />
    </div>
  )
}
