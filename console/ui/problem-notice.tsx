/** What went wrong: in a box above a form, or in place of what could not be loaded. */
import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Problem } from '../api/problem.ts';
import { t } from '../texts/texts.ts';
import classes from './problem-notice.module.css';

type NoticeProps = { problem: Problem; onRetry?: () => void };

export function ProblemNotice({ problem, onRetry }: NoticeProps) {
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      icon={<IconAlertTriangle size={18} aria-hidden="true" />}
      title={problem.title}
      classNames={{
        root: classes.notice,
        title: classes.title,
        message: classes.message,
        icon: classes.icon,
      }}
    >
      <p>{problem.detail}</p>
      <RequestId problem={problem} />
      {onRetry && (
        <Button className={classes.retry} variant="default" size="xs" onClick={onRetry}>
          {t.tryAgain}
        </Button>
      )}
    </Alert>
  );
}

/** In place of a page or a list that could not be loaded. */
export function ProblemPage({ problem, onRetry }: NoticeProps) {
  return (
    <div className={classes.page} role="alert">
      <IconAlertTriangle size={28} stroke={1.5} aria-hidden="true" />
      <h2>{problem.title}</h2>
      <p>{problem.detail}</p>
      <RequestId problem={problem} />
      {onRetry && (
        <Button variant="default" onClick={onRetry}>
          {t.tryAgain}
        </Button>
      )}
    </div>
  );
}

function RequestId({ problem: { requestId } }: { problem: Problem }) {
  if (!requestId) return null;
  return (
    <p className={classes.request}>
      {t.requestId} <code>{requestId}</code>
    </p>
  );
}
