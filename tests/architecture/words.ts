const MACHINE_PATH = /(?<![\w.~:/-])\/(?:work|tmp|root|opt)\//

const REGISTRY =
  /registry\.npmjs\.org|registry\.yarnpkg\.com|npmmirror\.com|pypi\.org|pythonhosted\.org|crates\.io|proxy\.golang\.org|repo1?\.maven\.|deb\.debian\.org/i

const MAKING =
  /\bAI[ -](?:agent|assistant|session)|\bLLM\b|\bChat ?GPT\b|\bClaude\b|\bAnthropic\b|\bOpenAI\b|\bCopilot\b|\bsub-?agents?\b|\bco-authored-by:/i

/** Machine paths, registry hosts and words about how the work is done, in the text of any file. */
export const findForbiddenWords = (file: string, text: string): readonly string[] =>
  text
    .split('\n')
    .flatMap((line, index) =>
      [
        MACHINE_PATH.test(line) && !file.endsWith('package-lock.json') ? 'a path of a machine' : '',
        REGISTRY.test(line) ? 'the host of a registry' : '',
        MAKING.test(line) ? 'a word about how the work is done' : '',
      ]
        .filter((complaint) => complaint !== '')
        .map((complaint) => `${file}:${index + 1} ${complaint}`),
    )
