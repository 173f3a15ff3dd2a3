import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** Three bundles: main (two hosts, the engine and the render worker), preload, renderer. */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      // What stands under dependencies stays outside (native code, fonts, and pdfkit, which breaks when it is bundled); what
      // stands under devDependencies becomes part of the bundle, where many small files load several times faster.
      externalizeDeps: true,
      rollupOptions: {
        input: {
          index: resolve('src/main/index.ts'),
          browser: resolve('src/main/browser.ts'),
          headless: resolve('src/main/headless.ts'),
        },
        output: { format: 'es' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        input: { index: resolve('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      minify: true,
      // The PDF viewer is one large piece, loaded when a page is first shown.
      chunkSizeWarningLimit: 1_500,
      rollupOptions: { input: { index: resolve('src/renderer/index.html') } },
      assetsInlineLimit: 0,
    },
  },
});
