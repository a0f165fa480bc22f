import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Look } from '../trustRow.ts'

/** A promise that is kept by being said: these words stand in the file. */
export const saysSo = (file: string, ...words: readonly string[]): Look => ({
  by: 'look',
  how: `cat ${file}`,
  find: (root) => {
    const text = readFileSync(join(root, file), 'utf8')
    const missing = words.filter((each) => !text.includes(each))
    const holds = missing.length === 0
    return Promise.resolve({
      holds,
      evidence: holds ? `${file} says it` : `${file} lacks: ${missing.join(', ')}`,
    })
  },
})
