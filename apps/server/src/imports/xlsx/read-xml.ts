import { SaxesParser } from 'saxes'
import { refuseFormat } from './refuse-workbook.ts'

/** An element by its name without a prefix; attributes as they are written. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

/** Hears what stands in a document. */
export interface Listener {
  readonly open: (element: Element) => unknown
  readonly close: (name: string) => unknown
  /** Text inside the innermost element, in pieces. */
  readonly text: (text: string) => unknown
}

const bareName = (name: string): string => name.slice(name.indexOf(':') + 1)

const detailOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

/**
 * Tells a listener what stands in an XML document and pauses after each piece of bytes. Entities that a
 * document declares itself are not expanded. Throws AppError `invalid-input` for a document that is not sound.
 */
export async function* readXml(
  bytes: AsyncIterable<Uint8Array>,
  listener: Listener,
): AsyncGenerator<void> {
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) =>
    listener.open({ name: bareName(name), attributes }),
  )
  parser.on('closetag', ({ name }) => listener.close(bareName(name)))
  parser.on('text', listener.text)
  parser.on('cdata', listener.text)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const feed = (step: () => void): void => {
    try {
      step()
    } catch (cause) {
      throw Object.assign(refuseFormat(detailOf(cause)), { cause })
    }
  }
  for await (const piece of bytes) {
    feed(() => parser.write(decoder.decode(piece, { stream: true })))
    yield
  }
  feed(() => parser.write(decoder.decode()).close())
  yield
}

/** Tells a listener the whole document. */
export const readWholeXml = async (
  bytes: AsyncIterable<Uint8Array>,
  listener: Partial<Listener>,
): Promise<void> => {
  const heard: Listener = { open: () => null, close: () => null, text: () => null, ...listener }
  for await (const _ of readXml(bytes, heard));
}
