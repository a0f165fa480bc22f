import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'
import type { Absence } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import { useText } from '../../format/useText.ts'
import type { EvidenceIndex } from '../../stores/evidence.ts'
import { EvidenceNumber } from '../../ui/EvidenceNumber.tsx'
import { whereWords } from './EvidenceNumbers.tsx'
import css from './AbsenceLines.module.css'

interface AbsenceLinesProps {
  readonly absence: Absence
  readonly detail: ClaimDetail
  readonly index: EvidenceIndex
  readonly onShow: (number: number) => void
}

/** What stands in for a place when nothing was found: where was looked, and what came nearest. */
export function AbsenceLines({ absence, detail, index, onShow }: AbsenceLinesProps) {
  const say = useText()
  // The checker may come by the same place twice; a place is one line.
  const nearest = new Map(absence.nearest.map((evidence) => [index.numberOf(evidence), evidence]))
  return (
    <div className={css.absence}>
      <h4>{say('absence.title')}</h4>
      <dl>
        <dt>{say('absence.pages')}</dt>
        <dd>{say('absence.pages.value', { searched: absence.pagesSearched, all: absence.pagesInAll })}</dd>
        {[...nearest].map(([number, evidence]) => {
          const where = whereWords(evidence, detail, say)
          return (
            <div key={number} className={css.nearest}>
              <dt>
                {say('absence.nearest')}{' '}
                {number !== undefined && (
                  <EvidenceNumber
                    number={number}
                    name={say('checks.evidence', { number, where })}
                    isNearest
                    onShow={onShow}
                  />
                )}
              </dt>
              <dd>{evidence.text === null ? where : say('absence.quote', { text: evidence.text, where })}</dd>
            </div>
          )
        })}
      </dl>
    </div>
  )
}
