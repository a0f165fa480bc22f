import { deflateSync } from 'node:zlib'
import { drawnPdf } from '../drawnPdf.ts'
import { paintWorkOrder } from '../workOrder.ts'
import { addForm, annotation, changed, flattened, type Forgery, paper } from './forgery.ts'
import type { Revision } from './revise.ts'

type Change = (revision: Revision, page: number) => void

const rebuilt =
  (change: Change): (() => Promise<Uint8Array>) =>
  async () =>
    flattened(await changed(change))
const spoilt =
  (spoil: (text: string) => string): (() => Promise<Uint8Array>) =>
  async () =>
    Buffer.from(spoil(Buffer.from(await paper()).toString('latin1')), 'latin1')
const opening = (action: string): (() => Promise<Uint8Array>) =>
  rebuilt((revision) => revision.put(revision.root, { OpenAction: action }))
const link = (action: string): (() => Promise<Uint8Array>) =>
  rebuilt((revision, page) => {
    const made = revision.add(`<< /Type /Annot /Subtype /Link /Rect [60 300 200 320] /A ${action} >>`)
    revision.append(page, 'Annots', `${made} 0 R`)
  })

/** A stream that unpacks to some 100 million bytes. */
const bomb = (): string => deflateSync(Buffer.alloc(100_000_000)).toString('latin1')

/** Tricks with how the file is built. */
export const BUILD_FORGERIES: readonly Forgery[] = [
  {
    kind: 'parser_differential',
    hostile: {
      'a header that comes late': spoilt((text) => `%junk before\n${text}`),
      'no end of file': spoilt((text) => text.replace(/%%EOF\s*$/u, '')),
      'one number twice': spoilt((text) =>
        text
          .replace('xref\n0', '4 0 obj\n<< /Type /Page >>\nendobj\nxref\n0')
          .replace(/startxref\n(\d+)/u, (_, at) => `startxref\n${Number(at) + 38}`),
      ),
      'a table that leads nowhere': spoilt((text) => text.replace(/startxref\n\d+/u, 'startxref\n17')),
      'a length that lies': spoilt((text) =>
        text.replace(/\/Length (\d+)/u, (_, length) => `/Length ${Number(length) - 3}`),
      ),
    },
    clean: { 'an honest file': () => paper(), 'objects in streams': () => packed() },
  },
  {
    kind: 'wrong_type',
    hostile: {
      'an archive behind': spoilt((text) => `${text}PK\x03\x04${'archive of something'.repeat(4)}`),
      'a page before': spoilt((text) => `<html><script>1</script></html>\n${text}`),
      'a picture before': spoilt((text) => `GIF89a${'\x01\x02'.repeat(10)}\n${text}`),
    },
    clean: { 'white space behind': spoilt((text) => `${text}\r\n\n`), 'an honest file': () => paper() },
  },
  {
    kind: 'embedded_files',
    hostile: {
      'a file in the list': async () => {
        const document = await drawnPdf([paintWorkOrder()])
        await document.attach(Buffer.from('a'), 'a.txt', { mimeType: 'text/plain' })
        return document.save({ useObjectStreams: false })
      },
      'a file at a place': rebuilt((revision, page) => {
        const data = revision.addStream('/Type /EmbeddedFile', 'data')
        annotation(revision, page, {
          kind: 'FileAttachment',
          box: [300, 300, 320, 320],
          draw: '',
          entries: `/FS << /Type /Filespec /F (a.bin) /EF << /F ${data} 0 R >> >>`,
        })
      }),
      'a portfolio': rebuilt((revision) => {
        const data = revision.addStream('/Type /EmbeddedFile', 'data')
        const spec = revision.add(`<< /Type /Filespec /F (b.pdf) /EF << /F ${data} 0 R >> >>`)
        revision.put(revision.root, { Collection: '<< /Type /Collection >>', AF: `[${spec} 0 R]` })
      }),
    },
    clean: {
      'an honest file': () => paper(),
      'a list of files in which there is none': rebuilt((revision) =>
        revision.put(revision.root, { Names: '<< /EmbeddedFiles << /Names [] >> >>' }),
      ),
      'a note where files are clipped on': rebuilt(
        (revision, page) =>
          void annotation(revision, page, {
            kind: 'FreeText',
            box: [300, 300, 420, 330],
            draw: 'BT /F1 9 Tf 2 6 Td (Annex 1 follows) Tj ET',
          }),
      ),
    },
  },
  {
    kind: 'active_content',
    hostile: {
      'a script at opening': opening('<< /S /JavaScript /JS (app.alert\\(1\\)) >>'),
      'a program behind a link': link('<< /S /Launch /F (calc.exe) >>'),
      'a form that is sent': link('<< /S /SubmitForm /F (https://a.example/x) >>'),
      'another file': link('<< /S /GoToR /F (other.pdf) /D [0 /Fit] >>'),
      'a trigger of the page': rebuilt((revision, page) =>
        revision.put(page, { AA: '<< /O << /S /URI /URI (https://a.example/) >> >>' }),
      ),
      'packed into an object stream': () => packed((document) => document.addJavaScript('x', 'app.alert(1)')),
      'data in another file': rebuilt((revision, page) =>
        addForm(
          revision,
          page,
          revision.add(
            '<< /Type /XObject /Subtype /Form /BBox [0 0 1 1] /F (http://a.example/f) /Length 0 >>\nstream\n\nendstream',
          ),
        ),
      ),
    },
    clean: {
      'a link to a site': link('<< /S /URI /URI (https://www.larkfield.example/) >>'),
      'opening at the first page': rebuilt((revision, page) =>
        revision.put(revision.root, { OpenAction: `[${page} 0 R /Fit]` }),
      ),
      'a link within': link('<< /S /GoTo /D [0 /Fit] >>'),
    },
  },
  {
    kind: 'resource_bomb',
    hostile: {
      'a stream without measure': rebuilt(
        (revision) => void revision.addStream('/Filter /FlateDecode', bomb()),
      ),
      'packed twice': rebuilt(
        (revision) =>
          void revision.addStream(
            '/Filter [/FlateDecode /FlateDecode]',
            deflateSync(deflateSync(Buffer.alloc(1000))).toString('latin1'),
          ),
      ),
      'a drawing that draws itself': rebuilt((revision, page) => {
        const form = revision.addStream('/Type /XObject /Subtype /Form /BBox [0 0 9 9]', '/X1 Do')
        revision.put(form, {})
        revision.set(
          form,
          `<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X1 ${form} 0 R >> >> /Length 6 >>\nstream\n/X1 Do\nendstream`,
        )
        addForm(revision, page, form)
      }),
      'pages in a circle': rebuilt((revision, page) => {
        const pages = Number(/\/Pages (\d+) 0 R/u.exec(revision.object(revision.root))?.[1])
        revision.put(pages, { Kids: `[${page} 0 R ${pages} 0 R]`, Count: '3' })
      }),
      'a page of a kilometre': rebuilt((revision, page) =>
        revision.put(page, { MediaBox: '[0 0 3000000 3000000]' }),
      ),
    },
    clean: {
      'an honest file': () => paper(),
      'a drawing': rebuilt((revision, page) =>
        addForm(
          revision,
          page,
          revision.addStream('/Type /XObject /Subtype /Form /BBox [0 0 9 9]', '0 0 9 9 re S'),
        ),
      ),
    },
  },
]

async function packed(
  change: (document: Awaited<ReturnType<typeof drawnPdf>>) => void = () => undefined,
): Promise<Uint8Array> {
  const document = await drawnPdf([paintWorkOrder()])
  change(document)
  return document.save({ useObjectStreams: true })
}
