import type { Core } from './core.ts'

/** Runs once after `ms`, unless the profile is closed before: a process that has closed it must not stay for an alarm. */
export function whileOpen(
  { ports: { clock }, ending }: Pick<Core, 'ports' | 'ending'>,
  ms: number,
  run: () => void,
): void {
  if (ending.aborted) return
  const callOff = clock.after(ms, () => {
    ending.removeEventListener('abort', callOff)
    run()
  })
  ending.addEventListener('abort', callOff, { once: true })
}
