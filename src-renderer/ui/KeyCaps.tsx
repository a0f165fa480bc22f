import { isApple, keyCapsOf } from '../app/keyNames.ts'
import { useText } from '../format/useText.ts'
import css from './KeyCaps.module.css'

/** The keys of a binding as printed on the control they drive. Screen readers get them by aria-keyshortcuts. */
export function KeyCaps({ binding }: { readonly binding: string }) {
  const say = useText()
  return (
    <span className={css.caps} aria-hidden="true">
      {keyCapsOf(binding, isApple).map((cap, at) => {
        const word = 'sign' in cap ? cap.sign : say(cap.messageId)
        // The same key may come twice, one after the other.
        return <kbd key={`${at} ${word}`}>{word}</kbd>
      })}
    </span>
  )
}
