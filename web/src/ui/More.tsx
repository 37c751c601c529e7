import { Button } from '@mantine/core';
import styles from './More.module.css';

type Props = {
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
  text: string;
};

/** The rest of a list that comes page by page. */
export const More = ({ list, text }: Props) =>
  list.hasNextPage && (
    <p className={styles.more}>
      <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
        {text}
      </Button>
    </p>
  );
