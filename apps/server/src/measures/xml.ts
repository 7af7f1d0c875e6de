const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

const CONTROL = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** A text as it stands in XML; signs that XML knows no way to write are left out. */
export const escapeXml = (text: string): string =>
  text.replaceAll(CONTROL, '').replaceAll(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign)
