/** The poster design: condensed gothic headlines, heavy black rules, kickers in white on black, a name as tall as a placard. */
import type { Look } from './look.ts'

/** @param body size of body type */
export function poster(body: number): Look {
  return {
    gutter: 18,
    indent: 11,
    inset: 9,
    body: { face: 'text', size: body, ink: 'black' },
    capHeight: 0.67,
    subhead: { face: 'condensedBold', size: body * 1.06, ink: 'black', tracking: 0.25 },
    partHead: { style: { face: 'condensedBold', size: 18, ink: 'black' }, leading: 21 },
    pullQuote: {
      style: { face: 'condensedBold', size: 19, ink: 'accent' }, leading: 23.5,
      top: { ink: 'black', height: 6 }, foot: { ink: 'black', height: 2 },
    },
    sidebarTitle: { face: 'condensedBold', size: 11.6, ink: 'black', tracking: 0.2 },
    sidebar: { face: 'label', size: body * 0.887, ink: 'black' },
    caption: { style: { face: 'label', size: 7.9, ink: 'black' }, leading: 10 },
    credit: { face: 'label', size: 6.8, ink: 'grey' },
    dropCap: { style: { face: 'poster', ink: 'black' }, capHeight: 0.86, lines: 4, gap: 4, leastLines: 60, without: ['letter', 'notice'] },
    kicker: { face: 'condensedBold', size: 10, ink: 'accent', tracking: 0.7 },
    kickers: {
      usual: { style: { face: 'condensedBold', size: 10, ink: 'paper', tracking: 0.7 }, leading: 20, label: { ink: 'black', pad: 5, height: 14.5, capHeight: 0.81 } },
      story: { style: { face: 'condensedBold', size: 12, ink: 'paper', tracking: 0.7 }, leading: 22.5, label: { ink: 'accent', pad: 6, height: 17, capHeight: 0.81 } },
      letter: { style: { face: 'condensedBold', size: 10.5, ink: 'black', tracking: 0.9 }, leading: 15 },
      notice: { style: { face: 'condensedBold', size: 10.5, ink: 'accent', tracking: 0.9 }, leading: 15 },
    },
    byline: { style: { face: 'condensed', size: 9.4, ink: 'black', tracking: 0.3 }, leading: 13 },
    jumpLine: { style: { face: 'condensedBold', size: 8.8, ink: 'accent', tracking: 0.2 }, leading: 13 },
    jumpLabel: {
      style: { face: 'condensedBold', size: 12, ink: 'black', tracking: 0.2 }, page: { face: 'condensed', size: 9, ink: 'accent', tracking: 0.2 },
      rule: { ink: 'black', height: 2 },
    },
    runIn: {
      kicker: { face: 'condensedBold', size: body * 0.93, ink: 'accent', tracking: 0.7 }, name: { face: 'condensedBold', size: body * 1.12, ink: 'black', tracking: 0.2 },
      signature: { face: 'condensed', size: body, ink: 'black', tracking: 0.3 },
    },
    headlines: [
      tier(16, 18.5, 10.5, 13),
      tier(21, 24, 11, 13.5),
      tier(29, 32, 12, 15),
      tier(39, 42.5, 13, 16.5),
      tier(52, 58, 14.5, 18),
      tier(70, 78, 16, 20),
    ],
    headlineFaces: { editorial: 'headlineBlack', letter: 'condensed' },
    panels: { notice: 'tint', story: 'accentTint' },
    boxRule: { ink: 'black', height: 3 },
    bands: { story: { ink: 'accent', height: 6 }, editorial: { ink: 'black', height: 6 } },
    columnRule: { ink: 'black', height: 0.5 },
    nameplate: {
      rows: 15,
      nameRows: 10.5,
      name: { face: 'poster', size: 146, ink: 'accent', tracking: -1 },
      capHeight: 0.86,
      pad: 0,
      align: 'left',
      ear: { style: { face: 'condensedBold', size: 23, ink: 'paper' }, leading: 28, width: 160, ground: 'black' },
      bar: { style: { face: 'condensedBold', size: 10.4, ink: 'paper', tracking: 0.5 }, row: 11.6, height: 20, ground: 'black' },
    },
    folio: { face: 'condensed', size: 9, ink: 'black', tracking: 0.3 },
    folioLine: {
      name: { face: 'poster', size: 11, ink: 'black', tracking: 0.6 },
      number: { face: 'poster', size: 15, ink: 'black' },
      section: { style: { face: 'condensedBold', size: 10, ink: 'paper', tracking: 0.6 }, leading: 14, label: { ink: 'black', pad: 4, height: 13.5, capHeight: 0.81 } },
      rule: { ink: 'black', height: 4 },
    },
    index: {
      title: { face: 'condensedBold', size: 12.5, ink: 'black', tracking: 0.6 },
      entry: { face: 'condensed', size: 9.8, ink: 'black' },
      page: { face: 'poster', size: 12, ink: 'accent' },
      panel: 'tint',
      rule: { ink: 'black', height: 6 },
    },
    colophon: {
      title: { face: 'condensedBold', size: 12.5, ink: 'accent', tracking: 0.6 },
      text: { style: { face: 'label', size: 7.9, ink: 'black' }, leading: 10.6 },
      top: { ink: 'black', height: 6 },
      foot: { ink: 'black', height: 2 },
    },
    notices: [
      {
        ground: 'black',
        title: { face: 'poster', size: 120, ink: 'paper' },
        text: { face: 'condensed', size: 20, ink: 'paper' },
        strong: { face: 'condensedBold', size: 20, ink: 'paper' },
      },
      {
        title: { face: 'poster', size: 120, ink: 'accent' },
        text: { face: 'condensed', size: 20, ink: 'black' },
        strong: { face: 'condensedBold', size: 18, ink: 'black' },
        frame: { ink: 'black', height: 8 },
      },
    ],
    smallName: { face: 'poster', size: 40, ink: 'paper' },
    smallSlogan: { face: 'condensedBold', size: 10, ink: 'accent', tracking: 0.3 },
    smallNumber: { face: 'poster', size: 11, ink: 'black' },
  }
}

function tier(size: number, leading: number, deckSize: number, deckLeading: number): Look['headlines'][number] {
  return {
    headline: { style: { face: size >= 50 ? 'poster' : 'condensedBold', size, ink: 'black' }, leading },
    deck: { style: { face: 'label', size: deckSize, ink: 'black' }, leading: deckLeading },
  }
}
