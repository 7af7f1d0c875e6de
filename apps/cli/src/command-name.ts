/** What a person types to run a command, in hints that can be copied. */
export const COMMAND = './huiqi'

const PLAIN = /^[\p{L}\p{N}_./@%+=:,-]+$/u

/** An argument as it is typed in a shell. */
export const quoted = (argument: string): string =>
  PLAIN.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`
