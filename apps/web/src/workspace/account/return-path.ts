/** Where to go after signing in: a page of the workspace, never another site. */
export const returnPathOf = (wanted: string | null): string =>
  wanted !== null && /^\/(?![/\\])/.test(wanted) ? wanted : '/'
