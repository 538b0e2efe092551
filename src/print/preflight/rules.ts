/** The rules over a finished PDF, in the order in which a printer would look. */
import { actions } from './rules/actions.ts'
import { altText } from './rules/altText.ts'
import { annotations } from './rules/annotations.ts'
import { attachments } from './rules/attachments.ts'
import { blackAlone } from './rules/blackAlone.ts'
import { blackOverprint } from './rules/blackOverprint.ts'
import { boxes } from './rules/boxes.ts'
import { colorPages } from './rules/colorPages.ts'
import { colorSpaces } from './rules/colorSpaces.ts'
import { compression } from './rules/compression.ts'
import { documentInfo } from './rules/documentInfo.ts'
import { embeddedFonts } from './rules/embeddedFonts.ts'
import { encryption } from './rules/encryption.ts'
import { identifier } from './rules/identifier.ts'
import { inkLimit } from './rules/inkLimit.ts'
import { language } from './rules/language.ts'
import { layers } from './rules/layers.ts'
import { liveArea } from './rules/liveArea.ts'
import { manyInksType } from './rules/manyInksType.ts'
import { metadataAgrees } from './rules/metadataAgrees.ts'
import { outputIntent } from './rules/outputIntent.ts'
import { pageCount } from './rules/pageCount.ts'
import { pageSize } from './rules/pageSize.ts'
import { personalData } from './rules/personalData.ts'
import { pictureColors } from './rules/pictureColors.ts'
import { readingOrder } from './rules/readingOrder.ts'
import { resolution } from './rules/resolution.ts'
import { reversedType } from './rules/reversedType.ts'
import type { PdfRule } from './rules/rule.ts'
import { spots } from './rules/spots.ts'
import { standard } from './rules/standard.ts'
import { subsetFonts } from './rules/subsetFonts.ts'
import { tagged } from './rules/tagged.ts'
import { thinLines } from './rules/thinLines.ts'
import { tints } from './rules/tints.ts'
import { transparency } from './rules/transparency.ts'
import { trapped } from './rules/trapped.ts'
import { whiteOverprint } from './rules/whiteOverprint.ts'

export const pdfRules: PdfRule[] = [
  // the file
  encryption, standard, identifier, documentInfo, trapped, metadataAgrees, personalData, actions, attachments, layers, compression,
  // its pages
  pageCount, boxes, pageSize, annotations,
  // what stands on them
  embeddedFonts, subsetFonts, liveArea, reversedType, manyInksType, thinLines, resolution,
  // inks
  outputIntent, colorSpaces, pictureColors, spots, colorPages, transparency, whiteOverprint, blackOverprint, blackAlone, tints, inkLimit,
  // reading aloud
  language, tagged, altText, readingOrder,
]
