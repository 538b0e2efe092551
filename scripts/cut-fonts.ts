/** `npm run cut-fonts`: cuts the site's fonts out of those of the packages, for when their faces or letters change. tests/web/fonts.test.ts asks for it. */
import { writeFile } from 'node:fs/promises'
import { cutFont } from '../src/web/cutFonts.ts'
import { fontCuts } from '../src/web/fonts.ts'

for (const cut of await fontCuts()) await writeFile(cut.file, await cutFont(cut))
