import '../public/styles/tokens.css'
import './styles/workspace.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { LanguageProvider } from './frame/language.tsx'
import { queries } from './frame/queries.ts'
import { LightingProvider } from './frame/theme.tsx'
import { router } from './router.tsx'
import { SayProvider } from './ui/say.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        <LightingProvider>
          <SayProvider>
            <RouterProvider router={router} />
          </SayProvider>
        </LightingProvider>
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
)
