import { useAnnounce } from '@fluentui/react-components'
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark'
import { Copy16Regular } from '@fluentui/react-icons/svg/copy'
import { useEffect, useState } from 'react'
import { useText } from '../format/useText.ts'
import css from './CopyButton.module.css'

const DONE_MS = 1500

/** Copies an id as text. `what` names it in the reviewer's language. */
export function CopyButton({ text, what }: { readonly text: string; readonly what: string }) {
  const say = useText()
  const { announce } = useAnnounce()
  const [isDone, setDone] = useState(false)
  useEffect(() => {
    if (!isDone) return
    const timer = setTimeout(() => setDone(false), DONE_MS)
    return () => clearTimeout(timer)
  }, [isDone])
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => {
        setDone(true)
        announce(say('copy.done', { what }))
      },
      // Refused by the system: the text stays on the screen and can be marked by hand.
      () => setDone(false),
    )
  }
  const name = say('copy.copy', { what })
  return (
    <button type="button" className={css.copy} aria-label={name} title={name} onClick={copy}>
      {isDone ? <Checkmark16Regular /> : <Copy16Regular />}
    </button>
  )
}
