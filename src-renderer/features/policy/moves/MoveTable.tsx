import { useIntl } from 'react-intl'
import type { Block } from '../../../../src-preload/contract/vocabulary/blockShape.ts'
import type { ClaimPreview } from '../../../../src-preload/contract/vocabulary/rulePreviewShape.ts'
import { formatDue } from '../../../../src-preload/words/dates.ts'
import { hashOf } from '../../../app/routes.ts'
import { wordsOfBlocks } from '../../../format/blockWords.ts'
import { useText } from '../../../format/useText.ts'
import css from './WhatMoves.module.css'

interface TableProps {
  readonly claims: readonly ClaimPreview[]
}

/** Every due instant that moves: which clock of which claim, from when to when, by how many business days. */
export function MoveTable({ claims }: TableProps) {
  const say = useText()
  const { locale } = useIntl()
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'always' })
  return (
    <table className={css.table}>
      <caption className="pd-sr">{say('policy.moves')}</caption>
      <thead>
        <tr>
          {(['claim', 'clock', 'now', 'after', 'days'] as const).map((column) => (
            <th key={column} scope="col">
              {say(`policy.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {claims.flatMap((claim) =>
          claim.moves.map((move) => (
            <tr key={`${claim.claimId} ${move.timer}`}>
              <ClaimCell claim={claim} />
              <td>{say(`timer.${move.timer}`)}</td>
              <td className={`${css.second} pd-num`}>{formatDue(locale, move.now, 'listed')}</td>
              <td className="pd-num">
                <b>{formatDue(locale, move.after, 'listed')}</b>
                {move.breach !== null && (
                  <span className={css.breach} data-breach={move.breach}>
                    {say(`policy.breach.${move.breach}`)}
                  </span>
                )}
              </td>
              <td className="pd-num">
                {move.businessDays === 0 ? say('policy.hours') : signed.format(move.businessDays)}
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  )
}

/** Every act that something else stands in the way of. */
export function FlipTable({ claims }: TableProps) {
  const say = useText()
  const { locale } = useIntl()
  const words = (blocks: readonly Block[]) =>
    blocks.length === 0 ? say('policy.allowed') : wordsOfBlocks(blocks, [], locale, say)
  return (
    <table className={css.table}>
      <caption className="pd-sr">{say('policy.flips')}</caption>
      <thead>
        <tr>
          {(['claim', 'act', 'now', 'after'] as const).map((column) => (
            <th key={column} scope="col">
              {say(`policy.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {claims.flatMap((claim) =>
          claim.flips.map((flip) => (
            <tr key={`${claim.claimId} ${flip.act}`}>
              <ClaimCell claim={claim} />
              <td>{say(actKey(flip.act))}</td>
              <td className={css.second}>{words(flip.now)}</td>
              <td>
                <b>{words(flip.after)}</b>
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  )
}

type FlipAct = ClaimPreview['flips'][number]['act']
const NAMED = [
  'approve',
  'request_info',
  'reject',
  'reopen',
  'edit',
  'add_document',
  'resubmit',
  'dispute',
  'disassociate',
  'decline',
] as const

/** What is watched has a name of its own; another version of the hub may watch more. */
function actKey(act: FlipAct) {
  const named = NAMED.find((one) => one === act)
  return named === undefined ? ('policy.act.other' as const) : (`policy.act.${named}` as const)
}

export function ClaimCell({ claim }: { readonly claim: Pick<ClaimPreview, 'claimId' | 'claimName'> }) {
  return (
    <th scope="row">
      <a href={hashOf({ page: 'claim', claimId: claim.claimId })}>
        {claim.claimName} <span className={`${css.second} pd-num`}>{claim.claimId}</span>
      </a>
    </th>
  )
}
