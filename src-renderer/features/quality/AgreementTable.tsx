import type { Output } from '../../../src-preload/contract/index.ts'
import { useText } from '../../format/useText.ts'
import { ShareBar } from './ShareBar.tsx'
import { percentOf, useShareWords } from './shareWords.ts'
import css from './QualityPage.module.css'

interface AgreementTableProps {
  readonly result: Pick<Extract<Output<'quality.sample'>, { outcome: 'ok' }>, 'agreement' | 'outcomes'>
}

/** Agreement by criterion as figures and, beside them, as bars: the table is the chart. */
export function AgreementTable({ result: { agreement, outcomes } }: AgreementTableProps) {
  const say = useText()
  const shareWords = useShareWords()
  const rows = [
    { key: 'outcome', name: say('quality.agreement.outcome'), kappa: null, ...outcomes },
    ...agreement.map((one) => ({ key: one.criterion, name: say(`criterion.${one.criterion}`), ...one })),
  ]
  return (
    <div className={css.wide} role="group" aria-labelledby="quality-agreement" tabIndex={0}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{say('quality.column.criterion')}</th>
            <th scope="col">{say('quality.column.agreed')}</th>
            <th scope="col">{say('quality.column.interval')}</th>
            <th scope="col">{say('quality.column.kappa')}</th>
            <th scope="col">{say('quality.column.bar')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, kappa, ...share }) => (
            <tr key={key} data-criterion={key}>
              <th scope="row">{name}</th>
              <td className="pd-num">{shareWords(share)}</td>
              <td className="pd-num">
                {say('quality.interval', { low: percentOf(share.low), high: percentOf(share.high) })}
              </td>
              <td className="pd-num">{kappa === null ? say('quality.kappa.none') : kappa.toFixed(2)}</td>
              <td>
                <ShareBar share={share.share} low={share.low} high={share.high} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
