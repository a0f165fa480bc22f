import type { FileState } from '../objects/fileState.ts'
import { formNodes } from '../objects/formTree.ts'
import type { RawFile } from '../objects/rawFile.ts'
import {
  dictOf,
  itemsOf,
  nameOf,
  type PdfDict,
  type PdfString,
  type PdfValue,
  readableString,
  stringOf,
} from '../objects/values.ts'

/** A signature dictionary as it stands in the file. */
export interface SignatureEntry {
  readonly dict: PdfDict
  /** Where the object that holds it begins. */
  readonly offset: number
  /** Name of the form's field whose value it is; null when no field owns it. */
  readonly field: string | null
  readonly subFilter: string | null
  readonly declaredSigner: string | null
  /** As written: "D:2026…". */
  readonly declaredAt: string | null
  readonly contents: PdfString | null
  /** As many numbers as stand there; null when it is missing or no list of numbers. */
  readonly range: readonly number[] | null
  /** A usage right of the reading program, or a time stamp: no person's act. */
  readonly personal: boolean
  /** 1 to 3 for a certifying signature: how much it lets others change; null for others. */
  readonly certifies: number | null
}

/** All signature dictionaries of the file, also those that no field owns and those whose field is malformed. */
export function signatureEntries(file: RawFile, now: FileState): SignatureEntry[] {
  const owners = ownersOf(now)
  const usage = usageRights(now)
  return file.objects.flatMap(({ num, offset, value }) => {
    const isCurrent = now.offsetOf(num) === null || now.object(num) === value
    if (!isCurrent) return []
    const dicts: PdfDict[] = []
    gatherDicts(value, (dict) => isSignature(dict) || owners.has(dict), dicts)
    return dicts.map((dict) => entryOf(dict, offset, owners.get(dict) ?? null, usage.has(dict), now))
  })
}

/** Only the file itself can hold a signature: it names places in the file. */
const isSignature = (dict: PdfDict): boolean =>
  dict.entries.has('ByteRange') ||
  (dict.entries.has('Contents') && ['Sig', 'DocTimeStamp'].includes(nameOf(dict.entries.get('Type')) ?? ''))

/** Outer ones first. Into one list: a file has as many values as letters in its tables. */
function gatherDicts(
  value: PdfValue,
  isWanted: (dict: PdfDict) => boolean,
  found: PdfDict[],
  depth = 0,
): void {
  if (depth > 4 || typeof value !== 'object') return
  const dict = dictOf(value)
  if (dict && isWanted(dict)) found.push(dict)
  for (const one of dict ? dict.entries.values() : (itemsOf(value) ?? []))
    gatherDicts(one, isWanted, found, depth + 1)
}

function ownersOf(now: FileState): Map<PdfDict, string> {
  const owners = new Map<PdfDict, string>()
  for (const { name, type, value } of formNodes(now)) {
    const dict = type === 'Sig' ? dictOf(now.get(value).value) : null
    if (dict && !owners.has(dict)) owners.set(dict, name)
  }
  return owners
}

function usageRights(now: FileState): Set<PdfDict> {
  const permissions = dictOf(now.get(now.catalog?.entries.get('Perms')).value)
  return new Set(['UR', 'UR3'].flatMap((key) => dictOf(now.get(permissions?.entries.get(key)).value) ?? []))
}

function entryOf(
  dict: PdfDict,
  offset: number,
  field: string | null,
  isUsage: boolean,
  now: FileState,
): SignatureEntry {
  const text = (key: string): string | null => {
    const found = now.isEncrypted ? null : stringOf(now.get(dict.entries.get(key)).value)
    return found && readableString(found).trim() !== '' ? readableString(found).trim() : null
  }
  const range = itemsOf(now.get(dict.entries.get('ByteRange')).value)
  const transforms = transformsOf(dict, now)
  const subFilter = nameOf(now.get(dict.entries.get('SubFilter')).value)
  const isStamp = subFilter === 'ETSI.RFC3161' || nameOf(dict.entries.get('Type')) === 'DocTimeStamp'
  const isUsageRight = isUsage || transforms.some(({ method }) => method === 'UR' || method === 'UR3')
  return {
    dict,
    offset,
    field,
    subFilter,
    declaredSigner: text('Name'),
    declaredAt: text('M'),
    contents: stringOf(dict.entries.get('Contents')),
    range: range?.every((part) => typeof part === 'number') ? range.map(Number) : null,
    personal: !isStamp && !isUsageRight,
    certifies: transforms.find(({ method }) => method === 'DocMDP')?.level ?? null,
  }
}

function transformsOf(dict: PdfDict, now: FileState): { method: string | null; level: number }[] {
  return (itemsOf(now.get(dict.entries.get('Reference')).value) ?? []).map((reference) => {
    const one = dictOf(now.get(reference).value)
    const level = now.get(dictOf(now.get(one?.entries.get('TransformParams')).value)?.entries.get('P')).value
    return {
      method: nameOf(now.get(one?.entries.get('TransformMethod')).value),
      level: typeof level === 'number' ? level : 2,
    }
  })
}
