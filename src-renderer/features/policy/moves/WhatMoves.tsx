import { useEffect, useRef, useState } from 'react'
import type { Output } from '../../../../src-preload/contract/index.ts'
import type { ClaimPreview } from '../../../../src-preload/contract/vocabulary/rulePreviewShape.ts'
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
}

/** What a draft would do to the open claims: how many due instants move and which way, each of them, and each act that flips. */
export function WhatMoves({ rule, edition }: WhatMovesProps) {
  const say = useText()
  const { read, more, again } = usePreview(rule, edition)
  return (
    <section className={css.pane} data-pane="moves" tabIndex={-1} aria-labelledby="policy-moves">
      <h2 id="policy-moves">{say('policy.moves')}</h2>
      {read.status === 'ready' ? (
        <Moves {...read.value} onMore={more} />
      ) : read.status === 'failed' ? (
        <FailedState title={say('policy.moves.failed')} error={read.error} onAgain={again} />
      ) : (
        <LoadingRows label={say('policy.moves.loading')} />
      )}
    </section>
  )
}

/** The pages that were asked for, one after the other. What was read stays until the next answer is here. */
function usePreview(rule: RuleName, edition: number) {
  const { client } = useStores()
  const [read, setRead] = useState<Load<Preview>>(LOADING)
  const [attempt, setAttempt] = useState(0)
  const newest = useRef(rule)
  useEffect(() => {
    newest.current = rule
  })
  const question = `${rule.kind} ${rule.id} ${edition} ${attempt}`
  useEffect(() => {
    if (question === '') return
    let isWanted = true
    client.call('policy.preview', { rule: newest.current, skip: 0, top: PAGE }).then(
      (answer) => isWanted && setRead(ready(answer)),
      (thrown: unknown) => isWanted && setRead({ status: 'failed', error: failureOf(thrown) }),
    )
    return () => {
      isWanted = false
    }
  }, [client, question])
  const more = async () => {
    const skip = read.status === 'ready' ? (read.value.preview?.next ?? null) : null
    if (skip === null) return
    const next = await client.call('policy.preview', { rule, skip, top: PAGE })
    setRead((known) => {
      if (known.status !== 'ready' || known.value.preview === null || next.preview === null) return known
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

function Moves({ preview, by, onMore }: Preview & { readonly onMore: () => void }) {
  const say = useText()
  if (preview === null)
    return <EmptyState title={say('policy.moves.none')} text={say('policy.moves.none.text')} />
  const { effect, counts, claims, next } = preview
  const left = counts.changed - counts.hidden - claims.length
  return (
    <>
      <p className={css.second}>
        {say(`policy.effect.${effect}`)} {say(`policy.by.${by}`, { claims: counts.claims })}
      </p>
      <Sums preview={preview} />
      {counts.changed === 0 && <p className={css.nothing}>{say('policy.moves.nothing')}</p>}
      <Tables claims={claims} />
      {next !== null && <Button onClick={onMore}>{say('policy.moves.more', { count: left })}</Button>}
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

const SUMS = ['later', 'earlier', 'breachesAdded', 'breachesRemoved', 'flipped'] as const

function Sums({ preview: { counts } }: { readonly preview: NonNullable<Preview['preview']> }) {
  const say = useText()
  return (
    <dl className={css.sums} aria-label={say('policy.sums', { dues: counts.dues })}>
      {SUMS.map((sum) => (
        <div key={sum}>
          <dd className="pd-num">{counts[sum]}</dd>
          <dt>{say(`policy.sum.${sum}`)}</dt>
        </div>
      ))}
    </dl>
  )
}
