import type { ReactNode } from 'react'
import type { PaneProps } from '../../../stores/panes.ts'

export interface PartyPagesProps extends PaneProps {
  /** Of the frame, for screen readers. */
  readonly title: string
  /** A key was pressed among the pages: said before the key counts. */
  readonly onTouched: () => void
}

/** The pages come from the viewer, which this feature does not know. */
export type RenderPages = (props: PartyPagesProps) => ReactNode
