import type { ReactNode } from 'react'
import type { CaseId, ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import type { PaneDocument, PaneProps } from '../../../stores/panes.ts'

export interface PartyPagesProps extends PaneProps {
  /** Of the frame, for screen readers. */
  readonly title: string
  /** A key was pressed among the pages: said before the key counts. */
  readonly onTouched: () => void
}

export interface ComparedPaper {
  readonly claimId: ClaimId
  readonly letter: string
  readonly partnerName: string
  readonly paper: PaneDocument
}

export interface ComparisonProps {
  readonly caseId: CaseId
  readonly before: ComparedPaper
  readonly after: ComparedPaper
  readonly onClose: () => void
}

/** What comes from the viewer and from the comparison, which this feature does not know. */
export interface PapersPort {
  readonly renderPages: (props: PartyPagesProps) => ReactNode
  /** In the place of the board: what two papers say otherwise. */
  readonly renderComparison: (props: ComparisonProps) => ReactNode
}
