import { useState } from 'react'
import type { DocumentViewerProps, Taking } from './viewerProps.ts'
import type { ViewerSession } from './viewerSession.ts'

export interface TakingModel {
  /** What came of the last print or copy; null = nothing is to be said. */
  readonly text: string | null
  readonly take: (taking: Taking) => void
  readonly dismiss: () => void
}

/** Prints and copies go through the app, which notes them first. */
export function useTaking(session: ViewerSession, onTake: DocumentViewerProps['onTake']): TakingModel {
  const [text, setText] = useState<string | null>(null)
  async function run(taking: Taking): Promise<void> {
    const { current } = session.snapshot()
    if (!current) return
    const answer = await onTake(current, taking)
    setText(answer.text)
    // Another document may have been chosen while the app was asked.
    const isStill = session.snapshot().current?.documentId === current.documentId
    if (answer.may && taking === 'print' && isStill) session.print()
  }
  return {
    text,
    take: (taking) => void run(taking).catch((error: unknown) => reportError(error)),
    dismiss: () => setText(null),
  }
}
