import { useAnnounce } from '@fluentui/react-components'
import { useText } from '../format/useText.ts'

/** What goes to the clipboard; `html` beside the text for programs that take links. */
export interface Copied {
  readonly text: string
  readonly html?: string
}

/** Copies and says so, or says that the system refused: the text then stays on the screen and can be marked by hand. */
export function useCopy(): (copied: Copied, what: string) => Promise<boolean> {
  const say = useText()
  const { announce } = useAnnounce()
  return async (copied, what) => {
    const isDone = await write(copied)
    announce(say(isDone ? 'copy.done' : 'copy.failed', { what }))
    return isDone
  }
}

async function write({ text, html }: Copied): Promise<boolean> {
  try {
    if (html === undefined) await navigator.clipboard.writeText(text)
    else await navigator.clipboard.write([itemOf(text, html)])
    return true
  } catch {
    return false
  }
}

function itemOf(text: string, html: string): ClipboardItem {
  return new ClipboardItem({
    'text/plain': new Blob([text], { type: 'text/plain' }),
    'text/html': new Blob([html], { type: 'text/html' }),
  })
}
