/** Where the cursor stands, or what is marked, in characters. */
export interface Selection {
  readonly selectionStart: number
  readonly selectionEnd: number
}

/** A text put where the cursor stands, on lines of its own; what was marked is replaced. Without a cursor it goes to the end. */
export function withInsert(text: string, added: string, selection: Selection | null): string {
  const before = text.slice(0, selection?.selectionStart ?? text.length)
  const after = text.slice(selection?.selectionEnd ?? text.length)
  const gapBefore = before === '' || before.endsWith('\n') ? '' : '\n'
  const gapAfter = after === '' || after.startsWith('\n') ? '' : '\n'
  return `${before}${gapBefore}${added}${gapAfter}${after}`
}
