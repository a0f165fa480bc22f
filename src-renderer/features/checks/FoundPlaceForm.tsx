import { Select, Textarea, useAnnounce } from '@fluentui/react-components'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { ClaimDetail, CriterionView } from '../../../src-preload/contract/claims.ts'
import { type Say, useText } from '../../format/useText.ts'
import type { FoundPlace } from '../../stores/claimViewStore.ts'
import { insideOf } from '../../stores/evidence.ts'
import { useShared, useStores } from '../../stores/Stores.tsx'
import { Button } from '../../ui/Button.tsx'
import css from './OwnEvidence.module.css'

/** What the reviewer pointed at, until it is attached to a criterion or thrown away. */
export function FoundPlaceForm({ detail }: { readonly detail: ClaimDetail }) {
  const found = useShared('claimView', (state) => state.found)
  return found === null ? null : <Form key={JSON.stringify(found)} found={found} detail={detail} />
}

function Form({ found, detail }: { readonly found: FoundPlace; readonly detail: ClaimDetail }) {
  const say = useText()
  const { openClaim, claimView } = useStores()
  const { announce } = useAnnounce()
  const [at, setAt] = useState(() => firstOpen(detail.criteria))
  const [note, setNote] = useState('')
  const choice = useRef<HTMLSelectElement>(null)
  const noteId = useId()
  useEffect(() => choice.current?.focus(), [])
  const discard = () => claimView.getState().setFound(null)
  const attach = async (): Promise<void> => {
    const view = detail.criteria[at]
    if (view === undefined) return
    const { criterion, item } = view
    const { documentId, sha256, page, quads, text } = found
    const evidence = {
      criterion,
      item,
      sha256,
      page,
      text,
      note,
      inside: [...insideOf(documentId)],
      quads: quads.map((quad) => [...quad]),
    }
    const accepted = await openClaim.getState().send('claims.addEvidence', { evidence })
    if (accepted === null) return
    discard()
    announce(say('announce.attached', { criterion: nameOf(view, detail, say) }))
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') discard()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void attach()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // The keys are those of the fields in it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <section className={css.form} aria-label={say('own.title')} onKeyDown={onKeyDown}>
      <h3>{say('own.title')}</h3>
      <p className={css.place}>
        {say('own.where', { file: found.fileName, page: found.page })}
        <q>{found.text ?? say('own.drawing')}</q>
      </p>
      <label>
        {say('own.criterion')}
        <Select
          select={{ ref: choice }}
          size="small"
          value={at}
          onChange={(_, { value }) => setAt(Number(value))}
        >
          {detail.criteria.map((view, index) => (
            <option key={`${view.criterion} ${view.item}`} value={index}>
              {nameOf(view, detail, say)}
            </option>
          ))}
        </Select>
      </label>
      <label htmlFor={noteId}>{say('own.note')}</label>
      <Textarea
        id={noteId}
        size="small"
        value={note}
        maxLength={2000}
        placeholder={say('own.noteHint')}
        onChange={(_, { value }) => setNote(value)}
      />
      <div className={css.acts}>
        <Button appearance="primary" onClick={() => void attach()}>
          {say('own.attach')}
        </Button>
        <Button appearance="subtle" onClick={discard}>
          {say('own.cancel')}
        </Button>
      </div>
    </section>
  )
}

/** What is open is what one looks for. */
function firstOpen(criteria: readonly CriterionView[]): number {
  return Math.max(
    0,
    criteria.findIndex(({ effective }) => effective !== 'met' && effective !== 'not_applicable'),
  )
}

function nameOf({ criterion, item }: CriterionView, detail: ClaimDetail, say: Say): string {
  const name = detail.claim.form.items.find(({ id }) => id === item)?.name
  const own = say(`criterion.${criterion}`)
  return name === undefined ? own : say('criterion.item', { criterion: own, item: name })
}
