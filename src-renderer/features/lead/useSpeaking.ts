import { useIntl } from 'react-intl'
import { useText } from '../../format/useText.ts'
import { valueOf } from '../../stores/load.ts'
import { useShared } from '../../stores/Stores.tsx'

/** What the words of a figure are made with: the language, and the names and classes that the board has. */
export function useSpeaking() {
  const say = useText()
  const { locale } = useIntl()
  const board = useShared('lead', (state) => valueOf(state.board))
  const nameOf = (userId: string) => board?.load.find((one) => one.userId === userId)?.name ?? null
  const ageUntil = (age: number) => board?.ages.find(({ from }) => from === age)?.to ?? null
  return { say, locale, nameOf, ageUntil }
}
