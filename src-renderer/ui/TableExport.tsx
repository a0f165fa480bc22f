import type { Output } from '../../src-preload/contract/index.ts'
import type { TableWish } from '../../src-preload/contract/tables.ts'
import { useText } from '../format/useText.ts'
import { Button } from './Button.tsx'
import { Notice } from './Notice.tsx'
import { useTableExport } from './useTableExport.ts'
import css from './TableExport.module.css'

/** Where a list can be saved as a file: lends the commands, and says what became of them. Each list has one, which costs it one line. */
export function TableExport({ wish }: { readonly wish: TableWish }) {
  const say = useText()
  const [state, forget] = useTableExport(wish)
  if (state === null) return null
  if (state.step === 'making')
    return (
      <Notice tone="note">
        {say('table.making')}
        <progress className={css.progress} aria-label={say('table.making')} />
      </Notice>
    )
  return (
    <Notice tone={toneOf(state)}>
      {state.step === 'failed' ? say(`error.${state.error.code}`) : <Said answer={state.answer} />}
      <Button onClick={forget}>{say('refusal.dismiss')}</Button>
    </Notice>
  )
}

type Answer = Exclude<Output<'tables.export'>, { outcome: 'cancelled' }>

const toneOf = (state: { step: 'failed' } | { step: 'answered'; answer: Answer }) =>
  state.step === 'failed' ? 'danger' : state.answer.outcome === 'saved' ? 'note' : 'warning'

function Said({ answer }: { readonly answer: Answer }) {
  const say = useText()
  if (answer.outcome !== 'saved') return say(`table.${answer.outcome}`)
  const { where, rows: count, isMore } = answer
  return (
    <span className={css.where}>{say(isMore ? 'table.savedFirst' : 'table.saved', { where, count })}</span>
  )
}
