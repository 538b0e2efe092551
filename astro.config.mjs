import { rename } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { defineConfig, passthroughImageService } from 'astro/config'

const here = fileURLToPath(import.meta.url)

const entry = fileURLToPath(new URL('src/web/rendering.ts', import.meta.url))
/** Where the compiled pages are laid. */
let server

// src/web/compiledPages.ts adds the folders, which differ from run to run.
export default defineConfig({
  srcDir: fileURLToPath(new URL('src/web/', import.meta.url)),
  output: 'static',
  build: { format: 'directory' },
  // Astro 7's own default drops the space between two inline elements on lines of their own.
  compressHTML: true,
  // Pictures are made in src/pictures.
  image: { service: passthroughImageService() },
  devToolbar: { enabled: false },
  integrations: [{
    // Astro compiles the pages and renders none: buildSite calls them when it has copy for them.
    name: 'compiled-pages',
    hooks: {
      'astro:config:done'({ config, setAdapter }) {
        server = config.build.server
        setAdapter({
          name: 'compiled-pages',
          entrypointResolution: 'auto',
          // Otherwise they would be laid into the working directory, where two builds at once meet.
          adapterFeatures: { buildOutput: 'static', preserveBuildServerDir: true },
          supportedAstroFeatures: { staticOutput: 'stable' },
        })
      },
      'astro:build:start'({ setPrerenderer }) {
        setPrerenderer({
          name: 'compiled-pages',
          // Astro takes its own folder away when it has rendered all pages.
          setup: () => rename(new URL('.prerender/', server), new URL('pages/', server)),
          getStaticPaths: async () => [],
          render: () => Promise.reject(new Error('The pages are rendered by src/web/rendering.ts.')),
        })
      },
    },
  }],
  vite: {
    logLevel: 'error',
    plugins: [{
      name: 'entry-of-compiled-pages',
      configEnvironment: (name) => (
        name === 'prerender' ? { build: { rolldownOptions: { input: entry, output: { entryFileNames: 'prerender-entry.mjs' } } } } : undefined
      ),
    }, {
      // Astro's generated modules have no folder of their own and are looked up from the root, which lies in the cache.
      name: 'astro-of-this-package',
      enforce: 'pre',
      resolveId(id) {
        return /^astro(\/|$)/.test(id) ? this.resolve(id, here, { skipSelf: true }) : undefined
      },
    }],
  },
})
