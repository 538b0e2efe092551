/**
 * Profiles of printing conditions that are known by their bytes, so that one found on a machine is taken for what it says it is. None comes
 * with the program: their licences let everybody use and embed them, and most let nobody pass them on.
 *
 * Sums: SHA-256 of the files in Debian's package icc-profiles 2.1-2 (section non-free), which has them from their publishers
 * (wan-ifra.org, eci.org). Names of conditions: registry.color.org/cmyk-registry.
 */
export interface KnownProfile {
  /** The condition as a printer's profile names it: `condition: { identifier: IFRA26 … }`. */
  condition: string
  /** The name that stands inside the file. */
  name: string
  sha256: string
  bytes: number
}

/** The first of a condition is preferred. */
export const knownProfiles: readonly KnownProfile[] = [
  { condition: 'IFRA26', name: 'ISOnewspaper26v4', sha256: '29a90551a0589bd43f0f8d8d9b1ef9a4e609654f49bce6a345bd2ba390ed2ce9', bytes: 718672 },
  { condition: 'WAN-IFRAnewspaper26v5', name: 'WAN-IFRAnewspaper26v5', sha256: '3ae7593c724a5c021ce1de3b99980acbfdba5acc6632d0e2147acb1c6580cd5a', bytes: 1351488 },
  { condition: 'FOGRA42', name: 'PSO SNP Paper (ECI)', sha256: '49678565e9653b800d044f5bc596e279729410c00dbed4abc8ab0e6d4716af0a', bytes: 1829380 },
  { condition: 'FOGRA47', name: 'PSO Uncoated ISO12647 (ECI)', sha256: 'e170a59fbf26e7845c62b07e95901b1ef3335a664c03e7ef48ddb84fa08337be', bytes: 1829420 },
  { condition: 'FOGRA52', name: 'PSO Uncoated v3 (FOGRA52)', sha256: '7c39f74fbede1e8c85f8fbb9df7d359aea638b9b68dd0854fdd3ba386e3a02c0', bytes: 2195580 },
  { condition: 'FOGRA39', name: 'ISO Coated v2 (ECI)', sha256: '128dc02f7246cc3807af0323695379f64151a8f27a587736acc59f8b6ce894b8', bytes: 1829077 },
  { condition: 'FOGRA51', name: 'PSO Coated v3', sha256: 'c30ad2c01e8f93135ec7682c535e0a81bc2d177c301e196376c5f5838b5c8e86', bytes: 2195228 },
]
