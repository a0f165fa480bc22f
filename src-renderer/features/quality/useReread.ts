import { useEffect } from 'react'
import { useStores } from '../../stores/Stores.tsx'

/** Whatever is said of a decision, here or elsewhere, is read again. */
export function useReread(...reads: readonly (() => void)[]): void {
  const { client } = useStores()
  useEffect(() => {
    const again = () => reads.forEach((read) => read())
    return client.events.on('quality.changed', again)
  })
}
