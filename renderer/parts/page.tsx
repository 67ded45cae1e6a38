import type { ReactNode } from 'react';

interface PageProps {
  readonly title: string;
  readonly hint: string;
  /** Beside the title. */
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** A page of the settings window: what it is about in one line, then its groups. */
export function Page({ title, hint, actions, children }: PageProps) {
  return (
    <>
      <header className="page-head">
        <div className="page-words">
          <h1 className="page-title">{title}</h1>
          <p className="page-hint">{hint}</p>
        </div>
        {actions}
      </header>
      {children}
    </>
  );
}

/** Settings that belong together, under a small heading. */
export function Group({ title, children }: { readonly title?: string; readonly children: ReactNode }) {
  return (
    <section className="group">
      {title && <h2 className="group-title">{title}</h2>}
      <div className="group-rows">{children}</div>
    </section>
  );
}
