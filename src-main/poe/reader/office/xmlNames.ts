/** Prefix → namespace, as it stands at an element; the empty prefix is that of bare names. */
export type NameScope = ReadonlyMap<string, string>

export const NO_NAMES: NameScope = new Map()

/** The scope within an element that declares these. */
export function scopeOf(outer: NameScope, attributes: Readonly<Record<string, string>>): NameScope {
  const own = Object.entries(attributes).flatMap(([name, uri]): [string, string][] => {
    if (name === 'xmlns') return [['', uri]]
    return name.startsWith('xmlns:') ? [[name.slice(6), uri]] : []
  })
  return own.length === 0 ? outer : new Map([...outer, ...own])
}

/** The bodies of Word, Excel and PowerPoint, as two editions of the standard name them. */
const BODY =
  /^http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml)\/(wordprocessingml|spreadsheetml|presentationml)\/(?:2006\/)?main$/u
/** What the three have in common, and what Microsoft's programs add to it. */
const SHARED =
  /^(?:http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml)\/(?:drawingml|officeDocument|markup-compatibility|schemaLibrary|package)\/.*|http:\/\/schemas\.microsoft\.com\/office\/(?:word|drawing|excel|powerpoint|spreadsheetml|2006|thememl)\/[\w/.]*|http:\/\/schemas\.microsoft\.com\/(?:ink|office)\/[\w/.]*|urn:schemas-microsoft-com:(?:vml|office:(?:office|word|excel|powerpoint))|http:\/\/www\.w3\.org\/.*)$/u

/** Which body a part belongs to by its root; null = it is none, and all its names are taken as they are. */
export const bodyOf = (uri: string | undefined): string | null => BODY.exec(uri ?? '')?.[1] ?? null

/** What the words of a paper stand in: no addition brings elements of these names along. */
const OF_THE_BODY =
  /^(?:t|r|p|c|v|is|si|sp|row|ins|tbl|tr|tc|sdt|sdtContent|hyperlink|delText|txBody|sheetData)$/u
const ADDITION = /^(?:http:\/\/schemas\.microsoft\.com\/|urn:|http:\/\/www\.w3\.org\/)/u

/** Whether a program that shows this body knows an element; what it does not know it passes over. */
export function isKnownElement(uri: string | undefined, local: string, body: string | null): boolean {
  if (!isKnown(uri, body)) return false
  return body === null || uri === undefined || !ADDITION.test(uri) || !OF_THE_BODY.test(local)
}

/** Whether it knows a namespace at all. */
function isKnown(uri: string | undefined, body: string | null): boolean {
  if (body === null || uri === undefined) return true
  const other = bodyOf(uri)
  return other === null ? SHARED.test(uri) : other === body
}

export function splitName(name: string): readonly [string, string] {
  const at = name.indexOf(':')
  return at === -1 ? ['', name] : [name.slice(0, at), name.slice(at + 1)]
}
