import type { Verdict } from '../../../src-preload/contract/vocabulary/words.ts'
import type { Truth } from './truth.ts'

export interface JudgedPaper {
  readonly number: number
  /** How it was built, in a line. */
  readonly build: string
  readonly language: string
  readonly truth: Truth
  readonly said: { readonly usable: Verdict; readonly signature: Verdict; readonly dates: Verdict }
  /** By which sentences. */
  readonly why: string
  /** "Met" by another day than the customer's. */
  readonly isOtherDay: boolean
}

interface Cell {
  readonly title: string
  readonly verdicts: readonly (readonly [truth: Verdict, said: Verdict])[]
}

/** Recall and errors of both criteria, over all and by language; then each miss by the number that makes it again. */
export function papersText(all: readonly JudgedPaper[], seed: number): string {
  const languages = [...new Set(all.map(({ language }) => language))]
  const parts = [
    ['all', all] as const,
    ...languages.map((one) => [one, all.filter(({ language }) => language === one)] as const),
  ]
  const cells = parts.flatMap(([title, papers]): Cell[] => [
    {
      title: `${title} signature`,
      verdicts: papers.map(({ truth, said }) => [truth.signature, said.signature]),
    },
    { title: `${title} dates`, verdicts: papers.map(({ truth, said }) => [truth.dates, said.dates]) },
  ])
  const misses = all.filter(isMiss)
  return [
    `== papers of unknown makers (${all.length}, seed ${seed})\n`,
    ...cells.map(cellText),
    `usable: ${all.filter(({ said }) => said.usable === 'met').length} of ${all.length}\n`,
    `wrong met: ${all.filter(isWrongMet).length}, met by another day: ${all.filter(({ isOtherDay }) => isOtherDay).length}\n`,
    `misses: ${misses.length}\n`,
    ...misses.map(missText),
  ].join('')
}

function cellText({ title, verdicts }: Cell): string {
  const share = (verdict: Verdict): string => {
    const own = verdicts.filter(([truth]) => truth === verdict)
    const hit = own.filter(([truth, said]) => truth === said).length
    return `${verdict} ${hit}/${own.length}${own.length === 0 ? '' : ` (${(hit / own.length).toFixed(2)})`}`.padEnd(
      26,
    )
  }
  const wrong = verdicts.filter(([truth, said]) => truth !== 'met' && said === 'met').length
  const refused = verdicts.filter(([truth, said]) => truth === 'met' && said === 'not_met').length
  return `${title.padEnd(16)}${share('met')}${share('not_met')}${share('cannot_tell')}wrong met ${wrong}, wrong not met ${refused}\n`
}

export const isWrongMet = ({ truth, said, isOtherDay }: JudgedPaper): boolean =>
  isOtherDay ||
  (said.signature === 'met' && truth.signature !== 'met') ||
  (said.dates === 'met' && truth.dates !== 'met')

const isMiss = (one: JudgedPaper): boolean =>
  one.truth.signature !== one.said.signature ||
  one.truth.dates !== one.said.dates ||
  one.isOtherDay ||
  one.said.usable !== 'met'

function missText({ number, build, truth, said, why, isOtherDay }: JudgedPaper): string {
  const verdict = (is: Verdict, was: Verdict): string => (is === was ? 'ok' : `${is}→${was}`)
  return `  ${number} ${build}: signature ${verdict(truth.signature, said.signature)}, dates ${verdict(truth.dates, said.dates)}${isOtherDay ? ' (by another day)' : ''}${said.usable === 'met' ? '' : ` usable ${said.usable}`} | ${why}\n`
}
