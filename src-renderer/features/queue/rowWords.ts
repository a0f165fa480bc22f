import {
  CRITERIA,
  type Criterion,
  type Verdict,
  VERDICTS,
} from '../../../src-preload/contract/vocabulary/words.ts'
import type { Say } from '../../format/useText.ts'

/** Everything a row says, looked up once a language and not once a row. */
export interface RowWords {
  readonly locale: string
  readonly say: Say
  /** "Dates: cannot tell"; the key `none` stands for a criterion that was not checked yet. */
  readonly chips: Readonly<Record<Criterion, Readonly<Record<Verdict | 'none', string>>>>
}

export function rowWordsOf(locale: string, say: Say): RowWords {
  const chip = (criterion: Criterion, verdict: string) =>
    say('queue.chip', { criterion: say(`criterion.${criterion}`), verdict })
  const chipsOf = (criterion: Criterion) =>
    ({
      ...mapOf(VERDICTS, (verdict) => chip(criterion, say(`verdict.${verdict}`))),
      none: chip(criterion, say('verdict.none')),
    }) as const
  return { locale, say, chips: mapOf(CRITERIA, chipsOf) }
}

function mapOf<K extends string, V>(keys: readonly K[], value: (key: K) => V): Record<K, V> {
  // fromEntries widens the keys to string; they are exactly the ones given.
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>
}
