/** Our few pictures: 20 px, one stroke, drawn for this product. Always beside a word or a label. */
const paths = {
  chart: 'M3.5 16.5h13M6 16.5V10M10 16.5V4.5M14 16.5v-4',
  gauge: 'M3.5 13.5a6.5 6.5 0 1 1 13 0M10 13.5l3-4.5',
  book: 'M10 5.6C8.4 4.4 6.4 4 3.5 4v11c2.9 0 4.9.4 6.5 1.6 1.6-1.2 3.6-1.6 6.5-1.6V4c-2.9 0-4.9.4-6.5 1.6ZM10 5.6v11',
  home: 'M3.5 9.2 10 3.8l6.5 5.4M5 8.4V16h3.6v-4h2.8v4H15V8.4',
  target: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM10 6.6a3.4 3.4 0 1 0 0 6.8 3.4 3.4 0 0 0 0-6.8ZM10 9.9v.2',
  people:
    'M7.2 9.2a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4ZM2.5 16c.3-3 2-4.6 4.7-4.6s4.4 1.6 4.7 4.6M13 4.2a2.5 2.5 0 0 1 0 4.8M14.2 11.7c1.9.5 3 1.9 3.3 4.3',
  check: 'm4.2 10.6 3.8 3.8 7.8-8.6',
  user: 'M10 9.4a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM4 16.6c.4-3.3 2.5-5 6-5s5.6 1.7 6 5',
  plus: 'M10 4.2v11.6M4.2 10h11.6',
  down: 'm5.5 8 4.5 4.5L14.5 8',
  right: 'm8 5.5 4.5 4.5L8 14.5',
  up: 'm5.5 12.5 4.5-4.5 4.5 4.5',
  close: 'm5 5 10 10M15 5 5 15',
  sliders:
    'M4 6.5h7M15 6.5h1M4 13.5h1M9 13.5h7M13 4.7a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6ZM7 11.7a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6Z',
  out: 'M8 4H4.5v12H8M12 6.5l3.5 3.5-3.5 3.5M15 10H8',
  help: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM10 13.6v.1M8.2 7.9c.1-1.1.8-1.7 1.9-1.7s1.9.7 1.9 1.7c0 1.4-1.9 1.5-1.9 3.1',
  flag: 'M5 17V3.8M5 4.2h8.6l-1.7 3.2 1.7 3.2H5',
  comment: 'M4 4.5h12v9H9l-3.4 2.8v-2.8H4z',
  change: 'M4 7h10M11.5 4.5 14 7l-2.5 2.5M16 13H6M8.5 10.5 6 13l2.5 2.5',
  clock: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM10 6.2V10l2.6 1.6',
  link: 'M8.5 11.5 11.5 8.5M9 6l1.6-1.6a3.1 3.1 0 0 1 4.5 4.5L13.5 10.5M11 14l-1.6 1.6a3.1 3.1 0 0 1-4.5-4.5L6.5 9.5',
  offline: 'M3 3l14 14M6 13.5h8.5M4.8 11.6a3 3 0 0 1 2.1-5M9.4 5.2a4.2 4.2 0 0 1 5.3 4 2.6 2.6 0 0 1 2 3.4',
  retry: 'M15.8 8A6.2 6.2 0 1 0 16 11.5M16 4.5V8h-3.5',
  pin: 'M7 3.5h6l-.8 5 2.3 2.5h-9L7.8 8.5zM10 11v6',
  pinned: 'M7 3.5h6l-.8 5 2.3 2.5h-9L7.8 8.5zM10 11v6M8 5h4M8 7h4M7 9.5h6',
  pencil: 'm4 16 .8-3.4L13 4.4l2.6 2.6-8.2 8.2zM11.5 6l2.5 2.5',
  bell: 'M5.5 13.5V9a4.5 4.5 0 0 1 9 0v4.5l1.3 1.5H4.2zM8.3 17a1.8 1.8 0 0 0 3.4 0',
  sleep: 'M11.5 4.5h4l-4 5h4M5 9.5h5l-5 6h5',
  trash: 'M4.5 6h11M8 6V4h4v2M6 6l.6 10h6.8L14 6',
  search: 'M9 4a5 5 0 1 0 0 10A5 5 0 0 0 9 4ZM12.7 12.7 16.5 16.5',
  fold: 'M3.5 4.5h13v11h-13zM8 4.5v11M13.5 8 11.5 10l2 2',
  unfold: 'M3.5 4.5h13v11h-13zM8 4.5v11M11.5 8l2 2-2 2',
  keys: 'M2.8 5.5h14.4v9H2.8zM5.6 8.3h.1M8.5 8.3h.1M11.4 8.3h.1M14.3 8.3h.1M6.5 11.7h7',
  bulb: 'M7.6 13.4c0-1.6-2.2-2.5-2.2-5.2a4.6 4.6 0 0 1 9.2 0c0 2.7-2.2 3.6-2.2 5.2M7.8 16h4.4',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
