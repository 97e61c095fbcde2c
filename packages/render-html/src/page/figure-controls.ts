import { figureSelector } from "./figure-place.ts";

/** Makes every figure of the document a control that a mouse, a finger and a keyboard can press. */
export const makeFigureControls = (main: HTMLElement): void => {
  for (const figure of main.querySelectorAll<HTMLElement>(figureSelector)) {
    figure.setAttribute("role", "button");
    figure.setAttribute("aria-haspopup", "dialog");
    figure.tabIndex = 0;
  }
};

/** Calls back with the figure that is pressed, also of a document that is shown later. */
export const onFigurePressed = (main: HTMLElement, opens: (figure: HTMLElement) => void): void => {
  const pressed = (event: Event): void => {
    const figure = (event.target as Element).closest<HTMLElement>(figureSelector);
    if (figure === null) return;
    event.preventDefault();
    opens(figure);
  };
  main.addEventListener("click", pressed);
  main.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") pressed(event);
  });
};
