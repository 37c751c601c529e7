import { Icon } from '../icons';
import styles from './Choice.module.css';

type Props = {
  label: string;
  value: string;
  options: { value: string; text: string }[];
  onChange: (value: string) => void;
};

/** One of a few, by the select of the platform: best on phones, and known to every keyboard. */
export function Choice({ label, value, options, onChange }: Props) {
  return (
    <span className={styles.choice}>
      <select aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
      <span className={styles.caret}>
        <Icon name="down" size={16} />
      </span>
    </span>
  );
}
