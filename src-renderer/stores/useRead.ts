import { useEffect, useRef, useState } from 'react'
import type { Input, MethodName, Output } from '../../src-preload/contract/index.ts'
import { failureOf } from '../bridge/bridgeError.ts'
import { type Load, LOADING, ready } from './load.ts'
import { useStores } from './Stores.tsx'

/**
 * Reads once for what is on the screen just now, and again when the question changes; null = nothing is asked. What was read
 * before stays until the new answer is here. `asOf` goes into the question without being sent, such as a revision.
 */
export function useRead<M extends MethodName>(
  method: M,
  input: Input<M> | null,
  asOf: string | number = '',
): readonly [load: Load<Output<M>>, again: () => void] {
  const { client } = useStores()
  const [attempt, setAttempt] = useState(0)
  const [load, setLoad] = useState<Load<Output<M>>>(LOADING)
  const question = input === null ? null : JSON.stringify([input, asOf, attempt])
  const newest = useRef(input)
  useEffect(() => {
    newest.current = input
  })
  useEffect(() => {
    if (question === null || newest.current === null) return
    let isWanted = true
    client.call(method, newest.current).then(
      (answer) => isWanted && setLoad(ready(answer)),
      (thrown: unknown) => isWanted && setLoad({ status: 'failed', error: failureOf(thrown) }),
    )
    return () => {
      isWanted = false
    }
  }, [client, method, question])
  return [load, () => setAttempt((tried) => tried + 1)]
}
