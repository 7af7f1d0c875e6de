import { readFileSync } from 'node:fs'
import path from 'node:path'
import { listDocuments } from '../documents.ts'
import { ROOT } from '../repository.ts'

const PICTURE = /!\[[^\]]*\]\([^)\s]*pictures\/([\w.-]+\.webp)\)/g

/** The file names of the pictures that README.md and docs/ show. */
export const listPicturesShown = (): readonly string[] => {
  const texts = listDocuments().map((document) => readFileSync(path.join(ROOT, document), 'utf8'))
  const names = texts.flatMap((text) =>
    [...text.matchAll(PICTURE)].flatMap(([, name]) => name ?? []),
  )
  return [...new Set(names)].toSorted()
}
