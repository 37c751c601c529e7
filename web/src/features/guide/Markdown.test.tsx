import { expect, it } from 'vitest';
import { faults, show } from '@/test/show';
import Markdown from './Markdown';

it('shows formatting and lets nothing through that could act', async () => {
  const { container } = show(
    <Markdown
      text={
        '# Ours\n\n**Few** and [honest](https://halden.example)\n\n<img src=x onerror=alert(1)><script>alert(1)</script><a href="javascript:alert(1)">x</a>'
      }
    />,
  );
  expect(container.querySelector('h1')).toHaveTextContent('Ours');
  expect(container.querySelector('strong')).toHaveTextContent('Few');
  expect(container.querySelector('a')).toHaveAttribute('href', 'https://halden.example');
  expect(container.innerHTML).not.toMatch(/script|onerror|<img/);
  expect(await faults(container)).toEqual([]);
});
