import type { BoardParty } from '../../../../src-preload/contract/caseBoard.ts'
import type { Output } from '../../../../src-preload/contract/index.ts'
import { useText } from '../../../format/useText.ts'
import { Button } from '../../../ui/Button.tsx'
import { CommandKeys } from '../../../ui/CommandKeys.tsx'
import { letterIn } from '../../../../src-preload/words/letters.ts'
import { sharedWords } from './sharedPlaces.ts'
import type { SharedModel } from './useSharedEvidence.ts'
import css from './SharedPanel.module.css'

interface SharedPanelProps {
  readonly model: SharedModel
  readonly parties: readonly BoardParty[]
}

/** What the papers of two parties have in common, and the way to both pages at once. */
export function SharedPanel({ model, parties }: SharedPanelProps) {
  const say = useText()
  const { load, again, all } = model
  return (
    <section
      className={css.panel}
      aria-label={say('arbitration.shared.name')}
      data-pane="shared"
      tabIndex={-1}
    >
      <h2 className={css.title}>
        {say('arbitration.shared.name')}
        {all.length > 0 && <CommandKeys command="shared.next" />}
      </h2>
      {load.status === 'failed' ? (
        <p role="alert">
          {say('arbitration.shared.failed')}{' '}
          <Button appearance="subtle" density="small" onClick={again}>
            {say('state.again')}
          </Button>
        </p>
      ) : load.status === 'ready' ? (
        <>
          {all.length === 0 ? <p>{say('arbitration.shared.none')}</p> : <SharedList model={model} />}
          <Unsaid answer={load.value} parties={parties} />
        </>
      ) : (
        <p>{say('arbitration.shared.loading')}</p>
      )}
    </section>
  )
}

function SharedList({ model: { all, current, open, percent } }: Pick<SharedPanelProps, 'model'>) {
  const say = useText()
  return (
    <ul className={css.list}>
      {all.map((shared) => {
        const words = sharedWords(shared, { say, percent })
        return (
          <li key={shared.number} className={css.one} aria-current={shared.number === current || undefined}>
            {words}{' '}
            <button
              type="button"
              className={css.open}
              aria-label={say('arbitration.shared.openBoth.name', { what: words })}
              onClick={() => open(shared)}
            >
              {say('arbitration.shared.openBoth')}
            </button>
            {shared.found.mayBeForm && <span className={css.second}>{say('arbitration.shared.form')}</span>}
          </li>
        )
      })}
    </ul>
  )
}

/** Of what nothing is said: silence would be taken for an answer. */
function Unsaid({
  answer,
  parties,
}: {
  readonly answer: Output<'arbitration.shared'>
  readonly parties: readonly BoardParty[]
}) {
  const say = useText()
  const letters = (claims: readonly string[]): string =>
    [...new Set(claims.map((claimId) => letterIn(parties, claimId)))].toSorted().join(', ')
  const { unread, heldBack } = answer
  return (
    <>
      {unread.length > 0 && (
        <p className={css.second}>
          {say('arbitration.shared.unread', {
            count: unread.length,
            parties: letters(unread.map(({ claimId }) => claimId)),
          })}
        </p>
      )}
      {heldBack.length > 0 && (
        <p className={css.second}>{say('arbitration.shared.heldBack', { parties: letters(heldBack) })}</p>
      )}
    </>
  )
}
