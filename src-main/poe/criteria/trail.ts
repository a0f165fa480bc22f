import type { Opinion } from './opinion.ts'

/** One step of how a criterion came to its verdict, in English: for people who check the checker. */
export interface TrailStep {
  /** `saw`: something that was weighed. `passed`: a rule that did not apply. `decided`: the one that did. `settled`: what became of it. */
  readonly kind: 'saw' | 'passed' | 'decided' | 'settled'
  /** The rule, or what was looked at. */
  readonly what: string
  readonly why: string
}

/** A rule of a criterion: null = it does not apply here. */
export type Rule = readonly [name: string, judge: () => Opinion | null]

export const saw = (what: string, why: string): TrailStep => ({ kind: 'saw', what, why })

/** The first rule that applies decides; those before it are in the trail as passed, with what was seen. The last one always applies. */
export function firstRule(
  seen: readonly TrailStep[],
  rules: readonly Rule[],
  last: readonly [string, () => Opinion],
): Opinion {
  const steps: TrailStep[] = [...seen]
  for (const [what, judge] of rules) {
    const found = judge()
    if (found) return decided(found, what, steps)
    steps.push({ kind: 'passed', what, why: 'does not apply' })
  }
  const [what, judge] = last
  return decided(judge(), what, steps)
}

/** An opinion with what led to it, before what it knows itself. */
export function decided(found: Opinion, what: string, before: readonly TrailStep[]): Opinion {
  const step: TrailStep = { kind: 'decided', what, why: `${found.verdict}: ${found.code}${placesOf(found)}` }
  return { ...found, trail: [...before, step, ...(found.trail ?? [])] }
}

/** Where the rule found what it rests on, or what came nearest. */
function placesOf({ evidence, nearest }: Opinion): string {
  const [of, list] = evidence.length > 0 ? ['at', evidence] : ['nearest', nearest]
  const places = list.slice(0, 3).map(({ document, page, text }) => {
    const where = page === null ? document : `${document} p. ${page}`
    return text === null ? where : `${where} "${text.slice(0, 60)}"`
  })
  return places.length > 0 ? `, ${of} ${places.join('; ')}` : ''
}
