import { Button, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { languageNames, languages, t } from '@/lib/i18n';
import { useLanguage } from '@/lib/language';
import type { Me } from '@/lib/session';
import { setShortcutsOn, useShortcutsOn } from '@/lib/shortcuts';
import { usePhone } from '@/lib/use-phone';
import { Icon } from '@/ui/icons';
import { initials } from '@/ui/PersonChip';
import { contrast, setContrast } from './contrast';
import { onPhone, onSide } from './places';
import { useOpened } from './use-opened';
import { useSignOut } from './use-sign-out';
import styles from './Settings.module.css';

const schemes: MantineColorScheme[] = ['auto', 'light', 'dark'];

/** The round button with one's initials. */
export function SettingsButton({ me }: { me: Me }) {
  return (
    <button
      type="button"
      className={styles.me}
      popoverTarget="settings"
      aria-label={`${initials(me.name)}: ${t('top.me')}`}
    >
      {initials(me.name)}
    </button>
  );
}

/** The same in the bar of a phone. */
export function SettingsPlace() {
  return (
    <button type="button" popoverTarget="settings" aria-label={`${t('nav.me')}: ${t('top.me')}`}>
      <Icon name="user" />
      <span>{t('nav.me')}</span>
    </button>
  );
}

/** What is behind both: appearance, language, keys, sign out. */
export function Settings({ me }: { me: Me }) {
  const [opened, onOpen] = useOpened();
  return (
    <div
      id="settings"
      popover="auto"
      className={styles.panel}
      role="dialog"
      aria-label={t('top.me')}
      onBeforeToggle={onOpen}
    >
      {opened && <Contents me={me} />}
    </div>
  );
}

function Contents({ me }: { me: Me }) {
  const phone = usePhone();
  return (
    <>
      <p className={styles.who}>
        <strong dir="auto">{me.name}</strong>
        <span className="soft small">{me.email}</span>
      </p>
      {phone && <OtherPlaces />}
      <Places me={me} />
      <Appearance />
      <Languages />
      {!phone && <Keys />}
      <SignOut />
    </>
  );
}

const close = () => document.getElementById('settings')?.hidePopover();

/** What the side navigation has and the bar of a phone has no room for. */
function OtherPlaces() {
  return (
    <ul className={styles.places}>
      {onSide
        .filter((place) => !onPhone.includes(place))
        .map(({ to, text }) => (
          <li key={to}>
            <Link to={to} onClick={close}>
              {t(text)}
            </Link>
          </li>
        ))}
    </ul>
  );
}

/** Pages about oneself and the organisation. */
function Places({ me }: { me: Me }) {
  const keeps = me.may?.includes('add_person') || me.may?.includes('read_audit');
  return (
    <ul className={styles.places}>
      <li>
        <Link to="/people/$personId" params={{ personId: me.id }} onClick={close}>
          {t('me.profile')}
        </Link>
      </li>
      <li>
        <Link to="/settings" onClick={close}>
          {t('me.account')}
        </Link>
      </li>
      <li>
        <Link to="/guidelines" onClick={close}>
          {t('me.guidelines')}
        </Link>
      </li>
      <li>
        <Link to="/figures" onClick={close}>
          {t('figures.how')}
        </Link>
      </li>
      {keeps && (
        <li>
          <Link to="/admin" onClick={close}>
            {t('me.admin')}
          </Link>
        </li>
      )}
    </ul>
  );
}

function Appearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [high, setHigh] = useState(contrast);
  return (
    <fieldset className={styles.group}>
      <legend className="caps">{t('me.theme')}</legend>
      {schemes.map((scheme) => (
        <label key={scheme} className={styles.choice}>
          <input
            type="radio"
            name="scheme"
            checked={colorScheme === scheme}
            onChange={() => setColorScheme(scheme)}
          />
          {t(`me.theme.${scheme}`)}
        </label>
      ))}
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={high}
          onChange={() => {
            setContrast(!high);
            setHigh(!high);
          }}
        />
        {t('me.contrast')}
      </label>
    </fieldset>
  );
}

function Languages() {
  const { language, choose } = useLanguage();
  return (
    <fieldset className={styles.group}>
      <legend className="caps">{t('me.language')}</legend>
      {languages.map((one) => (
        <label key={one} className={styles.choice} lang={one}>
          <input type="radio" name="language" checked={language === one} onChange={() => choose(one)} />
          {languageNames[one]}
        </label>
      ))}
    </fieldset>
  );
}

function Keys() {
  const on = useShortcutsOn();
  return (
    <fieldset className={styles.group}>
      <legend className="caps">{t('me.keys')}</legend>
      <label className={styles.choice}>
        <input type="checkbox" checked={on} onChange={() => setShortcutsOn(!on)} />
        {t('me.keys.single')}
      </label>
    </fieldset>
  );
}

function SignOut() {
  const signOut = useSignOut();
  return (
    <Button variant="default" fullWidth onClick={() => signOut.mutate()} loading={signOut.isPending}>
      {t('me.sign-out')}
    </Button>
  );
}
