/** Lists of addresses one after the other; places count entries from the first. */
export interface AddressLists {
  /** Adds a list; gives the places where it begins and ends. */
  readonly add: (addresses: readonly number[]) => { readonly from: number; readonly to: number }
  readonly addresses: readonly number[]
}

/** No lists yet. */
export const createAddressLists = (): AddressLists => {
  const addresses: number[] = []
  return {
    addresses,
    add: (list) => {
      const from = addresses.length
      for (const address of list) addresses.push(address)
      return { from, to: addresses.length }
    },
  }
}
