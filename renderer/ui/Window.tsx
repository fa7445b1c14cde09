import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Button, Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import styles from "./Window.module.css";

export interface WindowProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the foot. */
  readonly foot?: ReactNode;
  readonly role?: "dialog" | "alertdialog";
  /** No title bar of its own: the content begins at the top. */
  readonly bare?: boolean;
  /** Room for two things side by side. */
  readonly wide?: boolean;
}

/** A window over the window. Escape and a click outside close it. */
export function Window({
  title,
  onClose,
  children,
  foot,
  role = "dialog",
  bare = false,
  wide = false,
}: WindowProps) {
  return (
    <ModalOverlay
      className={styles.scrim ?? ""}
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className={`${styles.modal} ${wide ? styles.wide : ""}`}>
        <Dialog className={styles.window ?? ""} role={role} aria-label={title} data-window>
          {!bare && (
            <header>
              <Heading slot="title">{title}</Heading>
              <Button className={styles.close ?? ""} aria-label="Close" onPress={onClose}>
                <X size={17} aria-hidden />
              </Button>
            </header>
          )}
          <div className={styles.body}>{children}</div>
          {foot && <footer>{foot}</footer>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
