import { expect, it } from 'vitest'
import { aTempFolder } from '../builders/tempFolder.ts'
import { ROOT } from '../architecture/sourceFiles.ts'
import type { Load, TorturePart } from './torturePart.ts'

/** The same for everybody, so that a change is blamed for what it broke; `npm run torture` draws another each time. */
const USUAL_SEED = 1

/** The part's short form as a test; `title` is a sentence about what holds. The seed is printed, and the same each time it is given. */
export function testShortForm<L extends Load>(title: string, part: TorturePart<L>): void {
  it(title, { timeout: 300_000 }, async () => {
    const seed = Number(process.env['TORTURE_SEED'] ?? USUAL_SEED)
    const said: string[] = [`seed ${seed}: TORTURE_SEED=${seed} draws the same`]
    const scratch = aTempFolder()
    const { failures } = await part.run({
      load: part.short,
      seed,
      say: (line) => said.push(line),
      scratch,
      root: ROOT,
    })
    expect(failures, said.join('\n')).toEqual([])
  })
}
