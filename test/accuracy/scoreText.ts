import { CRITERIA } from '../../src-preload/contract/vocabulary/words.ts'
import { type FlagScores, isUnderBar } from './flags/flagScores.ts'
import type { HostileScores } from './hostile/runHostile.ts'
import type { TwinScores } from './twins/runTwins.ts'
import {
  handScoreOf,
  isDateByHand,
  isLeftOpenInPlace,
  type Judged,
  type Share,
  scoresOf,
  wilson,
} from './score.ts'

/** What must hold (issue: "Measured"); printed beside what was reached. */
const HEAD = [
  '',
  'met precision ≥ .97',
  'met recall ≥ .90',
  'not-met recall ≥ .90',
  'left open ≤ .12',
  'places ≥ .95',
  'wrong met = 0',
] as const

/** Tables over all, over both parts, without doubtful labels, by language and by text and scan. */
export function tablesOf(all: readonly Judged[]): string {
  const languages = [...new Set(all.map(({ one }) => one.language))]
  const part = (title: string, test: (judged: Judged) => boolean) => table(title, all.filter(test))
  return [
    table('all', all),
    part('development two thirds', ({ one }) => !one.isControl),
    part('control third', ({ one }) => one.isControl),
    part('without doubtful labels', ({ one }) => one.doubt === null),
    part('text', ({ one }) => !one.isScan),
    part('scans', ({ one }) => one.isScan),
    ...languages.map((language) => part(language, ({ one }) => one.language === language)),
  ].join('\n')
}

function table(title: string, judged: readonly Judged[]): string {
  const claims = new Set(judged.map(({ one }) => one.id)).size
  const rows = CRITERIA.map((criterion) => {
    // Of products each item counts by itself; the whole follows from them.
    const own = judged.filter(
      (each) =>
        each.criterion === criterion &&
        (criterion === 'products') === (each.item !== null) &&
        !isDateByHand(each),
    )
    const { metPrecision, metRecall, notMetRecall, leftOpen, places, wrongMet } = scoresOf(own)
    return [
      criterion,
      ...[metPrecision, metRecall, notMetRecall, leftOpen, places].map(shareText),
      String(wrongMet),
    ]
  })
  const lines = [HEAD, ...rows].map((row) => row.map((cell, i) => cell.padEnd(i === 0 ? 24 : 24)).join(''))
  const { right, wrongMet } = handScoreOf(judged)
  const byHand = `dates by hand: right, or left open at their true place, ${shareText(right)}, wrong met ${wrongMet}`
  return `== ${title} (${claims} claims)\n${lines.join('\n')}\n${byHand}\n`
}

export function shareText(share: Share): string {
  const interval = wilson(share)
  if (interval === null) return '–'
  const figure = (x: number): string => x.toFixed(2).replace(/^0/u, '')
  return `${figure(share.part / share.whole)} ${share.part}/${share.whole} [${interval.map(figure).join('–')}]`
}

/** Every wrong verdict and wrong place of the development part, a line each. */
export function missesOf(all: readonly Judged[]): string {
  return all
    .filter(({ one }) => !one.isControl)
    .filter(({ label, finding, isPlaceRight }) => label.verdict !== finding.verdict || isPlaceRight === false)
    .filter(({ criterion, item }) => criterion !== 'products' || item !== null)
    .filter((judged) => !isDateByHand(judged) || !isLeftOpenInPlace(judged))
    .map(({ one, criterion, item, label, finding }) => {
      const what = `${one.id} ${one.language} ${criterion}${item === null ? '' : ` ${item}`}`
      const hand = label.hand ? ' (hand)' : ''
      return `${what}: is ${label.verdict}${hand}, said ${finding.verdict} ${finding.say.code}: ${finding.sentence} | ${label.why ?? ''}\n`
    })
    .join('')
}

export function twinsText({ papers, chances, wrongMet, open, honestMissed, altered }: TwinScores): string {
  const list = (title: string, lines: readonly string[]): string =>
    `${title}: ${lines.length}\n${lines.map((line) => `  ${line}\n`).join('')}`
  return [
    `== made papers (${papers})\n`,
    list(`wrong met of ${chances} that must not be`, wrongMet),
    list('altered by what nobody sees', altered),
    list('honest and not met', honestMissed),
    list('negatives not called by their name', open),
  ].join('')
}

export function hostileText(scores: HostileScores): string {
  const { seed, files, statuses, crashes, late, requests, foreignReads, slowestMs } = scores
  const outcomes = Object.entries(statuses).toSorted(([, a], [, b]) => b - a)
  return [
    `== spoilt files (${files}, seed ${seed})\n`,
    `crashes ${crashes.length}, past the limits ${late.length}, requests ${requests}, foreign reads ${foreignReads}, slowest ${Math.round(slowestMs)} ms\n`,
    ...[...crashes, ...late].map((line) => `  ${line}\n`),
    `${outcomes.map(([outcome, n]) => `${outcome}: ${n}`).join(', ')}\n`,
  ].join('')
}

export function flagsText({ rows, missed, falseFlags }: FlagScores): string {
  const sum = (key: 'hostile' | 'flagged' | 'clean' | 'falselyFlagged'): number =>
    rows.reduce((all, row) => all + row[key], 0)
  const line = (title: string, of: (key: Parameters<typeof sum>[0]) => number, note: string): string =>
    `${title.padEnd(28)}flagged ${of('flagged')} of ${of('hostile')} hostile, false flags ${of('falselyFlagged')} of ${of('clean')} clean${note}\n`
  const share = ((sum('falselyFlagged') / Math.max(1, sum('clean'))) * 100).toFixed(1)
  return [
    `== forgeries (${rows.length} rows of the catalogue)\n`,
    ...rows.map((row) =>
      line(`${row.row} ${row.kind}`, (key) => row[key], isUnderBar(row) ? ' – under its bar' : ''),
    ),
    line('all', sum, ` (${share} %)`),
    ...missed.map((sentence) => `  not flagged: ${sentence}\n`),
    ...falseFlags.map((sentence) => `  falsely flagged: ${sentence}\n`),
  ].join('')
}
