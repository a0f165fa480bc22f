import { CATALOGUE, MADE_ELSEWHERE } from '../../builders/poe/forgeries/allForgeries.ts'
import { elsewhere, owed, type Proof, tests, type TrustRow } from '../trustRow.ts'

const ACROSS_CLAIMS = 'test/unit/workstation/checks/evidenceElsewhere.test.ts'
const FORGERIES = 'test/unit/poe/forgeries/forgeries.test.ts'

/** Tricks of documents, by their number in the catalogue. */
const TRICKS = [
  'text painted by no mode that shows it',
  'letters in the colour of their ground',
  'text beside the page',
  'text under something else',
  'text clipped, shrunk or faded away',
  'text on a hidden layer',
  'text too small to read',
  'another text for machines than for eyes',
  'a font that shows other letters',
  'letters drawn as shapes',
  'a text layer unlike its scan',
  'evidence in metadata alone',
  'annotations that cover or add',
  'a form field with another value than it shows',
  'a form of another kind behind the page',
  'a signature with nothing in it',
  'pages changed after signing',
  'a signature wrapped around other bytes',
  'content prepared before signing, shown after',
  'a certified paper that was annotated',
  'an earlier revision that says otherwise',
  'a picture of a signature',
  'the same signature on other papers',
  'a made-up e-sign footer',
  'a good signature of the wrong person',
  'a file that two readers read differently',
  'a file that is another kind than it says',
  'files inside files, locks',
  'actions and things from elsewhere',
  'bombs and loops',
  'letters that look like others',
  'signs that cannot be seen',
  'numbers and dates of two readings',
  'words addressed to a machine',
  'stuffing, negation, templates',
  'the same evidence for two claims',
  'dates of the file that contradict',
  'hidden text in Word',
  'tracked changes',
  'fields and branches in Word',
  'outside parts in Word',
  'games with archives',
  'edited pictures',
  'screenshots with other numbers',
  'frames, alpha and turns of pictures',
  'a sender who is not who it seems',
  'mail whose signature is missing or broken',
  'two texts in one mail',
  'a mail’s impossible way',
  'a paper replaced after its review',
] as const

/** Rows whose tricks no forgery of the builders stands for by itself. */
const BESIDE: Readonly<Record<number, readonly [Proof, ...Proof[]]>> = {
  11: [
    tests(
      'test/unit/poe/reader/recognition/layerMismatch.test.ts',
      'is fair when it slips in letters only',
      'is false when it has words where the picture shows none',
    ),
  ],
  23: [
    tests(
      ACROSS_CLAIMS,
      'is flagged on both claims, whichever came first: the same picture of a signature',
      'is nothing where the same hand signed two papers',
    ),
  ],
  36: [
    tests(
      ACROSS_CLAIMS,
      'is flagged on both claims, whichever came first: the same bytes',
      'is nothing where papers only look like each other in type, or share a form',
    ),
  ],
  50: [
    tests(
      ACROSS_CLAIMS,
      'under its name after a review is flagged: ',
      'before anybody looked, or not at all, is not',
    ),
  ],
  44: [
    elsewhere(
      'Only the customer’s own telemetry tells an altered portal picture from a true one.',
      'ask the tenant',
    ),
  ],
  47: [
    elsewhere(
      'Keys of senders must be asked for when the mail arrives at the hub, on the network.',
      'see SECURITY.md',
    ),
  ],
}

const proofsOf = (row: number): readonly [Proof, ...Proof[]] => {
  const kind = CATALOGUE[row]
  const beside = BESIDE[row]
  if (beside !== undefined) return beside
  if (kind === undefined) return [owed('papers with the trick and their clean twins.')]
  const file = MADE_ELSEWHERE[kind]
  if (file !== undefined) return [owed(`the names of the tests in ${file}.`)]
  return [tests(FORGERIES, `flags ${kind}: `, `says nothing of ${kind}: `)]
}

export const CATALOGUE_ROWS: readonly TrustRow[] = TRICKS.map((trick, at) => ({
  id: `C${String(at + 1).padStart(2, '0')}`,
  says: `Found out: ${trick}.`,
  proofs: proofsOf(at + 1),
}))
