/** The query of one page of a list. */
export const pageQuery = (
  after: string | undefined,
  limit = 30,
): { readonly limit: number; readonly after?: string } =>
  after === undefined ? { limit } : { limit, after }
