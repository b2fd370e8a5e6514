// A chosen photo is cropped to its middle square and made smaller before it is sent. Where a browser cannot, the file goes as it is and the server checks it all the same.
const side = 480;

export function cropPhoto(form) {
  const input = form.querySelector('input[type="file"]');
  const preview = form.querySelector("[data-sen-photo-preview]");
  input.addEventListener("change", async () => {
    preview.classList.add("sen-hidden");
    try {
      const square = await squareOf(input.files[0]);
      const blob = await new Promise((done) => square.toBlob(done, "image/jpeg", 0.88));
      const files = new DataTransfer();
      files.items.add(new File([blob], "photo.jpg", { type: "image/jpeg" }));
      input.files = files.files;
      preview.querySelector("img").src = square.toDataURL("image/jpeg", 0.88);
      preview.classList.remove("sen-hidden");
    } catch {
      // Not a picture, or one that this browser cannot draw: the server says what is wrong.
    }
  });
}

async function squareOf(file) {
  const picture = await createImageBitmap(file);
  const edge = Math.min(picture.width, picture.height);
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = Math.min(side, edge);
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, (picture.width - edge) / 2, (picture.height - edge) / 2, edge, edge, 0, 0, canvas.width, canvas.height);
  picture.close();
  return canvas;
}
