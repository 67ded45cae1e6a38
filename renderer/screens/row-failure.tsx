import type { Failure } from '../../electron/core/failure.ts';

/** Message and remedy under a row: in place, as words only, since an option holds no buttons. */
export function RowFailure({ failure }: { failure: Failure }) {
  return (
    <div className="row-failure">
      <p className="note-message">{failure.message}</p>
      <p className="note-remedy">{failure.remedy}</p>
    </div>
  );
}
