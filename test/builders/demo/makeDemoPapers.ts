import { writeFileSync } from 'node:fs'
import { DEMO_MESSAGES, DEMO_PAPERS } from './demoPapers.ts'
import { workPaperPdf } from './workPaper.ts'

const documents = new URL('../../../resources/demo/documents/', import.meta.url)
for (const paper of DEMO_PAPERS) {
  const bytes = await workPaperPdf(paper)
  writeFileSync(new URL(paper.file, documents), bytes)
  process.stdout.write(`${paper.file}: ${bytes.length} bytes\n`)
}
for (const { file, source } of DEMO_MESSAGES) {
  writeFileSync(new URL(file, documents), source)
  process.stdout.write(`${file}: ${source.length} characters\n`)
}
