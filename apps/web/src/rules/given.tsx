const HAN = /\p{Script=Han}/u

/** Names and notes as people gave them: what is Chinese is marked so on a page in another language. */
export const Given = ({ children }: { readonly children: string }) => (
  <span {...(HAN.test(children) ? { lang: 'zh-CN' } : {})}>{children}</span>
)
