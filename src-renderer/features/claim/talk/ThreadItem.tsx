import { ArrowReply16Regular } from '@fluentui/react-icons/svg/arrow-reply'
import { Comment16Regular } from '@fluentui/react-icons/svg/comment'
import { LockClosed16Regular } from '@fluentui/react-icons/svg/lock-closed'
import { useEffect, useRef } from 'react'
import type { ClaimComment } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { useText } from '../../../format/useText.ts'
import { Button } from '../../../ui/Button.tsx'
import { TalkTime } from './TalkTime.tsx'
import type { Thread } from './timeline.ts'
import css from './talk.module.css'

interface ThreadItemProps {
  readonly thread: Thread
  /** The comment that somebody wants to read; null = none. */
  readonly soughtId: string | null
  /** Null = nothing can be written on this claim. */
  readonly onReply: ((comment: ClaimComment) => void) | null
}

/** A comment with its answers. Notes among reviewers have a lock and a dashed edge: nobody takes them for a letter. */
export function ThreadItem({ thread, soughtId, onReply }: ThreadItemProps) {
  const [first, ...replies] = thread.comments
  if (first === undefined) return null
  const isInternal = first.visibility === 'internal'
  const line = (comment: ClaimComment) => (
    <Comment comment={comment} isSought={comment.commentId === soughtId} onReply={onReply} />
  )
  return (
    <li className={`${css.item} ${css.said} ${isInternal ? css.internal : ''}`}>
      {isInternal ? <LockClosed16Regular /> : <Comment16Regular />}
      <div className={css.thread}>
        {line(first)}
        {replies.length > 0 && (
          <ol>
            {replies.map((reply) => (
              <li key={reply.commentId}>{line(reply)}</li>
            ))}
          </ol>
        )}
      </div>
    </li>
  )
}

interface CommentProps extends Pick<ThreadItemProps, 'onReply'> {
  readonly comment: ClaimComment
  readonly isSought: boolean
}

function Comment({ comment, isSought, onReply }: CommentProps) {
  const say = useText()
  const part = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!isSought) return
    part.current?.focus()
    part.current?.scrollIntoView({ block: 'center' })
  }, [isSought])
  const { authorName, side, text, visibility, at } = comment
  return (
    <div ref={part} className={isSought ? css.sought : css.comment} tabIndex={-1}>
      <div className={css.by}>
        <b>
          {visibility === 'internal'
            ? say('talk.authorInternal', { name: authorName })
            : say('talk.author', { name: authorName, side: say(`side.${side}`) })}
        </b>
        <TalkTime at={at} />
        {onReply !== null && (
          <Button
            density="small"
            appearance="subtle"
            icon={<ArrowReply16Regular />}
            data-icon-only=""
            aria-label={say('talk.replyTo', { name: authorName })}
            title={say('talk.replyTo', { name: authorName })}
            onClick={() => onReply(comment)}
          />
        )}
      </div>
      <p>{text}</p>
    </div>
  )
}
