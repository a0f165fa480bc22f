import type { IntlShape } from 'react-intl'
import type { CHANGE_TONES } from '../../viewer-frame/messages.ts'
import type { FrameLocale } from './viewerSession.ts'

type ChangeTone = (typeof CHANGE_TONES)[number]

const RIGHT_TO_LEFT = ['ar', 'he', 'fa', 'ur']

/**
 * The sentences that the frame says itself, with its places left open: it fills in numbers and names. Between papers of two parties
 * nothing was added or removed.
 */
export function frameLocale(intl: IntlShape, { ofParties = false } = {}): FrameLocale {
  const change = (kind: ChangeTone) =>
    intl.formatMessage({ id: ofParties ? 'viewer.frame.difference' : `viewer.frame.${kind}` }, open)
  const open = {
    name: '{name}',
    page: '{page}',
    pages: '{pages}',
    number: '{number}',
    label: '{label}',
    width: '{width}',
    height: '{height}',
  }
  return {
    language: intl.locale,
    direction: RIGHT_TO_LEFT.includes(intl.locale.slice(0, 2)) ? 'rtl' : 'ltr',
    strings: {
      document: intl.formatMessage({ id: 'viewer.frame.document' }, open),
      page: intl.formatMessage({ id: 'viewer.frame.page' }, open),
      evidence: intl.formatMessage({ id: 'viewer.frame.evidence' }, open),
      nearest: intl.formatMessage({ id: 'viewer.frame.nearest' }, open),
      flag: intl.formatMessage({ id: 'viewer.frame.flag' }, open),
      hidden: intl.formatMessage({ id: 'viewer.frame.hidden' }, open),
      hiddenTag: intl.formatMessage({ id: 'viewer.frame.hiddenTag' }),
      own: intl.formatMessage({ id: 'viewer.frame.own' }, open),
      picture: intl.formatMessage({ id: 'viewer.frame.picture' }, open),
      inlay: inlayStrings(intl),
      html: intl.formatMessage({ id: 'viewer.frame.part.html' }),
      plain: intl.formatMessage({ id: 'viewer.frame.part.plain' }),
      thumbnails: intl.formatMessage({ id: 'viewer.frame.thumbnails' }),
      thumbnail: intl.formatMessage({ id: 'viewer.frame.page' }, open),
      added: change('added'),
      removed: change('removed'),
      changed: change('changed'),
      moved: change('moved'),
      thumbnailSeen: intl.formatMessage({ id: 'viewer.frame.pageSeen' }, open),
    },
  }
}

function inlayStrings(intl: IntlShape): FrameLocale['strings']['inlay'] {
  const open = { alt: '{alt}', text: '{text}', address: '{address}', via: '{via}', count: '{count}' }
  const say = (id: `viewer.frame.inlay.${string}`) => intl.formatMessage({ id }, open)
  return {
    alt: say('viewer.frame.inlay.alt'),
    shown: say('viewer.frame.inlay.shown'),
    frames: say('viewer.frame.inlay.frames'),
    elsewhere: say('viewer.frame.inlay.elsewhere'),
    missing: say('viewer.frame.inlay.missing'),
    type: say('viewer.frame.inlay.type'),
    too_large: say('viewer.frame.inlay.tooLarge'),
    too_many: say('viewer.frame.inlay.tooMany'),
    drawing: say('viewer.frame.inlay.drawing'),
    broken: say('viewer.frame.inlay.broken'),
    link: say('viewer.frame.inlay.link'),
    linkBare: say('viewer.frame.inlay.linkBare'),
    linkUnlike: say('viewer.frame.inlay.linkUnlike'),
    via: say('viewer.frame.inlay.via'),
  }
}
