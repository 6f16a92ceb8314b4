/** Along the chosen network: how its updates run along the saddle line, and how sharp the loss is. */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { PlotSpec } from '#plot/frame';
import { Legend, type LegendEntry } from '#plot/legend';
import { PickPlot } from '#plot/pick-plot';
import type { FigureStore } from '#state/figure-store';
import { sourceFrom, useSource } from '#ui/source';
import {
  type Course,
  type CourseView,
  courseEigenvaluesPlot,
  courseGroups,
  courseSharesPlot,
  courseView,
  courseWords,
} from './course';
import { useChosen } from './open-run';
import { Panel } from './panel';
import type { CensusSchema } from './schema';
import type { CensusSession } from './session';
import type { CensusSources } from './sources';
import { text } from './text';

const HEIGHT = 200;

const plots = [
  {
    name: 'shares',
    spec: courseSharesPlot,
    legend: [
      { key: 'pair', words: text.course.pairShare, line: { colour: 'channel' } },
      { key: 'group', words: text.course.groupShare, line: { colour: 'quiet', width: 1.5 } },
    ],
  },
  {
    name: 'eigenvalues',
    spec: courseEigenvaluesPlot,
    legend: [
      { key: 'large', words: text.course.largest, line: {} },
      { key: 'small', words: text.course.smallest, line: { colour: 'channel' } },
      { key: 'negative', words: text.course.negative, line: { colour: 'saddleLine', dash: 'dashed' } },
    ],
  },
] as const satisfies readonly {
  name: string;
  spec: (view: CourseView) => PlotSpec;
  legend: readonly LegendEntry[];
}[];

interface CoursePanelProps {
  readonly store: FigureStore<CensusSchema>;
  readonly session: CensusSession;
  readonly sources: CensusSources;
  readonly course: Course;
}

/** The button that trains it again, and both plots. */
export function CoursePanel({ store, session, sources, course }: CoursePanelProps) {
  const { title, subtitle } = text.course;
  const view = useMemo(
    () =>
      sourceFrom([course.api, store.api, session.api], () =>
        courseView(course.api.getState(), sources.shown.get()?.chosen),
      ),
    [course, store, session, sources],
  );
  const chosen = useChosen(sources);
  const { run, points, trouble } = useStore(course.api);
  const isComputing = run !== undefined && !points && trouble === '';
  const words = useSource<HTMLParagraphElement, CourseView>(view, (element, now) => {
    element.textContent = now ? courseWords(now) : '';
  });
  return (
    <Panel title={title} subtitle={chosen ? courseGroups(chosen) : subtitle} name="course">
      <div className="census-course-bar">
        <button
          type="button"
          className="button"
          data-action="follow"
          disabled={!chosen || chosen.depth > 1 || isComputing}
          onClick={() => chosen && course.follow(chosen)}
        >
          {text.course.follow}
        </button>
        <span
          role="status"
          data-readout="course-status"
          data-status={trouble ? 'failed' : isComputing ? 'computing' : 'ready'}
        >
          {trouble || (isComputing ? text.course.computing(run.seed) : '')}
        </span>
      </div>
      <div className="census-curves">
        {plots.map(({ name, spec, legend }) => (
          <div key={name}>
            <Legend entries={legend} />
            <PickPlot
              source={view}
              spec={spec}
              height={HEIGHT}
              waiting={text.course.waiting}
              label={() => `${title}: ${text.course[name]}`}
              picked={({ points: all, at }) => ({ xs: all.map(({ time }) => time), at })}
              words={(now, at) => (now ? courseWords({ ...now, at }) : text.course.waiting)}
              onPick={course.pick}
            />
          </div>
        ))}
      </div>
      <p className="census-notice" ref={words} data-readout="course" />
    </Panel>
  );
}
