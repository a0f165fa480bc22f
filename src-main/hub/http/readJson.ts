import type { Context } from 'hono'
import { isStorable } from '../operations/storableText.ts'

/** The JSON body; undefined where there is none, it says to be something else, or it holds text that cannot be stored. */
export async function readJson(context: Context): Promise<unknown> {
  if (!/^application\/json\s*(;|$)/i.test(context.req.header('content-type') ?? '')) return undefined
  const text = await context.req.text()
  try {
    const value: unknown = JSON.parse(text)
    return isStorable(value) ? value : undefined
  } catch {
    return undefined
  }
}
