import { Textarea, useAnnounce } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import { LockClosed16Regular } from '@fluentui/react-icons/svg/lock-closed'
import { useEffect, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import type { ClaimDetail } from '../../../../src-preload/contract/claims.ts'
import type { ClaimComment } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import {
  COMMENT_VISIBILITIES,
  type CommentVisibility,
} from '../../../../src-preload/contract/vocabulary/words.ts'
import { useText } from '../../../format/useText.ts'
import { noteKey, replyKey } from '../../../stores/claimViewStore.ts'
import { useShared, useStores } from '../../../stores/Stores.tsx'
import { Button } from '../../../ui/Button.tsx'
import { useTyped } from '../../../ui/useTyped.ts'
import { wordsOfBlocks } from '../../../format/blockWords.ts'
import { blocksOfAction } from '../decide/decisionRules.ts'
import { withInsert } from './insertText.ts'
import { SnippetMenu } from './SnippetMenu.tsx'
import css from './talk.module.css'

const NOTES_FIRST: readonly CommentVisibility[] = COMMENT_VISIBILITIES.toSorted((visibility) =>
  visibility === 'internal' ? -1 : 1,
)

interface CommentFormProps {
  readonly detail: ClaimDetail
  /** The comment that is answered; null = a new thread. */
  readonly answered: ClaimComment | null
  /** The answer was sent, or is not wanted any more. */
  readonly onDone: () => void
}

/** Two drafts that never mix, and one for each reply: what is typed as a note cannot become a letter by a switch. */
export function CommentForm(props: CommentFormProps) {
  const say = useText()
  const { detail, answered, onDone } = props
  const [chosen, setChosen] = useState<CommentVisibility>('internal')
  const visibility = answered?.visibility ?? chosen
  const { text, write, canSave, save, why } = useComment(props, visibility)
  const type = useTyped(write)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (answered !== null) field.current?.focus()
  }, [answered])
  const { claimId, partnerCompanyName } = detail.claim.form
  const hint = say(`talk.text.${visibility}`, { partner: partnerCompanyName })
  return (
    <div className={css.compose} onKeyDown={(event) => endsReply(event, answered !== null) && onDone()}>
      <VisibilitySwitch visibility={visibility} isLocked={answered !== null} onChoose={setChosen} />
      {answered !== null && <Answering comment={answered} onCancel={onDone} />}
      <Textarea
        className={visibility === 'internal' ? `${css.note}` : `${css.text}`}
        textarea={{ ref: field }}
        aria-label={hint}
        placeholder={hint}
        maxLength={8000}
        spellCheck={false}
        value={text}
        onChange={(_, { value }) => type(value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          void save()
        }}
      />
      <div className={css.save}>
        <SnippetMenu
          claimId={claimId}
          onChoose={(added) => write(withInsert(text, added, field.current))}
          onClosed={() => field.current?.focus()}
        />
        <span className={css.why}>{why}</span>
        <Button disabledFocusable={!canSave} onClick={() => void save()}>
          {say(`talk.save.${visibility}`)}
        </Button>
      </div>
    </div>
  )
}

/** The draft of one comment and the way to send it. */
function useComment({ detail, answered, onDone }: CommentFormProps, visibility: CommentVisibility) {
  const say = useText()
  const { locale } = useIntl()
  const { announce } = useAnnounce()
  const { claimView, openClaim } = useStores()
  const { claimId, items } = detail.claim.form
  const key = answered === null ? noteKey(claimId, visibility) : replyKey(claimId, answered.commentId)
  const text = useShared('claimView', (state) => state.notes[key] ?? '')
  const blocks = blocksOfAction(detail.actions, 'comment')
  const canSave = text.trim() !== '' && blocks.length === 0
  const write = (value: string) => claimView.getState().setNote(key, value)
  const save = async () => {
    if (!canSave) return
    const said = { text: text.trim(), visibility, inReplyTo: answered?.commentId ?? null }
    if ((await openClaim.getState().send('claims.comment', said)) === null) return
    write('')
    onDone()
    announce(say('announce.commented'))
  }
  return { text, write, canSave, save, why: wordsOfBlocks(blocks, items, locale, say) }
}

/** Escape ends the reply before it closes the drawer. */
function endsReply(event: React.KeyboardEvent, isReply: boolean): boolean {
  if (event.key !== 'Escape' || !isReply || event.nativeEvent.isComposing || event.defaultPrevented)
    return false
  event.preventDefault()
  return true
}

interface SwitchProps {
  readonly visibility: CommentVisibility
  /** In a reply: a thread is for the partner or internal, never both. */
  readonly isLocked: boolean
  readonly onChoose: (visibility: CommentVisibility) => void
}

function VisibilitySwitch({ visibility, isLocked, onChoose }: SwitchProps) {
  const say = useText()
  return (
    <div className={css.kinds} role="group" aria-label={say('talk.visibility')}>
      {NOTES_FIRST.map((each) => (
        <Button
          key={each}
          aria-pressed={each === visibility}
          className={`${css.tab}`}
          disabledFocusable={isLocked && each !== visibility}
          {...(isLocked && { title: say('talk.locked') })}
          {...(each === 'internal' && { icon: <LockClosed16Regular /> })}
          onClick={() => !isLocked && onChoose(each)}
        >
          {say(each === 'internal' ? 'talk.internal' : 'talk.toPartner')}
        </Button>
      ))}
    </div>
  )
}

function Answering({ comment, onCancel }: { readonly comment: ClaimComment; readonly onCancel: () => void }) {
  const say = useText()
  return (
    <div className={css.answering}>
      <span className="pd-cut">
        {say('talk.answering', { name: comment.authorName, text: comment.text })}
      </span>
      <Button
        density="small"
        appearance="subtle"
        icon={<Dismiss16Regular />}
        data-icon-only=""
        aria-label={say('talk.noReply')}
        title={say('talk.noReply')}
        onClick={onCancel}
      />
    </div>
  )
}
