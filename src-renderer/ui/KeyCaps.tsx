import { keyCapsOf } from '../app/keyNames.ts'
import { useText } from '../format/useText.ts'
import css from './KeyCaps.module.css'

const isApple = /Mac|iPhone|iPad/.test(navigator.platform)

/** The keys of a binding as printed on the control they drive. Screen readers get them by aria-keyshortcuts. */
export function KeyCaps({ binding }: { readonly binding: string }) {
  const say = useText()
  return (
    <span className={css.caps} aria-hidden="true">
      {keyCapsOf(binding, isApple).map((cap) => {
        const word = 'sign' in cap ? cap.sign : say(cap.messageId)
        return <kbd key={word}>{word}</kbd>
      })}
    </span>
  )
}
