import { type CDPSession, expect, type Page } from '@playwright/test'

/** One line of what can be read: a node of the accessibility tree, in the order of reading. */
export interface Line {
  readonly role: string
  readonly name: string
  readonly description: string
  readonly value: string
  readonly states: Readonly<Record<string, unknown>>
  /** How deep it lies: what follows and lies deeper is inside of it. */
  readonly depth: number
}
type Told = RegExp | string
interface AxValue {
  readonly value?: unknown
}
interface AxNode {
  readonly nodeId: string
  readonly ignored: boolean
  readonly role?: AxValue
  readonly name?: AxValue
  readonly description?: AxValue
  readonly value?: AxValue
  readonly properties?: readonly { readonly name: string; readonly value: AxValue }[]
  readonly childIds?: readonly string[]
}

/** Parts of other lines: what they say is said already. */
const SILENT = new Set(['InlineTextBox', 'none', 'generic', 'LineBreak', 'ListMarker'])
const MOST_KEYS = 120

const wordsOf = (value: AxValue | undefined) => (typeof value?.value === 'string' ? value.value.trim() : '')

function linesOf(nodes: readonly AxNode[]): Line[] {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const lines: Line[] = []
  const walk = (node: AxNode | undefined, depth: number): void => {
    if (node === undefined) return
    const role = wordsOf(node.role)
    if (!node.ignored && !SILENT.has(role))
      lines.push({
        role,
        name: wordsOf(node.name),
        description: wordsOf(node.description),
        value: wordsOf(node.value),
        states: Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value])),
        depth,
      })
    for (const id of node.childIds ?? []) walk(byId.get(id), depth + 1)
  }
  walk(nodes[0], 0)
  return lines
}

const fits = (told: Told, words: string) => (typeof told === 'string' ? words === told : told.test(words))

/** Somebody who sees nothing: the tree, what is told live, and keys. No selector, no text of the page. */
export async function screenReaderAt(page: Page) {
  const told: string[] = []
  // What a page tells by this interface stands in no tree.
  await page.exposeFunction('toScreenReader', (words: string) => told.push(words))
  await page.addInitScript(() => {
    const tell = Reflect.get(window, 'toScreenReader') as ((words: string) => void) | undefined
    for (const speaker of [Document.prototype, Element.prototype]) Reflect.set(speaker, 'ariaNotify', tell)
  })
  const session: CDPSession = await page.context().newCDPSession(page)
  let heardSoFar = 0

  const read = async (): Promise<Line[]> => {
    const { nodes } = await session.send('Accessibility.getFullAXTree')
    return linesOf(nodes)
  }
  /** What lies inside the first line of that role and name. */
  const inside = async (role: string, name: Told): Promise<Line[]> => {
    const lines = await read()
    const at = lines.findIndex((line) => line.role === role && fits(name, line.name))
    const outer = lines[at]
    if (outer === undefined) return []
    const rest = lines.slice(at + 1)
    const end = rest.findIndex(({ depth }) => depth <= outer.depth)
    return end < 0 ? rest : rest.slice(0, end)
  }
  const focused = async () => (await read()).findLast(({ states }) => states['focused'] === true)

  return {
    inside,
    focused,
    press: (keys: string) => page.keyboard.press(keys),
    type: (words: string) => page.keyboard.type(words),

    /** Waits for words that are told by themselves, and goes on from there. */
    async hears(words: Told): Promise<void> {
      const at = () => told.findIndex((each, index) => index >= heardSoFar && fits(words, each))
      await expect
        .poll(() => (at() < 0 ? told.slice(heardSoFar) : 'heard'), { message: `to hear ${String(words)}` })
        .toBe('heard')
      heardSoFar = at() + 1
    },

    /** Waits for a line and gives it. */
    async finds(role: string, name: Told, timeout = 20_000): Promise<Line> {
      let found: Line | undefined
      await expect
        .poll(
          async () => {
            found = (await read()).find((line) => line.role === role && fits(name, line.name))
            return found !== undefined
          },
          { timeout, message: `to find ${role} ${String(name)}` },
        )
        .toBe(true)
      return found as Line // it was found
    },

    async isAt(role: string, name: Told): Promise<void> {
      await expect
        .poll(
          async () => {
            const line = await focused()
            return line?.role === role && fits(name, line.name) ? 'there' : `${line?.role} ${line?.name}`
          },
          { message: `to be at ${role} ${String(name)}` },
        )
        .toBe('there')
    },

    /** Presses a key until the focus is told to be there. */
    async goesTo(keys: string, role: string, name: Told): Promise<void> {
      const passed = new Set<string>()
      for (let pressed = 0; pressed < MOST_KEYS; pressed += 1) {
        const line = await focused()
        if (line?.role === role && fits(name, line.name)) return
        passed.add(`${line?.role} ${line?.name}`)
        await page.keyboard.press(keys)
      }
      throw new Error(`${keys} never came to ${role} ${String(name)}, only to ${[...passed].join(', ')}.`)
    },
  }
}
