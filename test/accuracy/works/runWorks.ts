import { CRITERIA, type Criterion, type Verdict } from '../../../src-preload/contract/vocabulary/words.ts'
import { judge } from '../../../src-main/poe/judge.ts'
import { type Work, worksOf } from './works.ts'

export interface WorkScores {
  readonly seed: number
  readonly papers: number
  readonly said: readonly Said[]
}

/** What was said of one thing about one paper, and what must be. */
export interface Said {
  readonly work: Work
  readonly criterion: Criterion
  readonly item: string | null
  readonly must: Verdict
  readonly verdict: Verdict
  readonly sentence: string
}

/** Judges the made papers whose title has `word`; without one, all of them. */
export async function runWorks(seed: number, word: string): Promise<WorkScores> {
  const works = worksOf(seed).filter(({ title }) => title.includes(word))
  const said: Said[] = []
  for (const work of works) said.push(...(await saidOf(work)))
  return { seed, papers: works.length, said }
}

async function saidOf(work: Work): Promise<Said[]> {
  const documents = [{ file: 'paper', addedAt: null, facts: await work.facts() }]
  const policy = { id: 'seed-2020', version: 1 }
  const { findings } = judge({ caseId: null, form: work.form, policy, documents })
  const wanted: (readonly [Criterion, string | null, Verdict | undefined])[] = [
    ...CRITERIA.map((criterion) => [criterion, null, work.must[criterion]] as const),
    ...work.items.map(([id, must]) => ['products', id, must] as const),
  ]
  return wanted.flatMap(([criterion, item, must]): Said[] => {
    const finding = findings.find((one) => one.criterion === criterion && one.item === item)
    if (must === undefined || !finding) return []
    return [{ work, criterion, item, must, verdict: finding.verdict, sentence: finding.sentence }]
  })
}
