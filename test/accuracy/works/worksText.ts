import { CRITERIA } from '../../../src-preload/contract/vocabulary/words.ts'
import { type Compared, scoresOf } from '../score.ts'
import { shareText } from '../scoreText.ts'
import type { Said, WorkScores } from './runWorks.ts'

const compared = ({ must, verdict }: Said): Compared => ({
  label: { verdict: must },
  finding: { verdict },
  isPlaceRight: null,
})

export const wrongMetOf = ({ said }: WorkScores): Said[] =>
  said.filter(({ must, verdict }) => must === 'not_met' && verdict === 'met')

/** Shares in all and by language; then each miss with the paper's words, if `withMisses`. */
export function worksText({ seed, papers, said }: WorkScores, withMisses: boolean): string {
  const languages = [...new Set(said.map(({ work }) => work.language))]
  const missed = said.filter(({ must, verdict }) => must !== verdict)
  return [
    `== papers of works (${papers}, seed ${seed}; one of them again: --only works --seed ${seed} --paper '#N ')\n`,
    table('all', said),
    ...languages.map((language) =>
      table(
        language,
        said.filter(({ work }) => work.language === language),
      ),
    ),
    `wrong met: ${wrongMetOf({ seed, papers, said }).length}, other misses: ${missed.length}\n`,
    ...(withMisses ? missed.map(missLine) : []),
  ].join('')
}

function table(title: string, said: readonly Said[]): string {
  return CRITERIA.map((criterion) => {
    const own = said.filter((one) => one.criterion === criterion)
    if (own.length === 0) return ''
    const { metPrecision, metRecall, notMetRecall, leftOpen, wrongMet } = scoresOf(own.map(compared))
    const shares = [metPrecision, metRecall, notMetRecall, leftOpen].map((share) =>
      shareText(share).padEnd(26),
    )
    return `${title.padEnd(4)}${criterion.padEnd(20)}${shares.join('')}wrong met ${wrongMet}\n`
  }).join('')
}

const missLine = ({ work, criterion, item, must, verdict, sentence }: Said): string =>
  `${work.title} ${criterion}${item === null ? '' : ` ${item}`}: is ${must}, said ${verdict}: ${sentence}\n${work.text.replace(/^/gmu, '    | ')}\n`
