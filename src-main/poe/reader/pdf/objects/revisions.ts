import type { RawFile } from './rawFile.ts'

/**
 * Offsets behind every `%%EOF` that ends a state of the file. The first one of a file that is laid out for the web belongs to its
 * first page and ends nothing; one inside a stream is data.
 */
export function revisionEnds({ text, objects }: RawFile): number[] {
  const streams = objects.flatMap(({ value }) =>
    typeof value === 'object' && value?.kind === 'stream' ? [value] : [],
  )
  const ends: number[] = []
  let stream = 0
  for (const match of text.matchAll(/%%EOF(?:\r\n|\r|\n)?/gu)) {
    while ((streams[stream]?.end ?? Infinity) <= match.index) stream += 1
    if ((streams[stream]?.start ?? Infinity) <= match.index) continue
    ends.push(match.index + match[0].length)
  }
  const linearized = /\/Linearized\s/u.test(text.slice(0, 1024)) && ends.length > 1
  return linearized ? ends.slice(1) : ends
}
