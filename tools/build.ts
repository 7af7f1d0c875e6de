import { GENERATORS, runGenerator } from './generators.ts'

for (const generator of GENERATORS) {
  const { exitCode, output, changed } = await runGenerator(generator)
  if (exitCode !== 0) {
    console.error(`${generator.name} failed:\n${output}`)
    process.exitCode = 1
  } else {
    console.log(`${generator.name}: ${changed.length === 0 ? 'current' : changed.join(', ')}`)
  }
}
