import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Article } from '../article.ts'
import type { Issue } from '../issue.ts'
import type { Paper } from '../paper.ts'
import type { Story } from '../story.ts'

/** All copy that was read, as the rules look at it. */
export interface AllCopy {
  paper: Paper
  issues: Issue[]
  /** Every story: of issues, leaflets, pamphlets and pages. */
  stories: Story[]
}

/** A house rule over one article. */
export type ArticleRule = (article: Article, story: Story, paper: Paper) => Diagnostic[]

/** A house rule over one issue. */
export type IssueRule = (issue: Issue, paper: Paper) => Diagnostic[]

/** A house rule over everything. */
export type PaperRule = (copy: AllCopy) => Diagnostic[]
