import type { FrameStrings, ViewerMark } from './messages.ts'

/** Until the app has said its language the frame says nothing rather than something in a wrong one. */
export const NO_STRINGS: FrameStrings = {
  document: '',
  page: '',
  evidence: '',
  nearest: '',
  flag: '',
  hidden: '',
  hiddenTag: '',
  own: '',
  picture: '',
  inlay: {
    alt: '',
    shown: '',
    frames: '',
    elsewhere: '',
    missing: '',
    type: '',
    too_large: '',
    too_many: '',
    drawing: '',
    broken: '',
    link: '',
    linkBare: '',
    linkUnlike: '',
    via: '',
  },
  html: '',
  plain: '',
  thumbnails: '',
  thumbnail: '',
  thumbnailSeen: '',
  added: '',
  removed: '',
  changed: '',
  moved: '',
}

type Values = Readonly<Record<string, string | number>>

/** Puts values into `{name}` places. The app has already chosen plural and order; nothing is left to decide here. */
export function fillIn(template: string, values: Values): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
}

/** A mark's number with the letter of its party; empty where it has none. */
export const numberText = ({ number, letter = '' }: Pick<ViewerMark, 'number' | 'letter'>): string =>
  number === null ? '' : `${letter}${number}`

/** What a screen reader says of a mark. */
export function markName(strings: FrameStrings, mark: ViewerMark): string {
  return fillIn(strings[mark.tone], { number: numberText(mark), label: mark.label, page: mark.page }).trim()
}
