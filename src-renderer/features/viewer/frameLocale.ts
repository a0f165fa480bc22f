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
