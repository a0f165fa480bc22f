import type { ClaimDetail } from '../../../../src-preload/contract/claims.ts'

export interface MatterProps {
  readonly detail: ClaimDetail
  readonly onOpenDocument: (documentId: string) => void
}
