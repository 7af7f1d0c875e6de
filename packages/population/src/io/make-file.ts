import { rename, rm } from 'node:fs/promises'

/** Makes a file under another name and gives it its name when it is complete; nothing is left when that fails. */
export const makeFile = async <Made>(
  path: string,
  make: (partial: string) => Promise<Made>,
): Promise<Made> => {
  const partial = `${path}.partial-${process.pid}`
  await rm(partial, { force: true })
  try {
    const made = await make(partial)
    await rename(partial, path)
    return made
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}
