/** Media queries of a document without a screen; `test/e2e/window/media.spec.ts` holds them to the browser's. */
export interface FakeMedia {
  readonly matchMedia: (query: string) => MediaQueryList
  /** What holds from now on. Nobody hears of it before `tell`, as in a browser before its next frame. */
  change(query: string, holds: boolean): void
  tell(): void
}

/** A list that was read after a change has nothing to tell any more: browsers compare with what was read last. */
export function createFakeMedia(): FakeMedia {
  const holding = new Set<string>()
  const lists: { readonly list: EventTarget; readonly media: string; known: boolean }[] = []
  return {
    matchMedia(media) {
      const kept = { list: new EventTarget(), media, known: holding.has(media) }
      lists.push(kept)
      Object.defineProperty(kept.list, 'matches', {
        get: () => {
          kept.known = holding.has(media)
          return kept.known
        },
      })
      return Object.assign(kept.list, { media }) as unknown as MediaQueryList
    },
    change(query, holds) {
      if (holds) holding.add(query)
      else holding.delete(query)
    },
    tell() {
      for (const kept of lists) {
        const matches = holding.has(kept.media)
        if (matches === kept.known) continue
        kept.known = matches
        kept.list.dispatchEvent(Object.assign(new Event('change'), { matches, media: kept.media }))
      }
    },
  }
}
