/** What a paper can be made into: the names that `products` in paper.yaml and issue.yaml take. How each is made is print's affair. */
export const productNames = {
  issue: ['press', 'reader', 'booklet', 'pocket', 'letter', 'a4', 'phone', 'front', 'tete-beche', 'riso'],
  pamphlet: ['pages', 'booklet'],
  leaflet: ['leaflet', 'flyer', 'flyer-four', 'flyer-both'],
} as const

/** Something that is printed as a whole. */
export type Printed = keyof typeof productNames

export const allProductNames = [...new Set(Object.values(productNames).flat())]
