/** Pages as a person writes them, `1-3,7`: a log of a paper of 300 pages stays one line. Any order in, each once out. */
export function rangesOf(pages: Iterable<number>): string {
  const sorted = [...new Set(pages)].toSorted((a, b) => a - b)
  const begins = sorted.filter((page, at) => page !== (sorted[at - 1] ?? 0) + 1 || at === 0)
  const ends = sorted.filter((page, at) => page + 1 !== sorted[at + 1])
  return begins.map((first, at) => (first === ends[at] ? String(first) : `${first}-${ends[at]}`)).join(',')
}

/** More than any paper has: text that no log of ours wrote must not become a list without end. */
const MOST_PAGES = 100_000

/** What is no range says nothing. */
export function pagesIn(ranges: string): number[] {
  const pages = ranges.split(',').flatMap((part) => {
    const [, first = '', last = first] = /^(\d{1,6})(?:-(\d{1,6}))?$/u.exec(part) ?? []
    const [from, to] = [Number(first || Number.NaN), Number(last || first)]
    return from >= 1 && to >= from && to <= MOST_PAGES
      ? Array.from({ length: to - from + 1 }, (_, at) => from + at)
      : []
  })
  return [...new Set(pages)].toSorted((a, b) => a - b)
}
