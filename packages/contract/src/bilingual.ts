import { z } from 'zod'

/** A text in both languages. */
export const Bilingual = z.object({ zh: z.string(), en: z.string() }).meta({ id: 'Bilingual' })
export type Bilingual = z.infer<typeof Bilingual>

/** The language of an answer: the search terms' language does not matter. */
export const Language = z.enum(['zh', 'en']).meta({ id: 'Language' })
export type Language = z.infer<typeof Language>

/** A day, `YYYY-MM-DD`. */
export const Day = z.iso.date().meta({ id: 'Day' })
export type Day = z.infer<typeof Day>
