import type { TextOptions } from '../drawnPdf.ts'
import { at } from './drawnText.ts'
import {
  addForm,
  annotation,
  changed,
  extra,
  flattened,
  type Forgery,
  HELVETICA,
  paper,
  withContent,
} from './forgery.ts'

const WORDS = 'Larkfield also deployed SharePoint Online'
const LINE = `(${WORDS})`

const words =
  (options: TextOptions, x = 60, y = 300) =>
  (): Promise<Uint8Array> =>
    extra((page) => page.text(WORDS, x, y, options))
/** Words on a bar of one grey, in another. */
const onBar = (bar: number, grey: number) => (): Promise<Uint8Array> =>
  extra((page) => {
    page.block(50, 285, 300, 25, bar)
    page.text(WORDS, 60, 300, { grey })
  })
const drawn =
  (content: string, objects: Readonly<Record<string, string>> = {}) =>
  (): Promise<Uint8Array> =>
    withContent(content, objects)
const state = (entries: string): Record<string, string> => ({ G9: `<< /Type /ExtGState ${entries} >>` })

/** A soft mask over the whole page, of one grey. */
const mask = (grey: number): Record<string, string> => {
  const body = `${grey} g 0 0 595 842 re f`
  return {
    M9: `<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group << /S /Transparency /CS /DeviceGray >> /Length ${body.length} >>\nstream\n${body}\nendstream`,
    ...state('/SMask << /Type /Mask /S /Luminosity /G {M9} >>'),
  }
}
const GROUP = '/Group << /S /Transparency >>'

/** A picture of one grey pixel over the line of `at(…, 400)`. */
const picture = (hex: string, y: number): string =>
  `q 300 0 0 30 55 ${y} cm BI /W 1 /H 1 /BPC 8 /CS /G /F /AHx ID ${hex}> EI Q`

/** A drawing of its own with this frame, put on the page in one state. */
const inForm = (entries: string, content: string) => async (): Promise<Uint8Array> =>
  flattened(
    await changed((revision, page) => {
      const resources = `/Resources << /Font << /F9 ${revision.add(HELVETICA)} 0 R >> >>`
      const form = revision.addStream(`/Type /XObject /Subtype /Form ${entries} ${resources}`, content)
      addForm(revision, page, form)
    }),
  )

/** Tricks by which words are in the file and not on the page, by ink and colour. */
const UNSEEN_INK: readonly Forgery[] = [
  {
    kind: 'invisible_text',
    hostile: {
      'a mode that paints nothing': words({ invisible: true }),
      'a mode that only clips': drawn(`q 7 Tr ${at(LINE, 400)} Q`),
      'letters without any opacity': words({ opacity: 0 }),
      'outlines without any opacity': drawn(`q /G9 gs 1 Tr ${at(LINE, 400)} Q`, state('/CA 0 /ca 1')),
    },
    clean: {
      'letters that are outlines': drawn(`q 1 Tr ${at(LINE, 400, 'F9', 14)} Q`),
      'half of the opacity': words({ opacity: 0.6 }),
      'letters that are filled and outlined': drawn(`q 2 Tr ${at(LINE, 400)} Q`),
    },
  },
  {
    kind: 'low_contrast_text',
    hostile: {
      'white on white': words({ grey: 1 }),
      'nearly white on white': words({ grey: 0.93 }),
      'black with hardly any opacity': words({ opacity: 0.12 }),
      'dark on a dark bar': onBar(0.1, 0.15),
      'light on a light bar': onBar(0.8, 0.9),
      'black that a blend turns to paper': drawn(
        `1 g 50 390 300 25 re f 0 g q /G9 gs ${at(LINE, 400)} Q`,
        state('/BM /Screen'),
      ),
      'white that a blend turns to its dark bar': drawn(
        `0.1 g 50 390 300 25 re f q /G9 gs 1 g ${at(LINE, 400)} Q`,
        state('/BM /Multiply'),
      ),
    },
    clean: {
      'white on a dark bar': onBar(0.1, 1),
      'black on a light bar': onBar(0.9, 0),
      'grey on white': words({ grey: 0.55 }),
      'black that blends with white paper': drawn(`q /G9 gs ${at(LINE, 400)} Q`, state('/BM /Multiply')),
    },
  },
  {
    kind: 'covered_text',
    hostile: {
      'a white sheet': () =>
        extra((page) => {
          page.text(WORDS, 60, 300)
          page.block(50, 285, 300, 25, 1)
        }),
      'a black bar': () =>
        extra((page) => {
          page.text(WORDS, 60, 300)
          page.block(50, 285, 300, 25, 0)
        }),
      'a picture': drawn(`${at(LINE, 400)} ${picture('FF', 390)}`),
      'a comment': async () =>
        flattened(
          await changed(
            (revision, page) =>
              void annotation(revision, page, {
                kind: 'Square',
                box: [55, 535, 400, 560],
                draw: '1 1 1 rg 0 0 345 25 re f',
              }),
            extra((page) => page.text(WORDS, 60, 300)),
          ),
        ),
    },
    clean: {
      'a sheet below the words': onBar(0.95, 0),
      'a frame around the words': drawn(`${at(LINE, 400)} 50 390 300 25 re S`),
      'a marker over the words': drawn(
        `${at(LINE, 400)} q /G9 gs 1 1 0 rg 55 395 250 16 re f Q`,
        state('/BM /Multiply'),
      ),
      'a picture below the words': drawn(`${picture('FF', 390)} ${at(LINE, 400)}`),
      'a picture beside the words': drawn(`${at(LINE, 400)} ${picture('A0', 430)}`),
    },
  },
]

/** Tricks by which words are in the file and not on the page, by place and size. */
const UNSEEN_PLACES: readonly Forgery[] = [
  {
    kind: 'off_page_text',
    hostile: {
      'below the page': words({}, 60, 880),
      'left of the page': words({}, -400, 300),
      'outside of what is cut out of the page': async () =>
        flattened(
          await changed(
            (revision, page) => revision.put(page, { CropBox: '[0 80 595 842]' }),
            extra((page) => page.text(WORDS, 60, 800)),
          ),
        ),
    },
    clean: {
      'at the very foot of the page': words({ size: 8 }, 60, 836),
      'on a page whose margin is cut off': async () =>
        flattened(
          await changed((revision, page) => revision.put(page, { CropBox: '[20 20 575 822]' }), paper()),
        ),
    },
  },
  {
    kind: 'clipped_text',
    hostile: {
      'a clip elsewhere': drawn(`q 300 700 1 1 re W n ${at(LINE, 400)} Q`),
      'two clips that do not meet': drawn(
        `q 50 390 60 25 re W n 200 390 60 25 re W n ${at('(Teams)', 400)} Q`,
      ),
      'a drawing whose frame is elsewhere': inForm('/BBox [300 700 310 710]', at(LINE, 400)),
      'a group whose frame is elsewhere': inForm(`/BBox [300 700 310 710] ${GROUP}`, at(LINE, 400)),
      'a mask that lets nothing through': drawn(`q /G9 gs ${at(LINE, 400)} Q`, mask(0)),
      'a clip of a hair’s breadth': drawn(`q 55 402 300 0.5 re W n ${at(LINE, 400)} Q`),
    },
    clean: {
      'a clip around the words': drawn(`q 50 390 300 25 re W n ${at(LINE, 400)} Q`),
      'a drawing whose frame is the line': inForm('/BBox [50 390 350 415]', at(LINE, 400)),
      'a group whose frame is the line': inForm(`/BBox [50 390 350 415] ${GROUP}`, at(LINE, 400)),
      'a mask that lets all through': drawn(`q /G9 gs ${at(LINE, 400)} Q`, mask(1)),
      'a clip that is over before the words': drawn(`q 300 700 1 1 re W n Q ${at(LINE, 400)}`),
    },
  },
  {
    kind: 'tiny_text',
    hostile: {
      'type of one point': words({ size: 1 }),
      'type that the page makes small': drawn(
        `q 0.1 0 0 0.1 0 0 cm BT /F9 10 Tf 600 4000 Td ${LINE} Tj ET Q`,
      ),
      'type that its own matrix makes small': drawn(`BT /F9 10 Tf 0.2 0 0 0.2 60 400 Tm ${LINE} Tj ET`),
      'letters squeezed to nothing': drawn(`q BT /F9 10 Tf 1 Tz 60 400 Td ${LINE} Tj ET Q`),
    },
    clean: {
      'a footnote': words({ size: 6 }),
      'type of one point that its matrix makes large': drawn(`BT /F9 1 Tf 10 0 0 10 60 400 Tm ${LINE} Tj ET`),
      'narrow letters': drawn(`q BT /F9 10 Tf 70 Tz 60 400 Td ${LINE} Tj ET Q`),
    },
  },
  {
    kind: 'hidden_layer',
    hostile: {
      'a layer that is off': () => layered('/OFF [{L9}]'),
      'all layers off': () => layered('/BaseState /OFF'),
      'a layer that shows on paper only': () =>
        layered('/AS [<< /Event /View /Category [/View] /OCGs [{L9}] >>]', {
          P9: '<< /Type /OCG /Name (Layer) /Usage << /View << /ViewState /OFF >> /Print << /PrintState /ON >> >> >>',
        }),
      'words that show while their layer is off': () =>
        layered('/ON [{L9}]', {
          L9: '<< /Type /OCG /Name (Layer) >>',
          P9: '<< /Type /OCMD /OCGs [{L9}] /P /AllOff >>',
        }),
    },
    clean: {
      'a layer that is on': () => layered('/ON [{L9}]'),
      'a layer that is off and holds a line': () =>
        layered('/OFF [{L9}]', undefined, `/OC /P9 BDC 60 400 100 1 re f EMC ${at(LINE, 420)}`),
      'words that show while their layer is on': () =>
        layered('/ON [{L9}]', {
          L9: '<< /Type /OCG /Name (Layer) >>',
          P9: '<< /Type /OCMD /OCGs [{L9}] /P /AllOn >>',
        }),
    },
  },
]

/** A paper with a layer as `P9`, and settings for the first layer in it. */
async function layered(
  config: string,
  objects: Readonly<Record<string, string>> = { P9: '<< /Type /OCG /Name (Layer) >>' },
  content = `/OC /P9 BDC ${at(LINE, 400)} EMC`,
): Promise<Uint8Array> {
  const bytes = await withContent(content, objects)
  return flattened(
    await changed((revision) => {
      const layer = /(\d+) 0 obj\n<< \/Type \/OCG\b/u.exec(revision.text)?.[1] ?? '0'
      revision.put(revision.root, {
        OCProperties: `<< /OCGs [${layer} 0 R] /D << ${config.replaceAll('{L9}', `${layer} 0 R`)} >> >>`,
      })
    }, Promise.resolve(bytes)),
  )
}

/** Words that the file has and the page does not show. */
export const HIDDEN_TEXT_FORGERIES: readonly Forgery[] = [...UNSEEN_INK, ...UNSEEN_PLACES]
