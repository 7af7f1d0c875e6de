import { addressOf } from '../address.ts'
import type { Page, PageRequest } from '../page.ts'
import { SHELL_WORDS } from '../shell-words.ts'

/** A page that says one thing and shows the ways on. */
export interface Notice {
  readonly status: Page['status']
  readonly sign: string
  readonly title: string
  readonly say: string
}

/** The page of a notice. */
export const noticePage = ({ language }: PageRequest, notice: Notice): Page => ({
  status: notice.status,
  title: notice.title,
  about: notice.say,
  isHidden: true,
  body: (
    <section className="wrap narrow page notice">
      <p className="notice-sign" aria-hidden="true">
        {notice.sign}
      </p>
      <h1>{notice.title}</h1>
      <p className="lead">{notice.say}</p>
      <ul>
        {SHELL_WORDS[language].links.map(({ href, label }) => (
          <li key={href}>
            <a href={addressOf(language, href)}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  ),
})
