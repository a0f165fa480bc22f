import { pathToFileURL } from 'node:url'

/**
 * Runs a built entry inside this very process, as if it had been started by itself: signals, exit code, stdin and stdout are its
 * own because nothing stands in between.
 */
export async function becomeEntry(file: string, args: readonly string[]): Promise<void> {
  process.argv.splice(1, process.argv.length - 1, file, ...args)
  await import(pathToFileURL(file).href)
}
