import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds `resources`, above this file: the same for sources and for the built program, from any working folder. */
export function productRoot(): string {
  const here = fileURLToPath(import.meta.url)
  for (let folder = dirname(here); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'resources', 'migrations', 'hub'))) return folder
  }
  throw new Error('The resources of the product are missing')
}
