import type { DocumentFacts, FactFlag, PageFacts } from '../../facts/documentFacts.ts'
import { emptyPage } from '../../facts/emptyPage.ts'
import { type GivenDocument, outcomeOf, unreadFacts } from '../gatherFacts.ts'
import { mergePage } from './mergePage.ts'
import type { PageReading, RecognitionTask, Recognition } from './recognise.ts'

type Run = (task: RecognitionTask) => Promise<Recognition>

/** Pages whose content stands in pictures or drawings, wholly or in part. */
const needsRecognition = ({ textClass }: PageFacts): boolean =>
  textClass === 'scan' || textClass === 'mixed' || textClass === 'drawing'

/** Has pages that the parser could not read read off their pictures. Facts without such pages come back as they are. */
export async function withRecognition(
  facts: DocumentFacts,
  bytes: Uint8Array,
  run: Run,
): Promise<DocumentFacts> {
  const wanted = facts.pages.filter(needsRecognition).map(({ number }) => number)
  if (wanted.length === 0) return facts
  const hint = facts.pages.flatMap(({ words }) => words.map(({ text }) => text)).join(' ')
  const recognition = await run({ bytes, type: facts.type, wanted, hint })
  return merged(facts, recognition, parseReason(facts))
}

/** Facts of a picture file: nothing but recognition reads it. */
export async function pictureFacts(
  given: GivenDocument,
  bytes: Uint8Array,
  run: Run,
): Promise<DocumentFacts> {
  const recognition = await run({ bytes, type: given.type, wanted: null, hint: '' })
  // What the decoder refuses a person may be able to open: never "corrupt", which says that nobody can.
  const unread = unreadFacts(given, recognition.tooLarge ? 'too_large' : 'scan')
  const pages = Array.from({ length: recognition.pageCount ?? 0 }, (_, i) =>
    picturePage(i + 1, recognition.pages.get(i + 1)),
  )
  const flags = [...recognition.flags]
  return merged({ ...unread, pageCount: recognition.pageCount, pages, flags }, recognition, null)
}

/** What kept the parser from reading all; that pages are scans is no longer a reason by itself. */
const parseReason = ({ reason }: DocumentFacts): DocumentFacts['reason'] =>
  reason === 'scan' ? null : reason

function merged(
  facts: DocumentFacts,
  { pages: readings }: Recognition,
  stopped: DocumentFacts['reason'],
): DocumentFacts {
  const flags: FactFlag[] = []
  const pages = facts.pages.map((page) => {
    const reading = readings.get(page.number)
    if (!reading) return page
    const one = mergePage(page, reading.read, reading.perPoint, reading.space)
    flags.push(...one.flags)
    return one.page
  })
  if (facts.status === 'could_not_check' && readings.size === 0) return { ...facts, pages }
  return { ...facts, pages, flags: [...facts.flags, ...flags], ...outcomeOf(pages, stopped) }
}

function picturePage(number: number, reading: PageReading | undefined): PageFacts {
  const { width, height } = reading?.space.shown ?? { width: 595, height: 842 }
  return emptyPage({ number, width, height, textClass: 'scan' })
}
