/** The desk: for everybody who signs in. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Providers } from "./parts/Providers";
import { Desk } from "./pages/Desk";
import "./style.css";

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <Providers>
      <Desk />
    </Providers>
  </StrictMode>,
);
