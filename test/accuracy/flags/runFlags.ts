import {
  CATALOGUE,
  MADE_ELSEWHERE,
  type Variant,
  variantsOf,
} from '../../builders/poe/forgeries/allForgeries.ts'
import { raisedKinds } from '../../builders/poe/forgeries/raisedKinds.ts'
import type { FlagRow, FlagScores } from './flagScores.ts'

interface Judged {
  readonly variant: Variant
  readonly kinds: readonly string[]
}

/** Reads and judges every forgery and every clean paper that looks like one. */
export async function runFlags(say: (line: string) => void): Promise<FlagScores> {
  const hostile = await judgeAll(variantsOf('hostile'))
  say(`${hostile.length} papers with a trick`)
  const clean = await judgeAll(variantsOf('clean'))
  say(`${clean.length} papers without`)
  const missed = hostile.filter(({ variant, kinds }) => !kinds.includes(variant.kind))
  const falselyFlagged = clean.filter(({ kinds }) => kinds.length > 0)
  const rows = Object.entries(CATALOGUE)
    .filter(([, kind]) => MADE_ELSEWHERE[kind] === undefined)
    .map(([row, kind]): FlagRow => {
      const of = (all: readonly Judged[]): number => all.filter((one) => one.variant.kind === kind).length
      return {
        row: Number(row),
        kind,
        hostile: of(hostile),
        flagged: of(hostile) - of(missed),
        clean: of(clean),
        falselyFlagged: of(falselyFlagged),
      }
    })
  const sentence = ({ variant: { kind, title }, kinds }: Judged): string =>
    `${kind}, ${title}: ${kinds.length > 0 ? kinds.join(', ') : 'nothing'}`
  return { rows, missed: missed.map(sentence), falseFlags: falselyFlagged.map(sentence) }
}

/** One after the other: they are read in this process. */
async function judgeAll(variants: readonly Variant[]): Promise<Judged[]> {
  const judged: Judged[] = []
  for (const variant of variants)
    judged.push({ variant, kinds: await raisedKinds(variant.forgery, await variant.bytes()) })
  return judged
}
