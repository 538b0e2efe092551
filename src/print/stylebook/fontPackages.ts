/** Which open font has a letter that no face of the paper has. All are Noto, under the Open Font License, packages of npm. */

/** By Unicode's names of scripts; the first that fits has the letter. */
const packages: [script: RegExp, name: string][] = [
  [/\p{Script=Arabic}/u, 'noto-naskh-arabic'],
  [/\p{Script=Armenian}/u, 'noto-sans-armenian'],
  [/\p{Script=Bengali}/u, 'noto-sans-bengali'],
  [/\p{Script=Cherokee}/u, 'noto-sans-cherokee'],
  [/\p{Script=Devanagari}/u, 'noto-sans-devanagari'],
  [/\p{Script=Ethiopic}/u, 'noto-sans-ethiopic'],
  [/\p{Script=Georgian}/u, 'noto-sans-georgian'],
  [/\p{Script=Gujarati}/u, 'noto-sans-gujarati'],
  [/\p{Script=Gurmukhi}/u, 'noto-sans-gurmukhi'],
  [/\p{Script=Hangul}/u, 'noto-serif-kr'],
  [/\p{Script=Hebrew}/u, 'noto-sans-hebrew'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'noto-serif-jp'],
  [/\p{Script=Han}/u, 'noto-serif-sc'],
  [/\p{Script=Kannada}/u, 'noto-sans-kannada'],
  [/\p{Script=Khmer}/u, 'noto-sans-khmer'],
  [/\p{Script=Lao}/u, 'noto-sans-lao'],
  [/\p{Script=Malayalam}/u, 'noto-sans-malayalam'],
  [/\p{Script=Mongolian}/u, 'noto-sans-mongolian'],
  [/\p{Script=Myanmar}/u, 'noto-sans-myanmar'],
  [/\p{Script=Nko}/u, 'noto-sans-nko'],
  [/\p{Script=Oriya}/u, 'noto-sans-oriya'],
  [/\p{Script=Sinhala}/u, 'noto-sans-sinhala'],
  [/\p{Script=Syriac}/u, 'noto-sans-syriac'],
  [/\p{Script=Tamil}/u, 'noto-sans-tamil'],
  [/\p{Script=Telugu}/u, 'noto-sans-telugu'],
  [/\p{Script=Thaana}/u, 'noto-sans-thaana'],
  [/\p{Script=Thai}/u, 'noto-serif-thai'],
  [/\p{Script=Tibetan}/u, 'noto-serif-tibetan'],
  [/\p{Script=Tifinagh}/u, 'noto-sans-tifinagh'],
  [/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u, 'noto-serif'],
  [/\p{Emoji_Presentation}/u, 'noto-emoji'],
  [/\p{Sm}/u, 'noto-sans-math'],
]

/** The npm package of a font that has the character; undefined for one of which none is known. */
export function fontPackageOf(character: string): string | undefined {
  const found = packages.find(([script]) => script.test(character))
  return found && `@fontsource/${found[1]}`
}
