// "Lấy nội dung này": puts one of two texts into the field. Without this file the
// buttons stay hidden and the person copies by hand.
"use strict";

for (const button of document.querySelectorAll("[data-into]")) {
  const field = document.getElementById(button.dataset.into);
  if (!field) continue;
  // The field was sent back with what the person had typed: that is "yours".
  const yours = field.value;
  button.hidden = false;
  button.addEventListener("click", () => {
    field.value = button.dataset.value ?? yours;
    field.focus();
  });
}
