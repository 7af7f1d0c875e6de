import { Navigate, Outlet, ScrollRestoration, useLocation, useParams } from 'react-router'
import { Loading } from '../ui/answer.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Frame } from './layout.tsx'
import { useMeQuery } from './me.ts'
import { Places } from './places.tsx'

/** The frame around pages for those who are signed in; sends others to sign in and back here. */
export const SignedInLayout = () => {
  const me = useMeQuery()
  const { pathname, search } = useLocation()
  const { enterprise } = useParams()
  if (me.data === undefined) {
    return (
      <Frame>
        <div className="page">
          {me.error === null ? <Loading /> : <ProblemNote error={me.error} onAgain={me.refetch} />}
        </div>
      </Frame>
    )
  }
  if (me.data.account === null) {
    return <Navigate to={`/sign-in?return=${encodeURIComponent(pathname + search)}`} replace />
  }
  return (
    <Frame places={<Places me={me.data} enterprise={enterprise ?? null} />}>
      <Outlet key={enterprise} />
      <ScrollRestoration />
    </Frame>
  )
}
