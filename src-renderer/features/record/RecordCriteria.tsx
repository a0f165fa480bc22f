import type { CriterionView } from '../../../src-preload/contract/claims.ts'
import { useText } from '../../format/useText.ts'
import { type RecordProps, Section } from './RecordSection.tsx'
import css from './RecordPage.module.css'

/** Each criterion as it counted when it was decided, who said so, and on which places of the papers it rested. */
export function RecordCriteria({ record: { claim, findings } }: RecordProps) {
  const say = useText()
  const items = new Map(claim.form.items.map(({ id, name }) => [id, name]))
  const heads = ['record.criterion', 'record.verdict', 'record.saidBy', 'record.places'] as const
  return (
    <Section title={say('record.findings')}>
      <p className={css.second}>{findings.report?.checker ?? say('verdict.none')}</p>
      <table className={css.table}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {say(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {findings.criteria.map((view) => (
            <Row
              key={`${view.criterion} ${view.item}`}
              view={view}
              item={view.item === null ? null : (items.get(view.item) ?? view.item)}
            />
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function Row({ view, item }: { readonly view: CriterionView; readonly item: string | null }) {
  const say = useText()
  const { criterion, effective, machine, reviewer } = view
  const name = say(`criterion.${criterion}`)
  const places = (machine?.evidence ?? []).map(({ document, page, text }) =>
    [document, page === null ? null : say('record.page', { page }), text]
      .filter((part) => part !== null)
      .join(' · '),
  )
  return (
    <tr>
      <th scope="row">{item === null ? name : say('criterion.item', { criterion: name, item })}</th>
      <td>{effective === null ? say('record.open') : say(`verdict.${effective}`)}</td>
      <td>
        {reviewer === null ? say('record.machine') : reviewer.byName}
        {reviewer !== null && reviewer.reason !== null && (
          <span className={css.second}> {reviewer.reason}</span>
        )}
      </td>
      <td>
        {places.length === 0 ? (
          say('record.nothing')
        ) : (
          <ul>
            {places.map((place) => (
              <li key={place}>{place}</li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  )
}
