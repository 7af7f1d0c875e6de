import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** The programs of the browser; public pages load `public` alone. */
const PROGRAMS = {
  public: 'src/public/public.ts',
  check: 'src/check/check.tsx',
  offline: 'src/offline/offline-worker.ts',
  workspace: 'src/workspace/workspace.tsx',
}

/** Parts that several programs load and that change less often than they do. */
const PARTS = [
  { name: 'react', test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/ },
  { name: 'domain', test: /packages[\\/]domain[\\/]/ },
  { name: 'engine', test: /packages[\\/](?:engine|wording)[\\/]/ },
]

const LEAST_BYTES = 500

/** Lays each program and style down compressed as well, so that the service need not do it. */
const compressed = (): Plugin => ({
  name: 'compressed',
  apply: (_, { isSsrBuild }) => isSsrBuild !== true,
  writeBundle: ({ dir = '' }) => {
    const folder = path.join(dir, 'assets')
    for (const name of readdirSync(folder)) {
      const file = path.join(folder, name)
      const bytes = readFileSync(file)
      if (!/\.(?:js|css)$/.test(name) || bytes.length < LEAST_BYTES) continue
      writeFileSync(`${file}.br`, brotliCompressSync(bytes))
      writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
    }
  },
})

/** `vite build` makes what browsers load, `vite build --ssr` what the service renders pages with. */
export default defineConfig(({ isSsrBuild }) => ({
  root: import.meta.dirname,
  plugins: [react(), compressed()],
  publicDir: false,
  define: { 'process.env.NODE_ENV': '"production"' },
  ssr: { noExternal: true },
  build: {
    outDir: isSsrBuild ? 'dist/server' : 'dist/client',
    emptyOutDir: true,
    manifest: !isSsrBuild,
    modulePreload: { polyfill: false },
    rolldownOptions: isSsrBuild
      ? { input: 'src/public/render.tsx' }
      : { input: PROGRAMS, output: { codeSplitting: { groups: PARTS } } },
  },
}))
