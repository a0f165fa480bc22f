import { useEffect, useRef } from 'react'
import type { TextChange } from '../../../src-preload/contract/vocabulary/versionShape.ts'
import { useCompareText, usePartyLetters } from './compareText.ts'
import { changeWords } from './changeWords.ts'
import css from './ChangeList.module.css'

const SIGN = { added: '+', removed: '−', changed: '±', moved: '↕' } as const

interface ChangeListProps {
  readonly changes: readonly TextChange[]
  /** Null = none is current. */
  readonly current: number | null
  readonly onShow: (at: number) => void
}

/** Every change in the order of the newer version, numbered as on the pages. */
export function ChangeList({ changes, current, onShow }: ChangeListProps) {
  const say = useCompareText()
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (current !== null) list.current?.children[current]?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <ol className={css.list} ref={list} aria-label={say('compare.list')}>
      {changes.map((change, at) => (
        // Changes have no name of their own: their place in the list is what they are known by.
        <li key={`${at} ${change.kind}`}>
          <button
            type="button"
            className={css.change}
            aria-current={at === current ? 'true' : undefined}
            aria-label={`${at + 1}. ${changeWords(change, say)}`}
            onClick={() => onShow(at)}
          >
            <ChangeLine change={change} number={at + 1} />
          </button>
        </li>
      ))}
    </ol>
  )
}

function ChangeLine({ change, number }: { readonly change: TextChange; readonly number: number }) {
  const say = useCompareText()
  const letters = usePartyLetters()
  const { kind, before, after, isUnsure } = change
  const page = (after ?? before)?.places[0]?.page ?? 1
  return (
    <>
      <span className={`${css.number} pd-num`}>{number}</span>
      <span className={css.words}>
        <span className={css.kind} data-kind={kind}>
          <b aria-hidden>{SIGN[kind]}</b> {say(`compare.kind.${kind}`)}
          {isUnsure && <i> · {say('compare.unsure')}</i>}
          <span className={`${css.page} pd-num`}>{say('compare.page', { page })}</span>
        </span>
        {letters === null ? (
          <>
            {before !== null && kind !== 'moved' && <del className={css.text}>{before.text}</del>}
            {after !== null && <ins className={css.text}>{after.text}</ins>}
          </>
        ) : (
          // Nobody struck out what stands in one party's paper alone.
          <>
            {before !== null && <PartyText letter={letters.before} text={before.text} />}
            {after !== null && kind !== 'moved' && <PartyText letter={letters.after} text={after.text} />}
          </>
        )}
      </span>
    </>
  )
}

const PartyText = ({ letter, text }: { readonly letter: string; readonly text: string }) => (
  <span className={css.partyText}>
    <b>{letter}</b> {text}
  </span>
)
