const AT_THE_END = /^(.*?)\s*\[([^\]]+)\]$/s

/** The words of a reason and the provision that stands in brackets behind them; null: there is none. */
export const splitReason = (
  reason: string,
): { readonly says: string; readonly provision: string | null } => {
  const [, says, provision] = AT_THE_END.exec(reason) ?? []
  return says === undefined || provision === undefined
    ? { says: reason, provision: null }
    : { says, provision }
}
