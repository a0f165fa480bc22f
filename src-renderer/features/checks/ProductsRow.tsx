import type { CriterionView } from '../../../src-preload/contract/claims.ts'
import { useText } from '../../format/useText.ts'
import { isOpen, standingOf, worstStanding } from '../../stores/shownVerdict.ts'
import { Verdict } from '../../ui/Verdict.tsx'
import { AbsenceLines } from './AbsenceLines.tsx'
import type { ChecksProps } from './ChecksPanel.tsx'
import { AdvisoryNote, Sentence, useHoldsActive, VerdictWords } from './CriterionRow.tsx'
import { EvidenceNumbers } from './EvidenceNumbers.tsx'
import { OwnEvidenceList } from './OwnEvidenceList.tsx'
import { ReviewerWord } from './ReviewerWord.tsx'
import css from './CriterionRow.module.css'

interface ProductsRowProps extends ChecksProps {
  readonly views: readonly CriterionView[]
}

/** Products are judged item by item (S-35); the heading shows the worst of them. */
export function ProductsRow({ views, ...props }: ProductsRowProps) {
  const say = useText()
  const worst = worstStanding(views)
  return (
    <li className={css.criterion} data-criterion="products">
      {/* The word stands beside it. */}
      <span className={css.glyph} aria-hidden="true">
        {worst === null ? <span className={css.unchecked} /> : <Verdict verdict={worst} />}
      </span>
      <h3>
        {say('criterion.products')}{' '}
        <span className={worst === null ? css.word : `${css.word} ${css[worst]}`}>
          {worst === null
            ? say(props.detail.blind?.state === 'hidden' ? 'blind.yours' : 'checks.notChecked')
            : say(`verdict.${worst}`)}
        </span>
      </h3>
      <ul className={`${css.body} ${css.items}`}>
        {views.map((view) => (
          <ProductLine key={view.item} view={view} {...props} />
        ))}
      </ul>
    </li>
  )
}

function ProductLine({ view, detail, index, onShow }: ChecksProps & { readonly view: CriterionView }) {
  const say = useText()
  const { machine, item } = view
  const isActive = useHoldsActive(machine, index)
  const verdict = standingOf(view)
  const name = detail.claim.form.items.find(({ id }) => id === item)?.name ?? item ?? ''
  return (
    <li className={css.item} data-item={item}>
      <span aria-hidden="true">
        {verdict === null ? <span className={css.unchecked} /> : <Verdict verdict={verdict} />}
      </span>
      <span>
        {name} <VerdictWords view={view} isBlind={detail.blind?.state === 'hidden'} />
      </span>
      <span className={css.ends}>
        <EvidenceNumbers finding={machine} index={index} onShow={onShow} detail={detail} />
      </span>
      <div className={css.itemBody}>
        <Sentence finding={machine} />
        <AdvisoryNote view={view} />
        <OwnEvidenceList view={view} detail={detail} index={index} onShow={onShow} />
        <ReviewerWord
          view={view}
          detail={detail}
          name={say('criterion.item', { criterion: say('criterion.products'), item: name })}
        />
        {machine?.absence && (isOpen(view) || isActive) && (
          <AbsenceLines absence={machine.absence} detail={detail} index={index} onShow={onShow} />
        )}
      </div>
    </li>
  )
}
