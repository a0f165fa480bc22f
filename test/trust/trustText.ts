import type { TrustAnswer, TrustRow, TrustStatus } from './trustRow.ts'

const WORD = { pass: 'pass', fail: 'FAIL', not_testable_here: 'not testable here' } as const
const ORDER: readonly TrustStatus[] = ['pass', 'fail', 'not_testable_here']

/** The list for a reader: each promise with its word, what was seen and how to see it; the counts last. */
export function trustText(rows: readonly TrustRow[], answers: readonly TrustAnswer[]): string {
  const lines = answers.flatMap(({ id, status, evidence, how }) => [
    `${id.padEnd(4)} ${WORD[status].padEnd(18)} ${rows.find((row) => row.id === id)?.says ?? ''}`,
    `     ${evidence}`,
    ...(status === 'pass' || how === '' ? [] : [`     how: ${how}`]),
  ])
  const counts = ORDER.map((one) => `${answers.filter(({ status }) => status === one).length} ${WORD[one]}`)
  return `${[...lines, counts.join(', ')].join('\n')}\n`
}
