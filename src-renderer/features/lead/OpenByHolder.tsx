import { useArrowNavigationGroup } from '@fluentui/react-components'
import type { LeadBoard } from '../../../src-preload/contract/lead.ts'
import { useText } from '../../format/useText.ts'
import { Number } from './Number.tsx'
import panel from './panel.module.css'
import css from './OpenByHolder.module.css'

/** Who has how much open: by the person who works on a claim or handled it last. The dark part is under way. */
export function OpenByHolder({ load }: { readonly load: LeadBoard['load'] }) {
  const say = useText()
  const arrows = useArrowNavigationGroup({ axis: 'vertical', memorizeCurrent: true })
  const most = Math.max(1, ...load.map(({ open }) => open))
  return (
    <section className={`${panel.panel} ${css.load}`} aria-labelledby="lead-load">
      <h2 id="lead-load">{say('lead.load')}</h2>
      <ul className={css.people} {...arrows}>
        {load.map(({ userId, name, open, held }) => (
          <li key={userId ?? ''}>
            <span className="pd-cut" title={name ?? undefined}>
              {name ?? say('lead.load.nobody')}
            </span>
            <span className={css.bar} aria-hidden="true">
              <i className={css.held} style={{ width: `${(100 * Math.min(held, open)) / most}%` }} />
              <i className={css.open} style={{ width: `${(100 * Math.max(0, open - held)) / most}%` }} />
            </span>
            <Number figure={{ of: 'holder', userId }} count={open} className={css.count} />
          </li>
        ))}
      </ul>
      <p className={panel.second}>{say('lead.load.key')}</p>
    </section>
  )
}
