/** A document of a hundred pages: reads none before it was told that another process takes the rest; that one answers with pages alone. */
const PAGES = 100
const say = (message: object): void => void process.send?.(message)
const piece = (content: object): void => say({ kind: 'piece', json: JSON.stringify(content) })

const blank = (number: number): object => ({
  number,
  width: 595,
  height: 842,
  rotation: 0,
  turned: 0,
  textClass: 'blank',
  form: 'paged',
  ocr: null,
  pictureHash: null,
  words: [],
  lines: [],
  blocks: [],
  hiddenWords: [],
  rules: [],
  tickBoxes: [],
  strokes: [],
  images: [],
})

function read(from: number, to: number): void {
  for (let number = from; number <= to; number += 1)
    piece({ piece: 'page', read: { page: blank(number), fields: [], annotations: [] }, flags: [] })
}

const done = (): void => void process.send?.({ kind: 'done' }, () => process.exit(0))

process.once('message', ({ from }: { from: number }) => {
  if (from > 1) {
    read(from, PAGES)
    done()
    return
  }
  process.once('message', ({ lastPage }: { lastPage: number }) => {
    read(1, lastPage)
    piece({
      piece: 'end',
      signatures: [],
      flags: [],
      mail: null,
      metadata: null,
      revisions: [],
      reason: null,
    })
    done()
  })
  piece({ piece: 'opened', pageCount: PAGES })
})
say({ kind: 'ready' })
