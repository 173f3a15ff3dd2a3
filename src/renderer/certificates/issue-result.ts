import { IssueResult } from '../../shared/contract/certificates.ts';
import type { JobState } from '../../shared/contract/system.ts';

/** The result of a finished issue job, or null while it runs or when it ended without one. */
export function issueResultOf(job: JobState | null): IssueResult | null {
  if (job?.status !== 'done') return null;
  const result = IssueResult.safeParse(job.result);
  return result.success ? result.data : null;
}
