import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'
import type { Evidence, Finding } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import { type Say, useText } from '../../format/useText.ts'
import type { EvidenceIndex } from '../../stores/evidence.ts'
import { EvidenceNumber } from '../../ui/EvidenceNumber.tsx'

interface EvidenceNumbersProps {
  readonly finding: Pick<Finding, 'evidence'> | null
  readonly detail: ClaimDetail
  readonly index: EvidenceIndex
  readonly onShow: (number: number) => void
}

export function EvidenceNumbers({ finding, detail, index, onShow }: EvidenceNumbersProps) {
  const say = useText()
  const numbers = new Map(
    (finding?.evidence ?? []).flatMap((evidence): [number, Evidence][] => {
      const number = index.numberOf(evidence)
      return number === undefined ? [] : [[number, evidence]]
    }),
  )
  return [...numbers].map(([number, evidence]) => (
    <EvidenceNumber
      key={number}
      number={number}
      name={say('checks.evidence', { number, where: whereWords(evidence, detail, say) })}
      read={evidence.text === null ? null : say('evidence.read', { text: evidence.text })}
      onShow={onShow}
    />
  ))
}

/** Where a place is: the file is named only where there are several. */
export function whereWords({ document, page }: Evidence, { documents }: ClaimDetail, say: Say): string {
  if (page === null) return say('place.noPage', { file: document })
  return documents.length > 1 ? say('place.pageOf', { file: document, page }) : say('place.page', { page })
}
