/** The house rules, all of them. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { checkAddresses } from './addresses.ts'
import { checkCrossReferences } from './crossReferences.ts'
import { checkEmptyBody } from './emptyBody.ts'
import { checkFolderName } from './folderName.ts'
import { checkFragments } from './fragments.ts'
import { checkHeadingLevels } from './headingLevels.ts'
import { checkHeadlineLength } from './headlineLength.ts'
import { checkIssueNumber } from './issueNumber.ts'
import { checkKnownLanguage } from './knownLanguage.ts'
import { checkMissingAlt } from './missingAlt.ts'
import { checkPages } from './pages.ts'
import { checkPeriod } from './period.ts'
import type { AllCopy, ArticleRule, IssueRule, PaperRule } from './rule.ts'
import { checkSameNumber } from './sameNumber.ts'
import { checkSection } from './section.ts'
import { checkSeries } from './series.ts'
import { checkTagNames } from './tagNames.ts'

const articleRules: ArticleRule[] = [
  checkHeadlineLength,
  checkEmptyBody,
  checkMissingAlt,
  checkHeadingLevels,
  checkSection,
  checkSeries,
  checkKnownLanguage,
  checkFragments,
]
const issueRules: IssueRule[] = [checkIssueNumber, checkPeriod, checkPages]
const paperRules: PaperRule[] = [checkFolderName, checkAddresses, checkSameNumber, checkCrossReferences, checkTagNames]

/** Holds all copy against the house rules. */
export function checkCopy(copy: AllCopy): Diagnostic[] {
  return [
    ...copy.stories.flatMap(story =>
      [...story.articles.values()].flatMap(article => articleRules.flatMap(rule => rule(article, story, copy.paper)))),
    ...copy.issues.flatMap(issue => issueRules.flatMap(rule => rule(issue, copy.paper))),
    ...paperRules.flatMap(rule => rule(copy)),
  ]
}
