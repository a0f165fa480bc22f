import type { FactFlag } from '../../../facts/documentFacts.ts'
import { fileFlag } from '../factFlags.ts'
import type { FileState } from '../objects/fileState.ts'
import type { RawFile } from '../objects/rawFile.ts'
import { activeContentFlags } from './activeContent.ts'
import { bombFlags } from './bombs.ts'
import { buildFlags } from './fileBuild.ts'
import { fontRemapFlags } from './fontRemap.ts'
import { hiddenAnnotationFlags } from './hiddenAnnotations.ts'

/** What the file's build alone tells, before anything of it is shown. */
export function fileFlags(file: RawFile, now: FileState): FactFlag[] {
  return [buildFlags, activeContentFlags, bombFlags, fontRemapFlags, hiddenAnnotationFlags].flatMap(
    (look) => {
      try {
        return look(file, now)
      } catch {
        // A file on which the walk itself fails is not like others.
        return [fileFlag('parser_differential', 'medium', 'unreadable')]
      }
    },
  )
}
