import { useEffect, useRef, useState } from 'react'
import type { Output } from '../../../../src-preload/contract/index.ts'
import {
  type ClaimPreview,
  PREVIEW_LISTS,
  type PreviewCounts,
  type PreviewList,
} from '../../../../src-preload/contract/vocabulary/rulePreviewShape.ts'
import type { RuleName } from '../../../../src-preload/contract/vocabulary/ruleShape.ts'
import { failureOf } from '../../../bridge/bridgeError.ts'
import { useText } from '../../../format/useText.ts'
import { type Load, LOADING, ready } from '../../../stores/load.ts'
import { useStores } from '../../../stores/Stores.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState, FailedState, LoadingRows } from '../../../ui/states.tsx'
import css from './WhatMoves.module.css'
import { FlipTable, MoveTable } from './MoveTable.tsx'

type Preview = Output<'policy.preview'>
const PAGE = 100

interface WhatMovesProps {
  readonly rule: RuleName
  /** Goes up when another draft is to be looked at. */
  readonly edition: number
  /** Null = there is no draft, or it could not be worked out. */
  readonly onLooked: (edition: number, counts: PreviewCounts | null) => void
}

/** What a draft would do to the open claims: how many due instants move and which way, how many claims flip, and each of them. */
export function WhatMoves({ rule, edition, onLooked }: WhatMovesProps) {
  const say = useText()
  const [list, setList] = useState<PreviewList | null>(null)
  const { read, more, again } = usePreview({ rule, edition, list, onLooked })
  return (
    <section className={css.pane} data-pane="moves" tabIndex={-1} aria-labelledby="policy-moves">
      <h2 id="policy-moves">{say('policy.moves')}</h2>
      {read.status === 'ready' ? (
        <Moves {...read.value} list={list} onList={setList} onMore={more} />
      ) : read.status === 'failed' ? (
        <FailedState title={say('policy.moves.failed')} error={read.error} onAgain={again} />
      ) : (
        <LoadingRows label={say('policy.moves.loading')} />
      )}
    </section>
  )
}

interface Asked extends WhatMovesProps {
  readonly list: PreviewList | null
}

/** The pages that were asked for, one after the other. What was read stays until the next answer is here. */
function usePreview(asked: Asked) {
  const { client } = useStores()
  const [read, setRead] = useState<Load<Preview>>(LOADING)
  const [attempt, setAttempt] = useState(0)
  const newest = useRef(asked)
  useEffect(() => {
    newest.current = asked
  })
  const { rule, edition, list } = asked
  const question = `${edition} ${list ?? ''} ${attempt}`
  useEffect(() => {
    if (question === '') return
    let isWanted = true
    const { rule, list, edition, onLooked } = newest.current
    client.call('policy.preview', { rule, list, skip: 0, top: PAGE }).then(
      (answer) => {
        if (!isWanted) return
        setRead(ready(answer))
        onLooked(edition, answer.preview?.counts ?? null)
      },
      (thrown: unknown) => {
        if (!isWanted) return
        setRead({ status: 'failed', error: failureOf(thrown) })
        onLooked(edition, null)
      },
    )
    return () => {
      isWanted = false
    }
  }, [client, question])
  const more = async () => {
    const skip = read.status === 'ready' ? (read.value.preview?.next ?? null) : null
    if (skip === null) return
    const next = await client.call('policy.preview', { rule, list, skip, top: PAGE })
    setRead((known) => {
      const isOld = newest.current.list !== list || newest.current.edition !== edition
      if (isOld || known.status !== 'ready' || known.value.preview === null || next.preview === null)
        return known
      const claims = [...known.value.preview.claims, ...next.preview.claims]
      return ready({ ...next, preview: { ...next.preview, claims } })
    })
  }
  return {
    read,
    more: () =>
      void more().catch((thrown: unknown) => setRead({ status: 'failed', error: failureOf(thrown) })),
    again: () => setAttempt((tried) => tried + 1),
  }
}

interface MovesProps extends Preview {
  readonly list: PreviewList | null
  readonly onList: (list: PreviewList | null) => void
  readonly onMore: () => void
}

function Moves({ preview, by, list, onList, onMore }: MovesProps) {
  const say = useText()
  if (preview === null)
    return <EmptyState title={say('policy.moves.none')} text={say('policy.moves.none.text')} />
  const { effect, counts, claims, next } = preview
  return (
    <>
      <p className={css.second}>
        {say(`policy.effect.${effect}`)} {say(`policy.by.${by}`, { claims: counts.claims })}
      </p>
      <Sums counts={counts} list={list} onList={onList} />
      {counts.changed === 0 && <p className={css.nothing}>{say('policy.moves.nothing')}</p>}
      <Tables claims={claims} />
      {next !== null && <Button onClick={onMore}>{say('policy.moves.more')}</Button>}
      {counts.hidden > 0 && (
        <p className={css.second}>{say('policy.moves.hidden', { count: counts.hidden })}</p>
      )}
      {effect === 'moves' && counts.changed > 0 && <p className={css.second}>{say('policy.moves.kept')}</p>}
    </>
  )
}

function Tables({ claims }: { readonly claims: readonly ClaimPreview[] }) {
  const say = useText()
  const moving = claims.filter(({ moves }) => moves.length > 0)
  const flipping = claims.filter(({ flips }) => flips.length > 0)
  return (
    <>
      {moving.length > 0 && <MoveTable claims={moving} />}
      {flipping.length > 0 && <h3 className={css.sub}>{say('policy.flips')}</h3>}
      {flipping.length > 0 && <FlipTable claims={flipping} />}
    </>
  )
}

interface SumsProps {
  readonly counts: PreviewCounts
  readonly list: PreviewList | null
  readonly onList: (list: PreviewList | null) => void
}

/** The counts first; each opens the list behind it, and closes it again. */
function Sums({ counts, list, onList }: SumsProps) {
  const say = useText()
  return (
    <div role="group" className={css.sums} aria-label={say('policy.sums', { dues: counts.dues })}>
      {PREVIEW_LISTS.map((sum) => (
        <button
          key={sum}
          type="button"
          className={css.sum}
          aria-pressed={list === sum}
          // What is nothing has no list; what is chosen can always be let go of.
          disabled={counts[sum] === 0 && list !== sum}
          onClick={() => onList(list === sum ? null : sum)}
        >
          <b className="pd-num">{counts[sum]}</b>{' '}
          <span>{say(`policy.sum.${sum}`, { count: counts[sum] })}</span>
        </button>
      ))}
    </div>
  )
}
