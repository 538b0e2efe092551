/**
 * The little words of a language, by which everybody tells it at once. They only ever say that a text is in a language and not in another;
 * whether it is left in that other one is for the detector to say (leftover.ts), which takes longer to load than a small board as a whole.
 */
import type { Language } from '../languages/language.ts'

/** The commonest words that are no names and stand in almost every sentence; a word that two languages have tells nothing between them. */
const littleWords: Record<string, Set<string>> = {
  en: setOf('the of and to in is are was were that it for on with as at by from this be not have has had they we you he she his her their our or an but which who what when there been will would can could if into than them one its a my your all more no do so out up about'),
  es: setOf('el la los las de del y que en un una unos unas es son fue era eran se no con por para como más su sus al lo le les pero o este esta estos estas ese esa sin sobre también hay ha han ya muy cuando donde quien entre desde hasta nos ni porque todo todos todas ser está están a mi tu si'),
  fr: setOf('le la les de des du et que qui en un une est sont dans pour par pas plus ne se ce cette ces sur avec au aux il elle ils nous vous on ou mais leur leurs son sa ses été être à où même comme sans tout tous'),
  pt: setOf('o a os as de do da dos das e que em no na nos nas um uma é são foi não com por para como mais seu sua se ao pelo pela mas ou este esta isso há já muito quando onde entre até também ser está ele ela eles'),
  de: setOf('der die das den dem des und ist sind war nicht ein eine einen einem einer mit für auf von zu im in sich auch als an es wir sie er ich wird werden haben hat nach bei aus wie aber oder dass nur noch durch über'),
  it: setOf('il lo la i gli le di del della dei delle e che in un una è sono non con per da dal come più si al alla ma o questo questa nel nella anche ha hanno suo sua loro se ci quando dove tra fino essere'),
}

function setOf(words: string): Set<string> {
  return new Set(words.split(' '))
}

/** So many little words of a language, and none of the other's, leave no doubt; and they are at least this share of all words. */
const fewestOwn = 3
const leastShare = 0.15

/**
 * Whether words are surely of one language and not of another. False says nothing: there are too few, a mixture, or a language without a list.
 * @param words in lower case
 */
export function isSurelyIn(language: Language, words: readonly string[], other: Language): boolean {
  const [own, others] = [language, other].map((each) => littleWords[each.split('-')[0]!])
  if (!own || !others || own === others) return false
  let found = 0
  for (const word of words) {
    if (own.has(word) === others.has(word)) continue
    if (!own.has(word)) return false
    found++
  }
  return found >= fewestOwn && found >= leastShare * words.length
}
