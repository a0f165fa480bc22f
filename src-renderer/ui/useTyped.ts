import { useReducer } from 'react'

/**
 * What a field that shows a store writes to it. React listens to a store some time after the first paint: letters that come until
 * then change the store, nobody draws it, and React puts the old text back into the field. Drawing along with each letter keeps them.
 */
export function useTyped(write: (text: string) => void): (text: string) => void {
  const [, draw] = useReducer((drawn: number) => drawn + 1, 0)
  return (text) => {
    write(text)
    draw()
  }
}
