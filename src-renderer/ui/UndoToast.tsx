import { useAnnounce } from '@fluentui/react-components'
import { Send20Regular } from '@fluentui/react-icons/svg/send'
import { useEffect, useState } from 'react'
import { hashOf } from '../app/routes.ts'
import { useText } from '../format/useText.ts'
import type { HeldDecision, UndoResult } from '../stores/undoStore.ts'
import { useShared, useStores } from '../stores/Stores.tsx'
import { Button } from './Button.tsx'
import { CommandButton } from './CommandButton.tsx'
import css from './UndoToast.module.css'

/** How long a result stays before it goes by itself. */
const RESULT_MS = 6000

/** What was just decided, and how long it can be taken back. The countdown is the core's hold, not a clock of its own. */
export function UndoToast() {
  const held = useShared('undo', (state) => state.held)
  const result = useShared('undo', (state) => state.result)
  return held === null ? null : <Toast key={held.operationId} held={held} result={result} />
}

function Toast({ held, result }: { readonly held: HeldDecision; readonly result: UndoResult | null }) {
  const say = useText()
  const { undo } = useStores()
  const nowMs = useShared('now', (state) => state.secondMs)
  const leftMs = held.holdUntil === null ? 0 : Date.parse(held.holdUntil) - nowMs
  const canUndo = leftMs > 0 && (result === null || typeof result === 'object')
  const isDone = !canUndo
  const { isKept, at } = useKept(canUndo)
  useSpokenResult(held, result)
  useEffect(() => {
    if (!isDone || isKept) return
    const timer = setTimeout(() => undo.getState().dismiss(), RESULT_MS)
    return () => clearTimeout(timer)
  }, [isDone, isKept, undo])
  return (
    <section className={css.toast} aria-label={say('toast.label')} data-pane="undo" {...at}>
      <Send20Regular className={`${css.icon}`} />
      <div className={css.words}>
        <b>{result === 'undone' ? say('toast.undoneTitle') : say(`decided.${held.act}`)}</b>
        {held.also !== undefined && held.also.length > 0 ? (
          <span className={css.claim}>{say('toast.claims', { count: held.also.length + 1 })}</span>
        ) : (
          <a className={css.claim} href={hashOf({ page: 'claim', claimId: held.claimId })}>
            {say('toast.claim', { id: held.claimId, name: held.claimName })}
          </a>
        )}
        <p className={css.where}>{isKept && canUndo ? say('toast.kept') : wordsOf(result, leftMs, say)}</p>
      </div>
      {canUndo ? (
        <CommandButton command="undo" withKey>
          {say('command.undo')}
        </CommandButton>
      ) : (
        <Button onClick={() => undo.getState().dismiss()}>{say('toast.close')}</Button>
      )}
      {canUndo && !isKept && <Countdown leftMs={leftMs} />}
    </section>
  )
}

/**
 * While the pointer or the focus is on the toast, nothing of it runs out (WCAG 2.2.1): the core is asked to hold on, again and again, so
 * that what the toast says is true.
 */
function useKept(canUndo: boolean) {
  const { undo } = useStores()
  const againMs = useShared('settings', (state) => state.settings.undoHoldSeconds * 500)
  const [isPointed, setPointed] = useState(false)
  const [isFocused, setFocused] = useState(false)
  const isKept = isPointed || isFocused
  useEffect(() => {
    if (!isKept || !canUndo) return
    const keep = () => void undo.getState().keep()
    keep()
    const timer = setInterval(keep, againMs)
    return () => clearInterval(timer)
  }, [isKept, canUndo, againMs, undo])
  const at = {
    // A pointer that rested where the toast appeared points at nothing: only one that is moved there holds the decision back.
    onPointerMove: ({ movementX, movementY }: React.PointerEvent) => {
      if (movementX !== 0 || movementY !== 0) setPointed(true)
    },
    onPointerLeave: () => setPointed(false),
    onFocus: () => setFocused(true),
    onBlur: (event: React.FocusEvent<HTMLElement>) =>
      setFocused(event.currentTarget.contains(event.relatedTarget)),
  }
  return { isKept, at }
}

/** The toast takes no focus: how the undo went is said, with the claim that it was about. */
function useSpokenResult({ claimName }: HeldDecision, result: UndoResult | null): void {
  const say = useText()
  const { announce } = useAnnounce()
  useEffect(() => {
    if (result !== null) announce(say('announce.undo', { result: wordsOf(result, 0, say), name: claimName }))
  }, [result, claimName, announce, say])
}

function wordsOf(result: UndoResult | null, leftMs: number, say: ReturnType<typeof useText>): string {
  if (result === 'undone') return say('toast.undone')
  if (result === 'too_late') return say('toast.tooLate')
  if (result !== null) return say('toast.undoFailed', { why: say(`error.${result.error.code}`) })
  return leftMs > 0 ? say('toast.held', { seconds: Math.ceil(leftMs / 1000) }) : say('toast.left')
}

function Countdown({ leftMs }: { readonly leftMs: number }) {
  const holdMs = useShared('settings', (state) => state.settings.undoHoldSeconds * 1000)
  return (
    <span className={css.count} aria-hidden="true">
      <i style={{ width: `${Math.min(100, (leftMs / holdMs) * 100)}%` }} />
    </span>
  )
}
