import { useMemo } from 'react'
import { useIntl } from 'react-intl'
import type { ConflictDetail } from '../../../src-preload/contract/sync.ts'
import type { OperationBase } from '../../../src-preload/contract/vocabulary/conflictShape.ts'
import { formatInstant } from '../../../src-preload/words/dates.ts'
import { useText } from '../../format/useText.ts'
import { changedFacts, documentLines, FACTS, type Fact, factsOf } from './conflictFacts.ts'
import { MineSide } from './MineSide.tsx'
import css from './ConflictPanel.module.css'

/** Mine, as it stood, as it stands: side by side, or one below the other where the window is narrow. */
export function ConflictSides({ detail }: { readonly detail: ConflictDetail }) {
  const say = useText()
  const { locale } = useIntl()
  const changed = useMemo(() => changedFacts(detail), [detail])
  const { base, theirs, conflict } = detail
  return (
    <div className={css.sides}>
      <MineSide detail={detail} />
      <ClaimSide
        title={say('conflict.base')}
        when={say('conflict.base.when', {
          time: formatInstant(locale, conflict.madeAt, 'stamp'),
          revision: conflict.revision,
        })}
        claim={base}
        none={say('conflict.base.none')}
      />
      <ClaimSide
        title={say('conflict.theirs')}
        when={theirs === null ? '' : say('conflict.theirs.when', { revision: theirs.revision })}
        claim={theirs}
        none={say('conflict.theirs.none')}
        changed={changed}
        documents={detail.documents}
      />
    </div>
  )
}

interface ClaimSideProps {
  readonly title: string
  readonly when: string
  /** Null: `none` says why. */
  readonly claim: OperationBase | null
  readonly none: string
  readonly changed?: ReadonlySet<Fact>
  readonly documents?: ConflictDetail['documents']
}

function ClaimSide({ title, when, claim, none, changed, documents }: ClaimSideProps) {
  const say = useText()
  const { locale } = useIntl()
  const facts = claim === null ? null : factsOf(claim, locale, say)
  const linesOf = (fact: Fact, lines: readonly string[]) =>
    fact === 'documents' && documents !== undefined ? documentLines(lines, documents, say) : lines
  return (
    <section className={changed ? `${css.side} ${css.theirs}` : css.side}>
      <h3>
        {title} <span className={css.second}>{when}</span>
      </h3>
      {facts === null ? (
        <p className={css.second}>{none}</p>
      ) : (
        <dl className={css.facts}>
          {FACTS.filter((fact) => facts[fact].length > 0).map((fact) => (
            <div key={fact} className={changed?.has(fact) ? css.changed : css.same} data-fact={fact}>
              <dt>
                {say(`conflict.fact.${fact}`)}
                {changed?.has(fact) && <span className={css.mark}>{say('conflict.changed')}</span>}
              </dt>
              {linesOf(fact, facts[fact]).map((line) => (
                <dd key={line}>{line}</dd>
              ))}
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
