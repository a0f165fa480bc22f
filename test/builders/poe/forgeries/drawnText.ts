/** A line of text as page content: `text` is a string as content writes it, brackets and all. */
export const at = (text: string, y: number, font = 'F9', size = 10): string =>
  `BT /${font} ${size} Tf 60 ${y} Td ${text} Tj ET`

/** A table of characters for a font of one-byte codes. */
const cmap = (pairs: Readonly<Record<string, string>>): string => {
  const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex')
  const rows = Object.entries(pairs).map(([code, text]) => `<${code}> <${hex(text)}>`)
  const body = `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange ${rows.length} beginbfchar\n${rows.join('\n')}\nendbfchar endcmap end`
  return `<< /Length ${body.length} >>\nstream\n${body}\nendstream`
}

/** A font in which these codes are read as other characters than they show. */
export const fontWith = (
  pairs: Readonly<Record<string, string>>,
  encoding = '/WinAnsiEncoding',
): Record<string, string> => ({
  M9: cmap(pairs),
  F9: `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding ${encoding} /ToUnicode {M9} >>`,
})
