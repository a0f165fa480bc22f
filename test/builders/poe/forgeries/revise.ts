/** Adds a state to a PDF with a plain cross-reference table, as programs do that save without writing anew. */
export class Revision {
  readonly #before: Buffer
  readonly #objects = new Map<number, string>()
  #next: number

  constructor(before: Uint8Array) {
    this.#before = Buffer.from(before)
    this.#next = this.#number(/\/Size (\d+)/gu)
  }

  get text(): string {
    return this.#before.toString('latin1')
  }

  /** Number of the catalog. */
  get root(): number {
    return this.#number(/\/Root (\d+) 0 R/gu)
  }

  /** Numbers of the pages, in their order in the file. */
  get pages(): number[] {
    const found = [...this.text.matchAll(/(\d+) 0 obj\s*<<(?:(?!endobj)[\s\S])*?\/Type \/Page\b(?!s)/gu)].map(
      (match) => Number(match[1]),
    )
    return [...new Set(found)]
  }

  #number(pattern: RegExp): number {
    const all = [...this.text.matchAll(pattern)]
    return Number(all.at(-1)?.[1])
  }

  /** The newest text of an object. */
  object(num: number): string {
    const own = this.#objects.get(num)
    if (own !== undefined) return own
    const all = [...this.text.matchAll(new RegExp(`(?<!\\d)${num} 0 obj\\s*([\\s\\S]*?)\\s*endobj`, 'gu'))]
    return all.at(-1)?.[1] ?? ''
  }

  add(body: string): number {
    const num = this.#next
    this.#next += 1
    this.#objects.set(num, body)
    return num
  }

  addStream(entries: string, data: string): number {
    return this.add(`<< ${entries} /Length ${data.length} >>\nstream\n${data}\nendstream`)
  }

  set(num: number, body: string): void {
    this.#objects.set(num, body)
  }

  /** Sets entries of a dictionary; one that is there is replaced when it is a name, number, reference or flat list. */
  put(num: number, entries: Readonly<Record<string, string>>): void {
    let body = this.object(num)
    for (const [key, value] of Object.entries(entries)) {
      const there = new RegExp(`/${key} (?:\\[[^\\]]*\\]|\\d+ 0 R|/\\w+|[\\d.]+)\\s*`, 'u')
      body = body.replace(there, '')
      body = `${body.slice(0, body.lastIndexOf('>>'))}/${key} ${value} >>`
    }
    this.#objects.set(num, body)
  }

  /** Appends to a list in a dictionary. */
  append(num: number, key: string, value: string): void {
    const there = new RegExp(`/${key} \\[([^\\]]*)\\]`, 'u').exec(this.object(num))?.[1] ?? ''
    this.put(num, { [key]: `[${there.trim()} ${value}]` })
  }

  bytes(): Uint8Array {
    const start = this.text.endsWith('\n') ? this.text : `${this.text}\n`
    const previous = this.#number(/startxref\s+(\d+)/gu)
    let body = ''
    let table = ''
    for (const [num, text] of [...this.#objects].toSorted(([a], [b]) => a - b)) {
      const offset = start.length + body.length
      body += `${num} 0 obj\n${text}\nendobj\n`
      table += `${num} 1\n${String(offset).padStart(10, '0')} 00000 n \n`
    }
    const at = start.length + body.length
    const kept = /\/Encrypt \d+ 0 R/u.exec(this.text)?.[0] ?? ''
    const id = /\/ID ?\[[^\]]*\]/u.exec(this.text)?.[0] ?? ''
    const trailer = `trailer\n<< /Size ${this.#next} /Root ${this.root} 0 R /Prev ${previous} ${kept} ${id} >>\nstartxref\n${at}\n%%EOF\n`
    return Buffer.from(`${start}${body}xref\n${table}${trailer}`, 'latin1')
  }
}
