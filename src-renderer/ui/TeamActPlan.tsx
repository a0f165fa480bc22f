import { useIntl } from 'react-intl'
import type { LeftOut as LeftOutClaim } from '../../src-preload/contract/desk.ts'
import type { PlannedLoad } from '../../src-preload/contract/team.ts'
import { wordsOfBlocks } from '../format/blockWords.ts'
import { useText } from '../format/useText.ts'
import type { ActResult, NotDone } from '../stores/useTeamAct.ts'
import { Notice } from './Notice.tsx'
import css from './TeamActDialog.module.css'

/** Each claim that an act leaves out, with the reason. */
export function LeftOut({ leftOut }: { readonly leftOut: readonly LeftOutClaim[] }) {
  const say = useText()
  const { locale } = useIntl()
  if (leftOut.length === 0) return null
  return (
    <>
      <h3>{say('bulk.leftOut', { count: leftOut.length })}</h3>
      <ul className={css.refused} tabIndex={0} aria-label={say('bulk.leftOut', { count: leftOut.length })}>
        {leftOut.map(({ claimId, claimName, blocks }) => (
          <li key={claimId}>
            <b>{claimName}</b>{' '}
            {blocks.length === 0 ? say('bulk.gone') : wordsOfBlocks(blocks, [], locale, say)}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The same after the act: what changed between the last look and the sending. */
export function NotDoneList({ notDone }: { readonly notDone: readonly NotDone[] }) {
  const say = useText()
  const { locale } = useIntl()
  return (
    <div role="alert">
      <h3>{say('bulk.leftOut', { count: notDone.length })}</h3>
      <ul className={css.refused}>
        {notDone.map(({ claim, why }) => (
          <li key={claim.claimId}>
            <b>{claim.claimName}</b>{' '}
            {typeof why === 'string' ? say(`bulk.${why}`) : wordsOfBlocks(why, [], locale, say)}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Why an act that asked nothing before came to nothing; nothing where it was done. */
export function ActTrouble({ result }: { readonly result: ActResult }) {
  const say = useText()
  if (result.kind === 'failed') return <Notice tone="danger">{say(`error.${result.error.code}`)}</Notice>
  return result.notDone.length === 0 ? null : <NotDoneList notDone={result.notDone} />
}

/** What those who give or get something hold now, and then. */
export function Loads({ loads }: { readonly loads: readonly PlannedLoad[] }) {
  const say = useText()
  const { formatNumber } = useIntl()
  if (loads.length === 0) return null
  return (
    <table className={css.loads}>
      <caption className="pd-sr">{say('teamAct.loads')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('teamAct.person')}</th>
          <th scope="col">{say('teamAct.holds')}</th>
          <th scope="col">{say('teamAct.then')}</th>
        </tr>
      </thead>
      <tbody>
        {loads.map(({ userId, name, isAway, held, after }) => (
          <tr key={userId}>
            <th scope="row">
              {name} {isAway && <span className={css.away}>{say('team.away')}</span>}
            </th>
            <td className="pd-num">{formatNumber(held)}</td>
            <td className="pd-num">
              <b>{formatNumber(after)}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
