import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark'
import { Copy16Regular } from '@fluentui/react-icons/svg/copy'
import { useEffect, useState } from 'react'
import { useText } from '../format/useText.ts'
import { useCopy } from './useCopy.ts'
import css from './CopyButton.module.css'

const DONE_MS = 1500

/** Copies an id as text. `what` names it in the reviewer's language. */
export function CopyButton({ text, what }: { readonly text: string; readonly what: string }) {
  const say = useText()
  const copy = useCopy()
  const [isDone, setDone] = useState(false)
  useEffect(() => {
    if (!isDone) return
    const timer = setTimeout(() => setDone(false), DONE_MS)
    return () => clearTimeout(timer)
  }, [isDone])
  const name = say('copy.copy', { what })
  return (
    <button
      type="button"
      className={css.copy}
      aria-label={name}
      title={name}
      onClick={() => void copy({ text }, what).then(setDone)}
    >
      {isDone ? <Checkmark16Regular /> : <Copy16Regular />}
    </button>
  )
}
