/** The faces of the paper: which font file, and which OpenType features are on besides kerning and ligatures. */
export interface FaceFile {
  /** Path inside node_modules. Static TrueType only: of no other kind can a part be taken into a PDF. */
  file: string
  /** OpenType feature tags. */
  features: string[]
  /** The npm package that brings the file, where it comes only for those whose leaflets use its script. */
  optional?: string
}

const serif = '@expo-google-fonts/source-serif-4'
const gothic = '@expo-google-fonts/libre-franklin'
const narrow = '@expo-google-fonts/oswald'
const wall = '@expo-google-fonts/anton'
const naskh = '@expo-google-fonts/noto-naskh-arabic'
const devanagari = '@expo-google-fonts/noto-serif-devanagari'
const bengali = '@expo-google-fonts/noto-serif-bengali'

/**
 * Source Serif 4 holds at small sizes on soft paper; Libre Franklin is a news gothic. Other scripts are set in
 * Noto. All are under the Open Font License.
 */
export const faces = {
  text: { file: `${serif}/400Regular/SourceSerif4_400Regular.ttf`, features: [] },
  textItalic: { file: `${serif}/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf`, features: [] },
  textBold: { file: `${serif}/700Bold/SourceSerif4_700Bold.ttf`, features: [] },
  textBoldItalic: { file: `${serif}/700Bold_Italic/SourceSerif4_700Bold_Italic.ttf`, features: [] },
  textCaps: { file: `${serif}/600SemiBold/SourceSerif4_600SemiBold.ttf`, features: ['smcp'] },
  headline: { file: `${serif}/800ExtraBold/SourceSerif4_800ExtraBold.ttf`, features: [] },
  headlineBlack: { file: `${serif}/900Black/SourceSerif4_900Black.ttf`, features: [] },
  headlineItalic: { file: `${serif}/500Medium_Italic/SourceSerif4_500Medium_Italic.ttf`, features: [] },
  label: { file: `${gothic}/500Medium/LibreFranklin_500Medium.ttf`, features: [] },
  labelBold: { file: `${gothic}/800ExtraBold/LibreFranklin_800ExtraBold.ttf`, features: [] },
  labelBlack: { file: `${gothic}/900Black/LibreFranklin_900Black.ttf`, features: [] },
  condensed: { file: `${narrow}/500Medium/Oswald_500Medium.ttf`, features: [] },
  condensedBold: { file: `${narrow}/700Bold/Oswald_700Bold.ttf`, features: [] },
  poster: { file: `${wall}/400Regular/Anton_400Regular.ttf`, features: [] },
  arabic: { file: `${naskh}/400Regular/NotoNaskhArabic_400Regular.ttf`, features: [], optional: naskh },
  arabicMedium: { file: `${naskh}/500Medium/NotoNaskhArabic_500Medium.ttf`, features: [], optional: naskh },
  arabicBold: { file: `${naskh}/700Bold/NotoNaskhArabic_700Bold.ttf`, features: [], optional: naskh },
  devanagari: { file: `${devanagari}/400Regular/NotoSerifDevanagari_400Regular.ttf`, features: [], optional: devanagari },
  devanagariMedium: { file: `${devanagari}/500Medium/NotoSerifDevanagari_500Medium.ttf`, features: [], optional: devanagari },
  devanagariBold: { file: `${devanagari}/700Bold/NotoSerifDevanagari_700Bold.ttf`, features: [], optional: devanagari },
  devanagariBlack: { file: `${devanagari}/900Black/NotoSerifDevanagari_900Black.ttf`, features: [], optional: devanagari },
  bengali: { file: `${bengali}/400Regular/NotoSerifBengali_400Regular.ttf`, features: [], optional: bengali },
  bengaliMedium: { file: `${bengali}/500Medium/NotoSerifBengali_500Medium.ttf`, features: [], optional: bengali },
  bengaliBold: { file: `${bengali}/700Bold/NotoSerifBengali_700Bold.ttf`, features: [], optional: bengali },
  bengaliBlack: { file: `${bengali}/900Black/NotoSerifBengali_900Black.ttf`, features: [], optional: bengali },
} as const satisfies Record<string, FaceFile>

/** A key of `faces`. */
export type Face = keyof typeof faces
