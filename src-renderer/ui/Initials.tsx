import css from './Initials.module.css'

/** First letters of the first and last word; a picture of the name, which stands beside it or in its title. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '')
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  const letters = chosen.map((word) => String.fromCodePoint(word?.codePointAt(0) ?? 0x20))
  return letters.join('').trim().toLocaleUpperCase()
}

interface InitialsProps {
  readonly name: string
  readonly isMine?: boolean
  /** Held it last; holds it no more. */
  readonly isPast?: boolean
}

export function Initials({ name, isMine = false, isPast = false }: InitialsProps) {
  return (
    <span
      className={`${css.initials} ${isMine ? css.mine : ''} ${isPast ? css.past : ''}`}
      aria-hidden="true"
    >
      {initialsOf(name)}
    </span>
  )
}
