import { expect, it } from 'vitest'
import { importsOf, readSource } from './sourceFiles.ts'

/** What the window loads before its first picture: all that its entry imports, and what that imports, but nothing lazy. */
function firstChunk(): { readonly files: readonly string[]; readonly packages: readonly string[] } {
  const files = new Set<string>(['src-renderer/main.tsx'])
  const packages = new Set<string>()
  for (const file of files) {
    if (!/\.tsx?$/.test(file)) continue
    for (const { target, own, typeOnly, isLazy } of importsOf(file))
      if (!typeOnly && !isLazy) (own ? files : packages).add(target)
  }
  return { files: [...files], packages: [...packages] }
}

/** They bring placing, portals and focus traps along. */
const HEAVY = ['Menu', 'Popover', 'Dialog', 'Drawer', 'Dropdown', 'Combobox', 'Tooltip']
const namesFromFluent = (file: string): string[] =>
  [...readSource(file).matchAll(/import \{([^}]*)\} from '@fluentui\/react-components'/g)].flatMap(
    ([, names = '']) => names.split(',').map((name) => name.trim()),
  )
const LATER = [
  /^src-renderer\/features\/(claim|checks|compare|disputes|lead|settings|viewer|help)\//,
  /^src-renderer\/features\/queue\/(bulk\/\w+\.tsx|why)/,
  /^src-renderer\/app\/palette\/Palette/,
]

it('no schema comes with the first picture: zod alone is as big as half of React', () => {
  expect(firstChunk().packages).toContain('react-dom')
  expect(firstChunk().packages).not.toContain('zod')
})

it('claims, documents, comparisons, disputes, settings and the palette are loaded when they are first opened', () => {
  const { files } = firstChunk()
  expect(files).toContain('src-renderer/features/queue/ClaimGrid.tsx')
  expect(files.filter((file) => LATER.some((pattern) => pattern.test(file)))).toEqual([])
})

it('nothing that opens over the page comes with the first picture', () => {
  const { files } = firstChunk()
  const opening = files
    .filter((file) => file.endsWith('.tsx'))
    .flatMap((file) => namesFromFluent(file).map((name) => `${file} takes ${name}`))
    .filter((found) => HEAVY.some((name) => found.includes(` takes ${name}`)))
  expect(opening).toEqual([])
})
