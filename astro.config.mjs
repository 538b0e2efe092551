import { fileURLToPath } from 'node:url'
import { defineConfig, passthroughImageService } from 'astro/config'

const here = fileURLToPath(import.meta.url)

// buildSite in src/web/web.ts adds the folders, which differ from run to run.
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
    // Astro would lay its compiled pages into the working directory, where two builds at once meet. Only an adapter may name another folder.
    name: 'folder-of-compiled-pages',
    hooks: {
      'astro:config:done'({ setAdapter }) {
        setAdapter({
          name: 'folder-of-compiled-pages',
          entrypointResolution: 'auto',
          adapterFeatures: { buildOutput: 'static', preserveBuildServerDir: true },
          supportedAstroFeatures: { staticOutput: 'stable' },
        })
      },
    },
  }],
  vite: {
    logLevel: 'error',
    // The folder belongs to the whole build: feeds and PDFs may already lie in it.
    build: { emptyOutDir: false },
    plugins: [{
      // Astro's generated modules have no folder of their own and are looked up from the root, which lies in the cache.
      name: 'astro-of-this-package',
      enforce: 'pre',
      resolveId(id) {
        return /^astro(\/|$)/.test(id) ? this.resolve(id, here, { skipSelf: true }) : undefined
      },
    }],
  },
})
