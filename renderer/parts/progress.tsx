/** How much of a known amount is done, 0 to 1; the words beside it say it, too. */
export function Progress({ label, share }: { readonly label: string; readonly share: number }) {
  return (
    <div
      className="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
    >
      <div className="progress-done" style={{ transform: `scaleX(${share.toFixed(4)})` }} />
    </div>
  );
}
