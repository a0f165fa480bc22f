import { aMail, CONFIRMATION } from '../mails.ts'
import type { Forgery } from './forgery.ts'

const MARKUP = `<p>${CONFIRMATION.replaceAll('\n\n', '</p><p>').replaceAll('\n', ' ')}</p>`
const WORDS = 'and the rollout of SharePoint Online as well'

/** A mail in HTML alone with this behind its words, and a style sheet. */
const page =
  (more: string, sheet = '') =>
  (): Uint8Array =>
    aMail({ html: `<style>${sheet}</style>${MARKUP}${more}` })
/** Words in a span of a cell, which style sheets choose by all that stands around it. */
const chosen = (sheet: string): (() => Uint8Array) =>
  page(
    `<div id="end" class="foot note" lang="en"><p data-part="terms">Regards</p><p><span class="x" title="more">${WORDS}</span></p></div>`,
    sheet,
  )
/** Words in an element of this style, in another of that. */
const within = (outer: string, inner = ''): (() => Uint8Array) =>
  page(`<div style="${outer}"><p><span style="${inner}">${WORDS}</span></p></div>`)

/** Tricks of style sheets: by which selector words are hidden. */
const CHOSEN: Forgery = {
  kind: 'html_text_mismatch',
  hostile: {
    'a selector of two classes': chosen('.foot.note .x{display:none}'),
    'a descendant': chosen('div p span{display:none}'),
    'a child of a child': chosen('#end > p > .x{visibility:hidden}'),
    'a sibling': chosen('p + p{display:none}'),
    'an attribute': chosen('[title^="mo"]{font-size:0}'),
    'all but one class': chosen('#end p:not([data-part]){display:none}'),
    'the last child': chosen('div.foot p:last-of-type{opacity:0}'),
    'a list of selectors within a selector': chosen(':is(ul, #end) :where(.x){display:none}'),
    'what has something in it': chosen('p:has(> .x){display:none}'),
    'nested rules': chosen('.foot{ color:black; & .x{display:none} }'),
    'a rule that wins by its importance': chosen('.x{display:none !important} #end .x{display:inline}'),
    'a rule that wins by its selector': chosen('#end .x{display:none} .x{display:inline}'),
    'a rule for screens': chosen('@media screen and (min-width:300px){.x{display:none}}'),
    'a rule for what every program supports': chosen('@supports (display:grid){.x{display:none}}'),
    'a name in escapes': chosen('.\\78{d\\69splay:n\\6fne}'),
    'a comment within': chosen('.x{dis/**/play:block;display:/* shown */none}'),
    'a value kept elsewhere': chosen(':root{--ink:#fff} .x{color:var(--ink)}'),
    'no style in one with importance': page(
      `<p class="x" style="display:block">${WORDS}</p>`,
      '.x{display:none!important}',
    ),
    'words that a style sheet takes from elsewhere': page(
      '<p class="x" data-more="and approved by all">Regards</p>',
      '.x::after{content:" " attr(data-more)}',
    ),
    'words that only a style sheet writes': chosen('.x::after{content:" and approved by all"}'),
  },
  clean: {
    'a rule for another element': chosen('#end > .x{display:none}'),
    'a rule that another one beats': chosen('.x{display:none} #end .x{display:inline}'),
    'a rule that importance beats': chosen('#end .x{display:none} .x{display:inline !important}'),
    'a style of its own over a rule': page(
      `<p class="x" style="display:block">${WORDS}</p>`,
      '.x{display:none}',
    ),
    'a rule for telephones': chosen('@media only screen and (max-width:600px){.x{display:none}}'),
    'a rule for the dark': chosen('@media (prefers-color-scheme:dark){.x{color:#fff}}'),
    'a rule under a pointer': chosen('.x:hover{opacity:0} a:visited{color:#fff}'),
    'marks that a style sheet writes': chosen('p::before{content:"\\2022 "}'),
    'a rule that no program understands': chosen('.x{display:none none;colour:white} p:nope{display:none}'),
  },
}

const gone = (style: string): (() => Uint8Array) => within('', style)

/** Tricks of style sheets: by which properties words are hidden. */
const HIDDEN: Forgery = {
  kind: 'html_text_mismatch',
  hostile: {
    'not visible from an ancestor': within('visibility:hidden'),
    'smaller and smaller': within('font-size:40%', 'font-size:.5em'),
    'a size that is reckoned': gone('font-size:calc(1em - 16px + 0.1px)'),
    'a size within a short form': gone('font:0/0 a'),
    'pale within pale': within('opacity:.3', 'opacity:.2'),
    'ink without colour': gone('-webkit-text-fill-color:rgba(0,0,0,0)'),
    'almost no ink': gone('color:#00000010'),
    'the colour of an ancestor’s ground': within('background:#1f3864', 'color:rgb(32 58 102)'),
    'the reader’s own black on black': within('background-color:black'),
    'a colour by its hue': within('background:hsl(120 100% 25%)', 'color:green'),
    'a colour by its name': gone('color:floralwhite'),
    'the colours of a run': within('background:linear-gradient(#fff,#fafafa)', 'color:#fdfdfd'),
    'the page’s own ink': () => aMail({ html: `<body text="#ffffff"><p>${WORDS}</p></body>` }),
    'cut by a height': within('max-height:0;overflow:hidden'),
    'cut to a pixel': gone('position:absolute;width:1px;height:1px;overflow:hidden'),
    'cut off': gone('clip-path:inset(0 100% 0 0)'),
    'cut to a point': gone('clip-path:circle(0 at 50% 50%)'),
    'cut by an old property': gone('position:absolute;clip:rect(1px,1px,1px,1px)'),
    'indented off the page': within('text-indent:-200em'),
    'pushed out by its indent': within('text-indent:100%;white-space:nowrap;overflow:hidden'),
    'placed off the page': gone('position:fixed;inset:-100vh auto auto 0'),
    'moved off the page': gone('display:inline-block;transform:translateX(-200vw)'),
    'moved by its margin': within('margin-left:-9999px'),
    'made small by a transform': gone('display:inline-block;transform:scale3d(.01,.01,1)'),
    'turned on its edge': gone('display:inline-block;transform:rotateX(90deg)'),
    'faded by a filter': gone('filter:opacity(2%)'),
    'letters on one another': gone('letter-spacing:-1em'),
    'a body of a table': page(
      `<table><tbody style="display:none"><tr><td>${WORDS}</td><td>x</td></tr></tbody></table>`,
    ),
    'a part that opens on demand': page(`<details><summary>More</summary>${WORDS}</details>`),
    'a comment that one program shows': page(`<!--[if mso]><p>${WORDS}</p><![endif]-->`),
    'letters in another order': gone('unicode-bidi:bidi-override;direction:rtl'),
  },
  clean: {
    'visible again in what is not': within('visibility:hidden', 'visibility:visible'),
    'small within large': within('font-size:200%', 'font-size:.6em'),
    'white on a dark ancestor': within('background:#1f3864', 'color:white'),
    'a run of dark colours': within('background:linear-gradient(90deg,#1f3864,#203a66)', 'color:#fff'),
    'letters filled by their ground': gone(
      'background:linear-gradient(#1f3864,#900);background-clip:text;color:transparent',
    ),
    'a quarter of the ink gone': gone('opacity:.75'),
    'cut where nothing is lost': within('overflow:hidden;max-height:400px;width:100%'),
    'a cell that its table makes wide': page(
      `<table><tr><td style="max-width:0;overflow:hidden;text-overflow:ellipsis">${WORDS}</td><td>x</td></tr></table>`,
    ),
    'no width but a least one': within('width:0;min-width:100%;overflow:hidden'),
    'an indent of the first line': within('text-indent:2em'),
    'moved a little': gone('position:relative;top:-1px;margin-left:-4px'),
    'the system’s own colours': within('background:window', 'color:windowtext'),
    'letters a little closer': gone('letter-spacing:-.02em'),
    'a button that one program draws by itself': page(
      '<!--[if mso]><style>p{margin:0}</style><v:roundrect><center>See the report</center></v:roundrect><![endif]--><a href="https://larkfield.example/">See the report</a>',
    ),
    'a part that is open': page(`<details open><summary>More</summary>${WORDS}</details>`),
    'a small line at the foot': within('font-size:11px;color:#767676;line-height:1.2'),
  },
}

/** Tricks of style sheets in mails. */
export const STYLED_MAIL_FORGERIES: readonly Forgery[] = [CHOSEN, HIDDEN]
