import { useText } from '../../format/useText.ts'

export const percentOf = (share: number): number => Math.round(share * 100)

/** Of so few cases a percentage alone would say too much: the counts stand before it. */
export function useShareWords() {
  const say = useText()
  return ({ hits, of }: { readonly hits: number; readonly of: number }): string =>
    of === 0 ? say('quality.share.none') : say('quality.share', { hits, of, percent: percentOf(hits / of) })
}
