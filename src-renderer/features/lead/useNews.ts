import { useEffect, useState } from 'react'
import { useStores } from '../../stores/Stores.tsx'

/** Changes come in bursts, and each of them would have every claim counted anew. */
const GATHER_MS = 1_000

/** Goes up when something of the team may have changed, once for many changes. */
export function useNews(): number {
  const { client } = useStores()
  const [news, setNews] = useState(0)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const tell = () => {
      timer ??= setTimeout(() => {
        timer = undefined
        setNews((count) => count + 1)
      }, GATHER_MS)
    }
    const ends = (['claims.changed', 'team.changed', 'session.changed'] as const).map((event) =>
      client.events.on(event, tell),
    )
    return () => {
      clearTimeout(timer)
      ends.forEach((end) => end())
    }
  }, [client])
  return news
}
