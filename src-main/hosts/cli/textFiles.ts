import { readFileSync } from 'node:fs'
import { UsageError } from './usageError.ts'

/** A file that the caller named. @throws UsageError when it cannot be read. */
export function readText(path: string): string {
  return new TextDecoder().decode(readBytes(path))
}

/** A file that the caller named. @throws UsageError when it cannot be read. */
export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new UsageError(`${path} cannot be read. Give the path of a file that exists.`, { cause: error })
  }
}

/** @param where what to call the text when it is not JSON. */
export function json(text: string, where: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UsageError(`${where} is not JSON.`, { cause: error })
  }
}
