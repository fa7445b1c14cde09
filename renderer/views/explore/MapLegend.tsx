import styles from "./Middle.module.css";

/** What the arrows' colour, end and width mean. */
export function MapLegend({ full = false }: { readonly full?: boolean }) {
  return (
    <div className={styles.legend} aria-hidden="true">
      <span>
        <i className={styles.apart} />
        towards a break
      </span>
      <span>
        <i className={styles.hold} />
        holds together
      </span>
      <span className={styles.extra}>
        <svg width="20" height="10">
          <path d="M0 5H15" stroke="var(--ink3)" strokeWidth="1.6" />
          <rect x="14" y="0.5" width="2.4" height="9" fill="var(--ink3)" />
        </svg>
        weakens
      </span>
      {full ? (
        <>
          <span className={styles.wide}>
            <svg width="22" height="12">
              <rect
                x="0.5"
                y="0.5"
                width="21"
                height="11"
                rx="3"
                fill="none"
                stroke="var(--ctl)"
                strokeDasharray="3 2"
              />
            </svg>
            not in the overview
          </span>
          <span className={styles.wide}>number: points lost if cut</span>
        </>
      ) : (
        <span className={styles.extra}>
          <svg width="20" height="10">
            <path d="M0 5H9" stroke="var(--ink3)" strokeWidth="1.5" />
            <path d="M10 5H20" stroke="var(--ink3)" strokeWidth="6" />
          </svg>
          thicker: more points
        </span>
      )}
    </div>
  );
}
