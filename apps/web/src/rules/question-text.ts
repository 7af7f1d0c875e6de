const TYPED_NEVER = /\s*[（(][^（()）]*\bnever\b[^（()）]*[）)]/

/** A question as a form asks it: without the hint to type `never`, for which there is a box to tick. */
export const questionText = (question: string): string => question.replace(TYPED_NEVER, '')
