/** The sober design: serif headlines over a news gothic's labels, much white, one red band. */
import type { Look } from './look.ts'

/** @param body size of body type */
export function sober(body: number): Look {
  return {
    gutter: 16,
    indent: 11,
    inset: 8,
    body: { face: 'text', size: body, ink: 'black' },
    capHeight: 0.67,
    subhead: { face: 'labelBold', size: body * 0.97, ink: 'black' },
    partHead: { style: { face: 'headline', size: 16, ink: 'black' }, leading: 18 },
    pullQuote: {
      style: { face: 'headlineItalic', size: 16.5, ink: 'black' }, leading: 20,
      top: { ink: 'accent', height: 2.4 }, foot: { ink: 'black', height: 0.7 },
    },
    sidebarTitle: { face: 'labelBold', size: 10, ink: 'accent' },
    sidebar: { face: 'label', size: body * 0.887, ink: 'black' },
    caption: { style: { face: 'label', size: 7.9, ink: 'black' }, leading: 10 },
    credit: { face: 'label', size: 6.8, ink: 'grey' },
    dropCap: { style: { face: 'headline', ink: 'accent' }, capHeight: 0.67, lines: 3, gap: 3.2, leastLines: 60, without: ['letter', 'notice'] },
    kicker: { face: 'labelBold', size: 8.6, ink: 'accent', tracking: 0.55 },
    kickers: {
      usual: { style: { face: 'labelBold', size: 8.6, ink: 'accent', tracking: 0.55 }, leading: 13 },
      letter: { style: { face: 'labelBold', size: 8.6, ink: 'black', tracking: 0.55 }, leading: 13 },
      notice: { style: { face: 'labelBold', size: 8.6, ink: 'black', tracking: 0.55 }, leading: 13 },
      editorial: { style: { face: 'labelBlack', size: 9.4, ink: 'accent', tracking: 1 }, leading: 14 },
    },
    byline: { style: { face: 'textCaps', size: 9.9, ink: 'black', tracking: 0.25 }, leading: 12 },
    jumpLine: { style: { face: 'labelBold', size: 7.9, ink: 'accent' }, leading: 12 },
    jumpLabel: {
      style: { face: 'labelBold', size: 10, ink: 'black' }, page: { face: 'label', size: 7.9, ink: 'accent' }, rule: { ink: 'accent', height: 1.2 },
    },
    runIn: {
      kicker: { face: 'labelBold', size: body * 0.8, ink: 'accent', tracking: 0.5 }, name: { face: 'labelBold', size: body, ink: 'black' },
      signature: { face: 'textCaps', size: body * 0.98, ink: 'black', tracking: 0.25 },
    },
    headlines: [
      tier(14, 16, 10.5, 13),
      tier(18, 20, 11, 13.5),
      tier(24, 25.5, 12.5, 15),
      tier(31, 32.5, 13.5, 16),
      tier(40, 41, 15, 18),
      tier(52, 52.5, 17, 20.5),
    ],
    headlineFaces: { editorial: 'textBoldItalic' },
    panels: { notice: 'tint' },
    boxRule: { ink: 'black', height: 0.7 },
    bands: { story: { ink: 'accent', height: 3.6 }, editorial: { ink: 'black', height: 2.4 } },
    columnRule: { ink: 'grey', height: 0.5 },
    nameplate: {
      rows: 14,
      ground: 'accent',
      nameRows: 9.5,
      name: { face: 'labelBlack', size: 104, ink: 'paper', tracking: -2 },
      capHeight: 0.742,
      pad: 18,
      align: 'center',
      ear: { style: { face: 'labelBold', size: 12.2, ink: 'paper' }, leading: 15.5, width: 73, rule: { ink: 'paper', height: 1.2 } },
      slogan: { face: 'labelBold', size: 12.5, ink: 'accent', tracking: 0.3 },
      bar: {
        style: { face: 'labelBold', size: 8.4, ink: 'black' }, row: 11.7, height: 17,
        over: { ink: 'black', height: 0.7 }, under: { ink: 'black', height: 2 },
      },
    },
    folio: { face: 'label', size: 8.4, ink: 'black' },
    folioLine: {
      name: { face: 'labelBold', size: 8.4, ink: 'black', tracking: 0.6 },
      number: { face: 'labelBlack', size: 13, ink: 'accent' },
      section: { style: { face: 'labelBold', size: 8.4, ink: 'accent', tracking: 0.4 }, leading: 12 },
      rule: { ink: 'black', height: 1.2 },
    },
    index: {
      title: { face: 'labelBold', size: 8.6, ink: 'accent', tracking: 0.55 },
      entry: { face: 'text', size: 9.6, ink: 'black' },
      page: { face: 'labelBold', size: 9.6, ink: 'accent' },
      panel: 'tint',
      rule: { ink: 'accent', height: 3 },
    },
    colophon: {
      title: { face: 'labelBold', size: 8.6, ink: 'accent', tracking: 0.55 },
      text: { style: { face: 'label', size: 7.9, ink: 'black' }, leading: 10.6 },
      top: { ink: 'black', height: 2 },
      foot: { ink: 'black', height: 0.7 },
    },
    notices: [
      {
        ground: 'accent',
        title: { face: 'labelBlack', size: 92, ink: 'paper' },
        text: { face: 'label', size: 19, ink: 'paper' },
        strong: { face: 'labelBold', size: 19, ink: 'paper' },
      },
      {
        title: { face: 'headlineBlack', size: 92, ink: 'accent' },
        text: { face: 'text', size: 19, ink: 'black' },
        strong: { face: 'labelBold', size: 17, ink: 'black' },
        frame: { ink: 'accent', height: 4 },
      },
    ],
    smallName: { face: 'labelBlack', size: 40, ink: 'paper', tracking: -0.5 },
    smallSlogan: { face: 'labelBold', size: 9, ink: 'accent' },
    smallNumber: { face: 'labelBlack', size: 10, ink: 'accent' },
  }
}

function tier(size: number, leading: number, deckSize: number, deckLeading: number): Look['headlines'][number] {
  const face = size >= 40 ? 'headlineBlack' : 'headline'
  return {
    headline: { style: { face, size, ink: 'black', tracking: -0.008 * size }, leading },
    deck: { style: { face: 'headlineItalic', size: deckSize, ink: 'black' }, leading: deckLeading },
  }
}
