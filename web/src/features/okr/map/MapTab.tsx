import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { t } from '@/lib/i18n';
import { Skeleton } from '@/ui/Skeleton';
import { MapCards } from './MapCards';
import { MapDetails } from './MapDetails';
import { layoutOf } from './map-layout';
import { boxAt, neighbour, sceneOf } from './map-scene';
import { MapTools } from './MapTools';
import { above, branchOf, forestOf, withDependencies } from '../filter/tree';
import { useMapView } from './use-map-view';
import { useAsked, type Overview } from '../filter/use-overview';
import styles from './Map.module.css';

const MapOutline = lazy(async () => ({ default: (await import('./MapOutline')).MapOutline }));

/** The alignment of the cycle on one plane: who helps whom, what is missing, how it stands. */
export function MapTab({ overview }: { overview: Overview }) {
  const { graph, shown, teams, forest } = overview;
  const { search, ask } = useAsked();
  const navigate = useNavigate();
  const outlined = search.outline === 'true';
  const [at, setAt] = useState<string | undefined>(search.focus);

  const nodes = useMemo(() => {
    const ids = new Set(shown.map(({ id }) => id));
    const context = above(forest, ids);
    return graph.nodes.filter(({ id, state }) => ids.has(id) || (context.has(id) && state !== 'cancelled'));
  }, [graph, shown, forest]);
  const scene = useMemo(() => {
    const there = new Set(nodes.map(({ id }) => id));
    const lone = new Set(graph.orphans.filter((id) => there.has(id) && !forest.children.has(id)));
    const names = {
      company: t('overview.levels.company'),
      other: t('overview.no-team'),
      orphans: t('map.orphans'),
    };
    const layout = layoutOf(nodes, teams, lone, names);
    const laidOut = sceneOf(layout, graph, search.links === 'all');
    performance.mark('map-laid-out');
    return laidOut;
  }, [nodes, graph, teams, forest, search.links]);
  const here = useMemo(() => forestOf(nodes), [nodes]);
  const current = at && here.byId.has(at) ? at : undefined;
  const emphasis = useMemo(
    () => ({
      current,
      branch:
        search.focus && here.byId.has(search.focus)
          ? withDependencies(branchOf(here, search.focus), search.focus, graph.dependencies)
          : undefined,
    }),
    [current, search.focus, here, graph.dependencies],
  );
  const asked = {
    focus: search.focus,
    place: search.place,
    onRest: (rest: string | undefined) => ask({ place: rest }, true),
  };
  const { place, canvas, layer, view, cards, fit, scaleBy, reveal } = useMapView(scene, emphasis, asked);

  const choose = (id: string, focus: boolean) => {
    setAt(id);
    reveal(id);
    if (focus) ask({ focus: id }, true);
  };
  const open = (id: string) => void navigate({ to: '/objectives/$objectiveId', params: { objectiveId: id } });
  const onClick = (event: MouseEvent) => {
    const { left, top } = place.current!.getBoundingClientRect();
    const { k, x, y } = view.current;
    const box = boxAt(scene, (event.clientX - left - x) / k, (event.clientY - top - y) / k);
    if (box) choose(box.id, true);
    else ask({ focus: undefined }, true);
  };
  const keys: Record<string, () => void> = {
    Enter: () => current && open(current),
    ' ': () => current && ask({ focus: search.focus === current ? undefined : current }, true),
    Escape: () => ask({ focus: undefined }, true),
    '+': () => scaleBy(1.4),
    '=': () => scaleBy(1.4),
    '-': () => scaleBy(1 / 1.4),
    '0': fit,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const walked = event.key.startsWith('Arrow');
    if (!walked && !keys[event.key]) return;
    event.preventDefault();
    if (!walked) return keys[event.key]!();
    const from = current ? here.byId.get(current) : undefined;
    const next = from ? neighbour(event.key, from, here) : here.roots[0];
    if (next) choose(next.id, false);
  };

  const node = current ? here.byId.get(current) : undefined;
  return (
    <div className={styles.map}>
      <MapTools
        nodes={nodes}
        onFound={(id) => choose(id, false)}
        onScale={scaleBy}
        onFit={fit}
        outlined={outlined}
        onOutline={() => ask({ outline: outlined ? undefined : 'true' }, true)}
        more={graph.supports.filter(({ primary }) => !primary).length}
        whole={search.links === 'all'}
        onWhole={() => ask({ links: search.links ? undefined : 'all' }, true)}
      />
      <div className={`${styles.body} ${outlined ? styles.withOutline : ''}`}>
        {outlined && (
          <Suspense fallback={<Skeleton />}>
            <MapOutline forest={here} current={current} onChoose={(id) => choose(id, true)} onOpen={open} />
          </Suspense>
        )}
        {/* The plane has one stop for Tab; arrows walk on it, and the outline says the same as a tree. */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <div
          ref={place}
          className={styles.plane}
          role="application"
          aria-label={t('map.title')}
          aria-describedby="map-keys"
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          onClick={onClick}
          onKeyDown={onKeyDown}
        >
          <canvas ref={canvas} className={styles.canvas} aria-hidden="true" />
          <MapCards layer={layer} cards={cards} scene={scene} emphasis={emphasis} />
        </div>
      </div>
      <p id="map-keys" className="hidden-text">
        {t('map.keys')}
      </p>
      <MapDetails
        node={node}
        forest={here}
        teamNames={overview.teamNames}
        gap={node && scene.gaps.get(node.id)}
        levels={graph.levels_most}
        focused={search.focus !== undefined && search.focus === current}
        onFocus={(focus) => ask({ focus: focus ? current : undefined }, true)}
      />
    </div>
  );
}
