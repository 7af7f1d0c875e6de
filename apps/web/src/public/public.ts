import './styles/index.ts'
import { keepOffline } from '../offline/keep-offline.ts'

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}

keepOffline()
