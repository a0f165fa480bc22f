import { expect, it } from 'vitest'
import { logLines } from '../../../src-main/hosts/hub/logLines.ts'
import { traceOf } from '../../../src-main/hub/log.ts'

it('tells kinds, codes and places of an error and its causes, never its message', () => {
  const cause = Object.assign(new TypeError('the value "private" is wrong'), { code: '22003' })
  const trace = traceOf(new Error('Failed query, params: private\n private line', { cause }))
  expect(trace).toContain('Error')
  expect(trace).toContain('TypeError 22003')
  expect(trace.some((line) => line.startsWith('at '))).toBe(true)
  expect(trace.join('\n')).not.toContain('private')
  expect(traceOf('private')).toEqual(['string'])
})

it('writes a line of JSON for an entry, and the finest only when asked', () => {
  const lines: string[] = []
  const log = logLines((line) => lines.push(line), false)
  log({ level: 'debug', event: 'request answered' })
  log({ level: 'info', event: 'demo queue was filled', facts: { claims: 2 } })
  logLines((line) => lines.push(line), true)({ level: 'debug', event: 'request answered' })
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    { at: expect.any(String), level: 'info', event: 'demo queue was filled', claims: 2 },
    { at: expect.any(String), level: 'debug', event: 'request answered' },
  ])
})
