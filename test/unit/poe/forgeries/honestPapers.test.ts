import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { judge } from '../../../../src-main/poe/judge.ts'
import { corpusCases } from '../../../accuracy/corpusCases.ts'
import { readHere } from '../../../builders/poe/readers.ts'

const KINDS: ReadonlySet<string> = new Set(
  (
    'actualtext_mismatch font_remap outlined_text metadata_only annotation_overlay signature_malformed changed_after_signing ' +
    'signature_wrapping shadow_content certified_annotation unsigned_revision signature_image esign_unverified wrong_signer ' +
    'parser_differential wrong_type embedded_files active_content resource_bomb'
  ).split(' '),
)

/** Labels name the trick of these in words: a certificate in the wrong hands. */
const SAID_IN_WORDS: Readonly<Record<string, readonly string[]>> = {
  'D-024': ['wrong_signer'],
  'D-036': ['wrong_signer'],
}

const papers = corpusCases().filter(
  ({ isControl, isScan, files }) => !isControl && !isScan && files.some(({ path }) => path.endsWith('.pdf')),
)

describe('labelled papers', () => {
  it.for(papers)('carry no flag that their label does not name: $id', async ({ id, form, files, flags }) => {
    const read = files.filter(({ path }) => path.endsWith('.pdf'))
    const documents = await Promise.all(
      read.map(async ({ name, path, addedAt }) => ({
        file: name,
        addedAt,
        facts: await readHere(new Uint8Array(readFileSync(path))),
      })),
    )
    const report = judge({ caseId: id, form, policy: { id: 'seed-2020', version: 1 }, documents })
    const raised = new Set(report.flags.map(({ kind }) => kind).filter((kind) => KINDS.has(kind)))
    const named = [...flags, ...(SAID_IN_WORDS[id] ?? [])].filter((kind) => KINDS.has(kind))
    expect([...raised].toSorted()).toEqual(named.toSorted())
  })
})
