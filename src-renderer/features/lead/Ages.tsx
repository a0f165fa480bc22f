import { useArrowNavigationGroup } from '@fluentui/react-components'
import type { LeadBoard } from '../../../src-preload/contract/lead.ts'
import { useText } from '../../format/useText.ts'
import { Number } from './Number.tsx'
import panel from './panel.module.css'
import css from './Ages.module.css'

/** Open claims by the business days since their first submission. */
export function Ages({ ages }: { readonly ages: LeadBoard['ages'] }) {
  const say = useText()
  const arrows = useArrowNavigationGroup({ axis: 'both', memorizeCurrent: true })
  return (
    <section className={panel.panel} aria-labelledby="lead-ages">
      <h2 id="lead-ages">{say('lead.ages')}</h2>
      <ul className={css.ages} {...arrows}>
        {ages.map(({ from, to, claims }) => (
          <li key={from}>
            <Number figure={{ of: 'age', from }} count={claims} className={css.count} />
            <span className={`${css.days} pd-num`}>
              {to === null ? say('lead.age.over', { from }) : say('lead.age.between', { from, to })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
