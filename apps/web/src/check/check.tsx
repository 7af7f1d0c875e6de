import './check.css'
import { isoDate, type Language } from '@huiqi/domain'
import { fromJson, prepareRulebook, type Rulebook } from '@huiqi/engine'
import { createRoot, type Root } from 'react-dom/client'
import { keepThisPage } from '../offline/keep-offline.ts'
import { CheckApp } from './check-app.tsx'
import { CHECK_WORDS, CheckProvider, settingOf } from './check-context.ts'
import { loadKept } from './device-store.ts'
import { fromFragment } from './fragment.ts'

const loadRulebook = async (path: string): Promise<Rulebook> => {
  const answer = await fetch(path)
  if (!answer.ok) throw new Error(`the corpus was answered with ${answer.status}`)
  return prepareRulebook(fromJson(await answer.text()))
}

/** Takes the answers out of the address, so that they do not stay in it. */
const takeFragment = (): string => {
  const fragment = location.hash.slice(1)
  if (fragment !== '') history.replaceState(null, '', location.pathname + location.search)
  return fragment
}

const start = async (root: Root, place: HTMLElement): Promise<void> => {
  const { corpus = '', today = '' } = place.dataset
  const language: Language = place.dataset.language === 'en' ? 'en' : 'zh'
  const text = CHECK_WORDS[language]
  root.render(<p className="soft">{text.loading}</p>)
  try {
    const rulebook = await loadRulebook(corpus)
    const fragment = takeFragment()
    const beginning = {
      kept: loadKept(rulebook),
      shared: fragment === '' ? null : await fromFragment(rulebook, fragment),
    }
    root.render(
      <CheckProvider value={settingOf(rulebook, language, isoDate(today))}>
        <CheckApp beginning={beginning} />
      </CheckProvider>,
    )
    await keepThisPage()
  } catch (error) {
    console.error(error)
    root.render(
      <div role="alert" className="banner bad">
        <p>{text.failed}</p>
        <button type="button" className="button" onClick={() => start(root, place)}>
          {text.again}
        </button>
      </div>,
    )
  }
}

const place = document.getElementById('check')
if (place !== null) await start(createRoot(place), place)
